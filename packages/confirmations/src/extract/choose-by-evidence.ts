import { FIELD_KINDS, type Product, type TradeField } from '@trade-matching/domain';
import { type Candidate, candidateFor, isOpen, openTerms, TELLING } from './candidates.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { DEFINITIONS } from './products/index.ts';
import { readDate } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

/** How much of a label's words have to be of a field's labels for a reading without a flag, and for one at all. */
const SURE = 0.72;
const LIKELY = 0.4;
/** How far the best has to be ahead of the next. */
const MARGIN = 0.12;
const SURE_CONFIDENCE = 0.75;
const UNSURE_CONFIDENCE = 0.5;

/**
 * Reads, for the fields that no label gave, the entries whose labels no list holds. Candidates (entry × open field) are
 * scored by the words that their labels share with the field's, by the leg of their heading, and by the value's kind. They
 * are assigned as a whole, the best first, each entry and each field once. Without a clear winner nothing is read; a value
 * that fits one open field alone is read with little confidence, for a person to look at.
 */
export function chooseByEvidence(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  context: ReadingContext,
): void {
  const required = new Set(DEFINITIONS[product].required);
  takeLoneDate(found, required, entries, context);
  const open = entries.filter((entry) => isOpen(found, entry));
  if (open.length === 0) return;
  const terms = openTerms(found, product);
  if (terms.length === 0) return;
  // Of two parties the other follows from the one that is known.
  const follows = new Set(
    (DEFINITIONS[product].counterparts ?? [])
      .filter((pair) => pair.some((field) => found.get(field) !== undefined))
      .flat(),
  );
  const candidates = open
    .flatMap((entry) => terms.flatMap((term) => candidateFor(entry, term, product, context)))
    .filter(({ field }) => !follows.has(field));
  // What a trade need not have is taken only where its label says so.
  const likely = candidates.filter(({ field, score }) => score >= (required.has(field) ? LIKELY : SURE));
  for (const candidate of likely.toSorted((a, b) => b.score - a.score)) {
    const { entry, field, score } = candidate;
    if (found.get(field) !== undefined || found.isUsed(entry)) continue;
    const rivals = candidates.filter(
      (other) =>
        other !== candidate &&
        (other.entry === entry || other.field === field) &&
        (other.field !== field) === (other.entry === entry) &&
        found.get(other.field) === undefined &&
        !found.isUsed(other.entry) &&
        other.score > score - MARGIN,
    );
    if (rivals.length > 0) continue;
    take(found, candidate, score >= SURE);
  }
  for (const entry of open) {
    if (found.isUsed(entry)) continue;
    const fits = candidates.filter(
      (other) =>
        other.entry === entry &&
        required.has(other.field) &&
        // A name fits who pays and who receives alike.
        FIELD_KINDS[other.field] !== 'party' &&
        found.get(other.field) === undefined &&
        TELLING.has(FIELD_KINDS[other.field]),
    );
    const [only] = fits;
    if (!only || new Set(fits.map(({ field }) => field)).size > 1) continue;
    const rivals = candidates.filter(
      (other) => other.field === only.field && other.entry !== entry && !found.isUsed(other.entry),
    );
    if (rivals.length === 0) take(found, only, false);
  }
}

/** `Date` alone is the trade's where nothing else is, and a person has to look. */
function takeLoneDate(
  found: FoundFields,
  required: ReadonlySet<TradeField>,
  entries: readonly Entry[],
  context: ReadingContext,
): void {
  if (!required.has('trade_date') || found.get('trade_date') !== undefined || found.unclear.has('trade_date')) return;
  const dates = entries.filter(({ label }) => canonicalLabel(label) === 'date');
  const [entry] = dates;
  const reading = entry && readDate(entry.value, context.slashOrder);
  if (dates.length !== 1 || !entry || reading?.kind !== 'date') return;
  take(found, { entry, field: 'trade_date', fields: { trade_date: reading.date }, score: 0 }, false);
}

function take(found: FoundFields, { entry, field, fields }: Candidate, isSure: boolean): void {
  for (const [given, value] of Object.entries(fields) as [TradeField, string][]) {
    if (found.get(given) === undefined) found.add(given, value, entry, isSure ? SURE_CONFIDENCE : UNSURE_CONFIDENCE);
  }
  if (isSure) return;
  found.flag({
    code: 'UNSURE_VALUE',
    severity: 'review',
    field,
    message: `${entry.label} “${entry.value}” was taken for the ${field.replaceAll('_', ' ')}: no list has this label, and its value fits nothing else`,
  });
}
