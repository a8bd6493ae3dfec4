import type { Product, Source, TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import { readEntry } from './read-entries.ts';
import type { AmbiguousDate } from './slash-dates.ts';
import type { ReadingContext } from './values/readers.ts';

/** A role of those below, whatever it is of. */
const A_ROLE = /\b(?:seller|buyer|payer)$/i;
const ROLES: readonly (readonly [RegExp, TradeField])[] = [
  [/^(?:the )?(?:protection |option )?seller$/i, 'seller'],
  [/^(?:the )?(?:protection |option )?buyer$/i, 'buyer'],
  [/^(?:the )?fixed (?:rate |amount )?payer$/i, 'fixed_rate_payer'],
  [/^(?:the )?floating (?:rate |amount )?payer$/i, 'floating_rate_payer'],
  [/^(?:the )?fixed price payer$/i, 'fixed_price_payer'],
  [/^(?:the )?floating price payer$/i, 'floating_price_payer'],
];

const PAID_BY_A_ROLE = /\b(?:paid|payable) by (?:the )?(?:protection )?(?:seller|buyer)\b/i;

/** `Calculation Agent: Seller`, `Initial Payment Payer: Buyer`: a party by its role in the trade, once that is known. */
export function readRolesOfEntries(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  context: ReadingContext,
  ambiguous: AmbiguousDate[],
): void {
  const party = (text: string) => {
    const field = ROLES.find(([role]) => role.test(text.trim()))?.[1];
    return context.party(text) ?? (field && (found.get(field) as Source | undefined));
  };
  for (const entry of entries) {
    const value = entry.value.trim();
    const names = A_ROLE.test(value) && ROLES.some(([role]) => role.test(value));
    if (!PAID_BY_A_ROLE.test(value) && (!names || found.isUsed(entry))) continue;
    readEntry(found, product, entry, { ...context, party }, ambiguous);
  }
}
