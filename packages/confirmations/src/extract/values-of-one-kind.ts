import { FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';
import { otherWords } from './accounting/words-of-values.ts';
import { isOpen, openTerms } from './candidates.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { DEFINITIONS } from './products/index.ts';
import { isDoubtful } from './values/doubts.ts';
import { readBusinessDayConvention, readDayCount, readFrequency } from './values/terms.ts';
import { legOf, legOfField } from './vocabulary/term.ts';

/** A longer cell is a sentence. */
const LONGEST_VALUE = 60;
const CONFIDENCE = 0.75;
/** How often something else than a payment happens. */
const NOT_PAID =
  /\b(?:reset|compound\w*|fix\w*|observ\w*|averag\w*|pric\w*|roll\w*|valu\w*|review\w*|determin\w*|publi\w*|first|last|initial|final)\b/;
/** Products whose legs are paid again and again: of others a rhythm is that of their periods. */
const PAYS_INTEREST: ReadonlySet<Product> = new Set<Product>([
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'EQUITY_SWAP',
  'CAP_FLOOR',
  'SWAPTION',
  'CREDIT_DEFAULT_SWAP',
]);
/** A label of what has no convention of its own as the trade has it. */
const OF_OTHER_DAYS = /\b(?:reset|fix\w*|valu\w*|expiry|exercise|observ\w*|pric\w*|period end|barrier|premium)\b/;

/** The one field of a kind that is open, of the leg that the entry is of if it is of one. */
function openField(found: FoundFields, product: Product, kind: FieldKind, entry: Entry): TradeField | undefined {
  const leg = legOf(canonicalLabel(entry.label)) ?? legOf(entry.column ?? '') ?? legOf(entry.section);
  const own = new Set(DEFINITIONS[product].terms.map(({ read }) => read.gives[0]));
  const fields = new Set(
    openTerms(found, product)
      .map(({ read }) => read.gives[0])
      .filter(
        (field): field is TradeField =>
          field !== undefined &&
          FIELD_KINDS[field] === kind &&
          field !== 'reset_frequency' &&
          (leg === undefined || legOfField(field) === undefined || legOfField(field) === leg),
      ),
  );
  // One frequency for the whole trade is for what has no legs.
  if ([...fields].some((field) => own.has(field) && field !== 'payment_frequency')) fields.delete('payment_frequency');
  const [only] = fields;
  return fields.size === 1 ? only : undefined;
}

/**
 * Reads the values that say by themselves what they are of, whatever their label: `Modified Following`, `Act/360`, `every three
 * months`. Each is read where one field of its kind is open, and nothing else in the document has such a value for it.
 */
export function readValuesOfOneKind(found: FoundFields, product: Product, entries: readonly Entry[]): void {
  const taken = new Map<TradeField, { value: string; entry: Entry }[]>();
  const note = (kind: FieldKind, value: string | undefined, entry: Entry) => {
    const field = value === undefined ? undefined : openField(found, product, kind, entry);
    if (field === undefined || value === undefined || isDoubtful(field, entry.value)) return;
    taken.set(field, [...(taken.get(field) ?? []), { value, entry }]);
  };
  for (const entry of entries) {
    const { label, value } = entry;
    if (!isOpen(found, entry) || value.length > LONGEST_VALUE || otherWords(value).length > 0) continue;
    const plain = canonicalLabel(label);
    const dayCount = readDayCount(value);
    note('day-count', dayCount, entry);
    if (PAYS_INTEREST.has(product) && !NOT_PAID.test(plain) && !/\d{4}/.test(value))
      note('frequency', readFrequency(value), entry);
    // `modifizierte` beside `Folgetag-Konvention` is the half of a value.
    if (dayCount === undefined && !/\d/.test(value) && !OF_OTHER_DAYS.test(plain) && !/^\p{Ll}+$/u.test(label))
      note('business-day-convention', readBusinessDayConvention(value), entry);
  }
  for (const [field, all] of taken) {
    const [first] = all;
    if (first && new Set(all.map(({ value }) => value)).size === 1)
      found.add(field, first.value, first.entry, CONFIDENCE);
  }
}
