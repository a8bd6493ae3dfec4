import { type Extraction, FIELD_KINDS, type Flag, TRADE_FIELDS, type TradeField } from '@trade-matching/domain';
import { DEFAULT_PROFILE, isSameTerm } from '@trade-matching/matching';
import { Big } from 'big.js';
import { inOtherOrder } from './leg-order.ts';

/** How one field of one document was read. `extra`: read, though the document does not print it. */
export type FieldVerdict = 'right' | 'wrong' | 'missing' | 'extra';

export interface ScoredField {
  /** A canonical field, or a name of the truth that is none: it cannot be read, and counts as missing. */
  readonly field: string;
  readonly verdict: FieldVerdict;
  readonly truth?: string;
  readonly read?: string;
  /** How the document prints it, where a value was read from its text. */
  readonly literal?: string;
  /** Why the value was computed, where it was. */
  readonly inferred?: string;
  /** A review flag of the document names this field: a person looks before anyone relies on it. */
  readonly flagged?: true;
  /** Right, though the document says it in other words or another letter case than the truth. */
  readonly said_otherwise?: true;
}

/** How one field, or a group of fields, was read over all documents. */
export interface FieldScore {
  readonly field: string;
  readonly critical: boolean;
  /** Documents that print it. */
  readonly in_truth: number;
  readonly right: number;
  /** Of the right ones, those that agree as matching compares them, and not to the letter. */
  readonly right_said_otherwise: number;
  readonly wrong: number;
  /** Of the wrong ones, those with a review flag on that field. */
  readonly wrong_flagged: number;
  readonly missing: number;
  readonly extra: number;
  /** right / in_truth; null where no document prints it. */
  readonly recall: number | null;
  /** right / read; null where none was read. */
  readonly precision: number | null;
}

/**
 * Holds one document's extraction to its truth. A refused document has every field missing. Of two legs or currencies, the
 * truth's order is its own: the one is taken in which more is right.
 */
export function scoreDocument(truth: Readonly<Record<string, string | null>>, extraction: Extraction): ScoredField[] {
  const scored = scoreInOrder(truth, extraction);
  const turned = inOtherOrder(truth);
  if (!turned) return scored;
  const inOther = scoreInOrder(turned, extraction);
  const rights = (each: readonly ScoredField[]) => each.filter(({ verdict }) => verdict === 'right').length;
  return rights(inOther) > rights(scored) ? inOther : scored;
}

function scoreInOrder(truth: Readonly<Record<string, string | null>>, extraction: Extraction): ScoredField[] {
  const { trade, evidence, inferred, flags } =
    extraction.outcome === 'extracted'
      ? extraction.extracted
      : { trade: undefined, evidence: {}, inferred: {}, flags: [] };
  const flagged = new Set<string | undefined>(flags.filter(isReview).map(({ field }) => field));
  // The source is an input of the reader, not read.
  const fields = new Set<string>([...Object.keys(truth), ...Object.keys(trade ?? {})]);
  fields.delete('source_type');
  // Of no product that there was when the truth was written.
  if (truth.product === null) fields.delete('product');
  const scored: ScoredField[] = [];
  for (const field of fields) {
    const expected = truth[field];
    const read = trade?.[field as TradeField];
    const literal = evidence[field as TradeField]?.literal;
    const why = inferred[field as TradeField];
    if (expected === null && read === undefined) continue;
    const verdict = verdictOf(field, expected, read);
    scored.push({
      field,
      verdict,
      ...(verdict === 'right' && !isNumber(field) && plain(read ?? '') !== plain(expected ?? '')
        ? { said_otherwise: true }
        : {}),
      ...(expected === undefined ? {} : { truth: expected ?? 'nothing that can be read' }),
      ...(read === undefined ? {} : { read }),
      ...(literal === undefined ? {} : { literal }),
      ...(why === undefined ? {} : { inferred: why }),
      ...(flagged.has(field) ? { flagged: true } : {}),
    });
  }
  return scored;
}

