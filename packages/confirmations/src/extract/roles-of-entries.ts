import type { Product, Source, TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import { readEntry } from './read-entries.ts';
import type { AmbiguousDate } from './slash-dates.ts';
import type { ReadingContext } from './values/readers.ts';

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
    const names = ROLES.some(([role]) => role.test(entry.value.trim()));
    if (!PAID_BY_A_ROLE.test(entry.value) && (found.isUsed(entry) || !names)) continue;
    readEntry(found, product, entry, { ...context, party }, ambiguous);
  }
}
