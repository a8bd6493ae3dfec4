import type { FoundFields } from '../found-fields.ts';
import { matchesOf } from '../matches-of.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';

/** `on a Notional Amount of EUR 35 000 000.00`: the amount that a sentence says beside a label's. */
const SAID =
  /(?<!(?:aggregate|minimum|maximum|outstanding|original|initial|remaining|previous|old|reduced|increased|amended|full|each) )\b(?:[Nn]otional (?:[Pp]rincipal )?[Aa]mount|[Nn]ominalbetrag|[Mm]ontant notionnel|[Ii]mporte nocional|[Ii]mporto nozionale) (?:of|von|de|di) ((?:[A-Z]{3}|US\$|€|£)\s?\d[\d.,'’\u00a0\u202f]*(?:\s\d{3}(?:[.,]\d+)?)*(?:\s?(?:million|mio|mn|mm|m|bn)\b)?)/gu;

/** Flags a notional that a sentence states otherwise than the terms: which of them is meant nobody can tell. */
export function checkSaidNotional(found: FoundFields, prose: string, { decimalMark }: ReadingContext): void {
  const notional = found.get('notional');
  if (notional === undefined || found.hasSchedule()) return;
  const values = new Set(Object.values(found.values));
  for (const [literal, amount = ''] of matchesOf(prose, SAID)) {
    const said = readAmount(amount, decimalMark);
    if (!said || values.has(said.amount)) continue;
    if (said.currency !== undefined && said.currency !== found.get('currency') && found.get('currency_2') !== undefined)
      continue;
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field: 'notional',
      message: `notional is ${notional} ("${found.evidence.notional?.label ?? ''}") and “${literal}” in one document`,
    });
    return;
  }
}
