import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';

/** `USD`, `BRL (reference currency)`: a column is of one currency. */
const CURRENCY = /^([A-Z]{3})(?:\s*\([^()\d]{3,40}\))?$/;
/** Rows that say how much of a currency is exchanged, and who has or gets it. */
const OF_THE_CURRENCY = /^(?:(?:notional )?amount|buyer|seller|purchaser)$/;

/** Each entry in a currency's column as what a label of its own says: `Buyer` below `BRL` is the `BRL buyer`. */
export function withCurrencyOfColumn(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => {
    const [, currency] = CURRENCY.exec(entry.column ?? '') ?? [];
    const label = canonicalLabel(entry.label);
    if (currency === undefined || !OF_THE_CURRENCY.test(label)) return entry;
    const { column, ...own } = entry;
    return { ...own, label: `${currency} ${label}` };
  });
}
