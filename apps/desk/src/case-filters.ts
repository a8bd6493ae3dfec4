import { type CaseRecord, counterpartyKey } from '@trade-matching/cases';
import * as z from 'zod';

const value = z.string().max(300);

/** What narrows the queue. The same names stand in the page's address, so that a view can be kept and sent. */
export const filterShape = {
  counterparty: value.optional(),
  product: value.optional(),
  currency: value.optional(),
  /** A field, or another term, that differs. */
  field: value.optional(),
  assignee: value.optional(),
  /** Days that it has been open, at least. */
  age: z.coerce.number().int().min(0).max(3_650).optional(),
};

export interface CaseFilters {
  readonly counterparty?: string | undefined;
  readonly product?: string | undefined;
  readonly currency?: string | undefined;
  readonly field?: string | undefined;
  readonly assignee?: string | undefined;
  readonly age?: number | undefined;
}

const DAY_MS = 86_400_000;

/** Whether a case is one that the filters leave. A counterparty is the same however its name is written. */
export function passes(
  { counterparty, product, currency, field, assignee, age }: CaseFilters,
  each: CaseRecord,
  now: string,
): boolean {
  const { origin, facts, opened_at } = each;
  return (
    (counterparty === undefined || counterpartyKey(counterparty) === counterpartyKey(origin.counterparty ?? '')) &&
    isSame(product, origin.product) &&
    isSame(currency, origin.currency) &&
    (field === undefined || facts.fields.some((one) => isSame(field, one))) &&
    (assignee === undefined || each.assignee === assignee) &&
    (age === undefined || Date.parse(now) - Date.parse(opened_at) >= age * DAY_MS)
  );
}

/** `fixed rate` is `fixed_rate`: people write fields as they are shown. */
function isSame(wanted: string | undefined, given: string | undefined): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_]+/g, ' ');
  return wanted === undefined || (given !== undefined && plain(wanted) === plain(given));
}
