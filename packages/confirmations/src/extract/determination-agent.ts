import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import type { Parties } from './parties/find-parties.ts';

/** Who says whether a barrier was reached. */
const WHO_DETERMINES =
  /^(?:barrier )?(?:determination agent|determined by|determination by)$|^barrier (?:event )?(?:determination agent|determined by|determination by|agent)$/;

/**
 * Holds who determines a barrier's event against the calculation agent, who does it where nobody else is named (2005 Barrier
 * Option Supplement to the 1998 FX and Currency Option Definitions, Barrier Determination Agent). Anybody else is a term.
 */
export function useDeterminationAgent(found: FoundFields, entries: readonly Entry[], { resolve }: Parties): void {
  const agent = found.get('calculation_agent');
  if (agent === undefined || found.get('barrier_type') === undefined) return;
  for (const entry of entries)
    if (WHO_DETERMINES.test(canonicalLabel(entry.label)) && resolve(entry.value) === agent) found.useWhole(entry);
}
