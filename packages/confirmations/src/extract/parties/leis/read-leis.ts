import type { Source } from '@trade-matching/domain';
import type { PositionedText } from '../../../read/positioned-text.ts';
import type { FoundFields } from '../../found-fields.ts';
import type { Entry } from '../../layout/entry.ts';
import { hasValidLeiCheckDigits } from '../../values/terms.ts';
import type { Parties } from '../find-parties.ts';
import { checkLeisBehindNames } from './check-leis.ts';
import { LEI_FIELD } from './lei-fields.ts';
import { readLeisBelowNames } from './leis-below-names.ts';
import { readLeisBehindNames, readLeisInProse } from './leis-in-prose.ts';
import { readLeisOfLabels } from './leis-of-labels.ts';
import { readRemainingLei } from './remaining-leis.ts';

/**
 * Reads whose the LEIs of a paper are. The first rule that gives a party an LEI decides, from the surest to the weakest:
 *
 * 1. `leis-of-labels.ts`: what its label or its column calls the owner (`lei-labels.ts`).
 * 2. `leis-in-prose.ts`, behind names: right behind a party's whole name.
 * 3. `leis-below-names.ts`: on a line of its own below a name.
 * 4. `leis-in-prose.ts`: behind what a sentence names last.
 * 5. `remaining-leis.ts`: of two, the one that is not the known party's.
 *
 * `check-leis.ts` then flags an LEI that stands behind another company's name, and an LEI whose check digits fail is warned
 * of. Before all this, `names-before-leis.ts` takes companies that have an LEI for the parties.
 */
export function readLeis(
  found: FoundFields,
  entries: readonly Entry[],
  prose: string,
  text: PositionedText,
  parties: Parties,
  source: Source,
): void {
  readLeisOfLabels(found, entries, parties, source);
  // `Client | X S.A. (LEI`, and the LEI on the next line of the cell.
  readLeisBehindNames(
    found,
    [prose, ...entries.map(({ value }) => value), ...overTwoRows(entries)].join('\n'),
    parties,
  );
  readLeisBelowNames(found, text, parties, source);
  readLeisInProse(found, prose, parties);
  readRemainingLei(found, text, entries, parties);
  checkLeisBehindNames(found, text, parties);
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const lei = found.get(LEI_FIELD[side]);
    if (lei && !hasValidLeiCheckDigits(lei)) {
      found.flag({
        code: 'INVALID_LEI',
        severity: 'warning',
        field: LEI_FIELD[side],
        message: `the check digits of ${lei} fail (ISO 17442)`,
      });
    }
  }
}

/** `Société | Elm SAS — LEI` over `Company | 9695…`: a cell that goes on beside the label's other language. */
function overTwoRows(entries: readonly Entry[]): string[] {
  return entries.flatMap(({ value, page, line }) => {
    if (!/\bLEI\W*$/.test(value)) return [];
    const next = entries.find((other) => other.page === page && other.line === line + 1);
    return next && /^[A-Z0-9]{18}\d{2}\b/.test(next.value) ? [`${value} ${next.value}`] : [];
  });
}