function isReview({ severity }: Flag): boolean {
  return severity === 'review';
}

function verdictOf(field: string, truth: string | null | undefined, read: string | undefined): FieldVerdict {
  if (truth === undefined) return 'extra';
  if (truth === null) return 'wrong';
  if (read === undefined) return 'missing';
  return isSameValue(field, read, truth) ? 'right' : 'wrong';
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const NUMBERS: ReadonlySet<string> = new Set(['amount', 'decimal', 'quantity', 'percent', 'basis-points']);

const REFERENCES: ReadonlySet<string> = new Set<TradeField>(['trade_id', 'other_reference', 'uti']);

const isNumber = (field: string): boolean => field in FIELD_KINDS && NUMBERS.has(FIELD_KINDS[field as TradeField]);

/**
 * Numbers by value; texts as printed, save for typographic quotes and dashes and for white space, or as matching compares
 * them: `NORDVIK BANK ASA`, `englisches Recht` for English law.
 */
export function isSameValue(field: string, read: string, truth: string): boolean {
  if (isNumber(field) && DECIMAL.test(read) && DECIMAL.test(truth)) return new Big(read).eq(truth);
  if (plain(read) === plain(truth)) return true;
  // Whether two references are one is asked of a pair, not of a reading.
  return field in FIELD_KINDS && !REFERENCES.has(field) && isSameTerm(field as TradeField, read, truth);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Sums up per field, in the order of the canonical trade. */
export function scoreFields(scored: readonly ScoredField[]): FieldScore[] {
  const order = ['product', ...TRADE_FIELDS] as readonly string[];
  const position = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
  return [...Map.groupBy(scored, ({ field }) => field)]
    .sort(([a], [b]) => position(a) - position(b))
    .map(([field, ofField]) => sumUp(field, isCritical(field), ofField));
}

/** Sums over groups of fields. */
export interface Totals {
  readonly all: FieldScore;
  /** Of the documents that were not refused. */
  readonly of_read: FieldScore;
  /** Those that no other can outvote. */
  readonly critical: FieldScore;
}

/**
 * Sums over all documents. A field that no truth of the set ever states says nothing about precision: the set may be
 * older than the field.
 *
 * @param refused names of the documents that were refused
 */
export function totals(
  all: readonly (ScoredField & { readonly file: string })[],
  refused: ReadonlySet<string>,
): Totals {
  const stated = new Set(all.filter(({ verdict }) => verdict !== 'extra').map(({ field }) => field));
  const scored = all.filter(({ field }) => stated.has(field));
  return {
    all: sumUp('all fields', false, scored),
    of_read: sumUp(
      'of documents read',
      false,
      scored.filter(({ file }) => !refused.has(file)),
    ),
    critical: sumUp(
      'critical fields',
      true,
      scored.filter(({ field }) => isCritical(field)),
    ),
  };
}

function sumUp(field: string, critical: boolean, scored: readonly ScoredField[]): FieldScore {
  const count = (verdict: FieldVerdict) => scored.filter((one) => one.verdict === verdict).length;
  const [right, wrong, missing, extra] = [count('right'), count('wrong'), count('missing'), count('extra')];
  const [inTruth, read] = [right + wrong + missing, right + wrong + extra];
  return {
    field,
    critical,
    in_truth: inTruth,
    right,
    right_said_otherwise: scored.filter(({ said_otherwise }) => said_otherwise).length,
    wrong,
    wrong_flagged: scored.filter(({ verdict, flagged }) => verdict === 'wrong' && flagged).length,
    missing,
    extra,
    recall: inTruth === 0 ? null : right / inTruth,
    precision: read === 0 ? null : right / read,
  };
}

function isCritical(field: string): boolean {
  if (field === 'product') return true;
  return field in DEFAULT_PROFILE.fields && DEFAULT_PROFILE.fields[field as TradeField].weight === 'critical';
}
