import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import type { SlashOrder } from './values/dates.ts';

/** A date that reads two ways, `03/04/2025`, with where it stood. */
export interface AmbiguousDate {
  readonly field: TradeField;
  readonly dayFirst: string;
  readonly monthFirst: string;
  readonly entry: Entry;
}

/** What comes before what in every trade. */
const IN_ORDER: readonly (readonly [TradeField, TradeField])[] = [
  ['trade_date', 'effective_date'],
  ['effective_date', 'termination_date'],
  ['trade_date', 'termination_date'],
  ['trade_date', 'settlement_date'],
  ['trade_date', 'fixing_date'],
  ['fixing_date', 'settlement_date'],
  ['trade_date', 'expiry_date'],
  ['expiry_date', 'settlement_date'],
  ['trade_date', 'premium_date'],
  ['effective_date', 'fixed_first_payment_date'],
  ['effective_date', 'floating_first_payment_date'],
];

/**
 * Dates that neither their own parts nor the document's other dates settle. If only one way to read them puts the
 * trade's dates in order, or the confirmation within days of the trade and not months from it, that is inferred; else they
 * are left out and flagged: half of all guesses would be wrong.
 */
export function resolveAmbiguousDates(found: FoundFields, dates: readonly AmbiguousDate[]): void {
  const open = dates.filter(({ field }) => found.get(field) === undefined);
  if (open.length === 0) return;
  const possible = (['day-first', 'month-first'] as const).filter((order) => isInOrder(found, open, order));
  const prompt = possible.filter((order) => isPrompt(found, open, order));
  const [order] = possible.length === 1 ? possible : prompt;
  const isSettled =
    possible.length === 1 || (prompt.length === 1 && possible.every((each) => saysWhen(found, open, each)));
  const why =
    possible.length === 1
      ? 'otherwise the dates of the trade would be out of order'
      : 'otherwise the trade would have been confirmed months after it was done';
  for (const { field, dayFirst, monthFirst, entry } of open) {
    found.use(entry);
    if (isSettled && order) {
      found.add(field, order === 'day-first' ? dayFirst : monthFirst, entry, 0.7);
      found.inferred[field] = `read ${order}: ${why}`;
      continue;
    }
    found.unclear.add(field);
    found.flag({
      code: 'AMBIGUOUS_DATE',
      severity: 'review',
      field,
      days: [dayFirst, monthFirst],
      message: `${entry.label} ${entry.value} is ${dayFirst} or ${monthFirst}; nothing in the document says which`,
    });
  }
}

/** A trade is confirmed within days; one confirmed after more than this many is the other way to read both dates. */
const PROMPT_DAYS = 10;
const LATE_DAYS = 45;

function isPrompt(found: FoundFields, dates: readonly AmbiguousDate[], order: SlashOrder): boolean {
  const days = daysToConfirm(found, dates, order);
  return days !== undefined && days >= 0 && days <= PROMPT_DAYS;
}

/** Whether this order says clearly that the confirmation is prompt, or clearly that it is not. */
function saysWhen(found: FoundFields, dates: readonly AmbiguousDate[], order: SlashOrder): boolean {
  const days = daysToConfirm(found, dates, order);
  return days !== undefined && (days < 0 || days <= PROMPT_DAYS || days > LATE_DAYS);
}

function daysToConfirm(found: FoundFields, dates: readonly AmbiguousDate[], order: SlashOrder): number | undefined {
  const [trade, confirmation] = (['trade_date', 'confirmation_date'] as const).map((field) =>
    dateIn(found, dates, order, field),
  );
  if (trade === undefined || confirmation === undefined) return undefined;
  return (Date.parse(confirmation) - Date.parse(trade)) / 86_400_000;
}

function dateIn(
  found: FoundFields,
  dates: readonly AmbiguousDate[],
  order: SlashOrder,
  field: TradeField,
): string | undefined {
  const open = dates.find((date) => date.field === field);
  if (!open) return found.get(field);
  return order === 'day-first' ? open.dayFirst : open.monthFirst;
}

function isInOrder(found: FoundFields, dates: readonly AmbiguousDate[], order: SlashOrder): boolean {
  const dateOf = (field: TradeField) => dateIn(found, dates, order, field);
  return IN_ORDER.every(([earlier, later]) => {
    const [before, after] = [dateOf(earlier), dateOf(later)];
    return before === undefined || after === undefined || before <= after;
  });
}
