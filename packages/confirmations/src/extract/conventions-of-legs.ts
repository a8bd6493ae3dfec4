import type { Entry } from './layout/entry.ts';
import { saysWhoPays } from './products/legs-of-payers.ts';
import { legIn } from './sentences/leg-sentence.ts';

/** Which day a payment moves to, and whether its period moves with it. */
const CONVENTION =
  /\b(?:(?:mod(?:ified|\.)?\s+)?(?:following|preceding)(?:\s+business\s+day(?:\s+convention)?)?)(?:[\s,;]+(?:un|not\s|no\s)?adj(?:usted\b|\.))?|\b(?:un)?adjusted\b/i;

/**
 * Cells that hold a whole leg, `We pay: EUR-EURIBOR 3M, quarterly, modified following, unadjusted`, each with its convention as an
 * entry of its own: it is no term of the leg's rate, and what it says may not be passed over with the cell. Where the two legs
 * say different ones, each is of its leg alone, and no convention of the trade.
 */
export function withConventionsOfLegs(entries: readonly Entry[]): readonly Entry[] {
  const said = new Map<Entry, string>();
  for (const entry of entries) {
    const convention = saysWhoPays(entry.label) ? CONVENTION.exec(entry.value)?.[0] : undefined;
    if (convention !== undefined && legIn(entry.value) !== undefined) said.set(entry, convention);
  }
  const isOne = new Set([...said.values()].map((convention) => convention.toLowerCase())).size < 2;
  return entries.flatMap((entry) => {
    const value = said.get(entry);
    if (value === undefined) return [entry];
    // The direction makes it a term to compare, whoever's paper calls the legs what.
    const label = isOne ? 'Business Day Convention' : `Days by direction, ${entry.label.replace(/\s*:$/, '')}`;
    return [entry, { ...entry, label, value }];
  });
}
