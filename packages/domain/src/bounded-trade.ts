import { createHash } from 'node:crypto';
import { bytesOf, cutBytes, fitting, surelyFits } from './bounds.ts';
import type { ProcessAnswer } from './process-answer.ts';
import {
  type Evidence,
  type ExtractedTrade,
  FIELD_KINDS,
  type FieldKind,
  type Flag,
  type OtherTerm,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
} from './trade.ts';

/**
 * The longest of everything that is kept of a document, in bytes of UTF-8, so that what is made of it always fits: a
 * trade and a match into an item of DynamoDB (400 KB), two trades' differences into one match.
 */
export const LONGEST = {
  /** Of a field by its kind; of all others `value`. */
  kinds: { schedule: 8_000, text: 500, index: 500, list: 500, 'party-name': 500, reference: 300 },
  value: 100,
  label: 300,
  literal: 1_000,
  message: 500,
  /** Of all that was read from a document, as JSON. */
  extracted: 120_000,
  /** Of an answer about a document, as JSON. */
  answer: 64_000,
} as const satisfies Record<string, number | { readonly [K in FieldKind]?: number }>;

/** Flags of one document or pair. */
const MAX_FLAGS = 60;
/** Boxes of one literal: printed lines. */
const MAX_BOXES = 20;
/** Readings of one literal by fields that it may be. */
const MAX_POSSIBLE = 8;

/** Bytes that a field's value may have. */
export function longestValue(field: TradeField): number {
  const kinds: { readonly [K in FieldKind]?: number } = LONGEST.kinds;
  return kinds[FIELD_KINDS[field]] ?? LONGEST.value;
}

/**
 * What was read of a document, within {@link LONGEST}. A value that is longer is no value: it is left out, flagged for review
 * and quoted. Terms without a field that do not fit any more are left out and counted in a flag. Can be repeated.
 */
export function boundExtracted(extracted: ExtractedTrade): ExtractedTrade {
  const { trade, leftOut } = boundTrade(extracted.trade);
  const cut: ExtractedTrade = {
    ...extracted,
    trade,
    evidence: mapValues(extracted.evidence, cutEvidence),
    inferred: mapValues(extracted.inferred, (why) => cutBytes(why, LONGEST.message)),
    flags: boundFlags([...extracted.flags, ...leftOut]),
    other_terms: extracted.other_terms.map(cutTerm),
  };
  return withinBudget(cut);
}

/** The flags that say the most, reviews first, and one that counts the rest. */
export function boundFlags(flags: readonly Flag[], most = MAX_FLAGS): readonly Flag[] {
  const cut = flags.map((flag) => ({ ...flag, message: cutBytes(flag.message, LONGEST.message) }));
  if (cut.length <= most) return cut;
  const reviews = cut.filter(({ severity }) => severity === 'review');
  const others = cut.filter(({ severity }) => severity !== 'review');
  const kept = [...reviews, ...others].slice(0, most - 1);
  return [...kept, leftOutFlag(`${cut.length - kept.length} more flags`)];
}

/** A flag for review that something is too long, or too much, to be kept. */
export function leftOutFlag(what: string, field?: TradeField): Flag {
  return {
    code: 'LEFT_OUT',
    severity: 'review',
    ...(field === undefined ? {} : { field }),
    message: cutBytes(`left out, since it is more than is kept: ${what}`, LONGEST.message),
  };
}

/** An answer within {@link LONGEST}: its last differences are left out where they do not fit; the stored match has them. */
export function boundAnswer(answer: ProcessAnswer): ProcessAnswer {
  if (bytesOf(answer) <= LONGEST.answer) return answer;
  const { match } = answer;
  const short = (text: string) => cutBytes(text, LONGEST.label);
  const { match_id, counterpart_trade_id, counterpart_trade_key } = match;
  return {
    status: answer.status,
    trade_id: short(answer.trade_id),
    ...(answer.trade_key === undefined ? {} : { trade_key: short(answer.trade_key) }),
    document_hash: short(answer.document_hash),
    match: {
      status: match.status,
      ...(match_id === undefined ? {} : { match_id: short(match_id) }),
      ...(counterpart_trade_id === undefined ? {} : { counterpart_trade_id: short(counterpart_trade_id) }),
      ...(counterpart_trade_key === undefined ? {} : { counterpart_trade_key: short(counterpart_trade_key) }),
      differences: [...fitting(match.differences, LONGEST.answer / 2)],
      other_terms: [...fitting(match.other_terms ?? [], LONGEST.answer / 4)],
    },
  };
}

function boundTrade(trade: Trade): { trade: Trade; leftOut: Flag[] } {
  const leftOut: Flag[] = [];
  const kept: { -readonly [F in TradeField]?: string } = {};
  for (const field of TRADE_FIELDS) {
    const value = trade[field];
    if (value === undefined) continue;
    if (cutBytes(value, longestValue(field)) === value) kept[field] = value;
    else leftOut.push(leftOutFlag(`${field} has over ${longestValue(field)} bytes: “${cutBytes(value, 200)}”`, field));
  }
  const { product, source_type } = trade;
  return { trade: { product, source_type, ...kept }, leftOut };
}

function withinBudget(extracted: ExtractedTrade): ExtractedTrade {
  if (surelyFits(extracted, LONGEST.extracted) || bytesOf(extracted) <= LONGEST.extracted) return extracted;
  const plain: ExtractedTrade = {
    ...extracted,
    evidence: mapValues(extracted.evidence, withoutBoxes),
    other_terms: extracted.other_terms.map(withoutBoxes),
  };
  const rest = bytesOf({ ...plain, other_terms: [] });
  const other_terms = fitting(plain.other_terms, Math.max(0, LONGEST.extracted - rest));
  const left = plain.other_terms.length - other_terms.length;
  if (left === 0) return plain;
  const flags = boundFlags([leftOutFlag(`${left} terms without a field`), ...plain.flags]);
  return { ...plain, other_terms, flags };
}

function cutEvidence(evidence: Evidence): Evidence {
  const { label, literal, boxes } = evidence;
  return {
    ...evidence,
    label: cutBytes(label, LONGEST.label),
    literal: cutBytes(literal, LONGEST.literal),
    ...(boxes === undefined ? {} : { boxes: boxes.slice(0, MAX_BOXES) }),
  };
}

/** Two literals that begin alike stay two: what is compared ends in a hash of the whole. */
function cutTerm(term: OtherTerm): OtherTerm {
  const { boxes, may_be, ...rest } = term;
  const { label, key, literal } = rest;
  const possible = may_be?.filter((fields) =>
    Object.entries(fields).every(([field, value]) => fitsField(field, value)),
  );
  return {
    ...rest,
    label: cutBytes(label, LONGEST.label),
    key: cutWithHash(key, LONGEST.label),
    literal: cutWithHash(literal, LONGEST.literal),
    ...(boxes === undefined ? {} : { boxes: boxes.slice(0, MAX_BOXES) }),
    ...(possible === undefined || possible.length === 0 ? {} : { may_be: possible.slice(0, MAX_POSSIBLE) }),
  };
}

function fitsField(field: string, value: string): boolean {
  return field in FIELD_KINDS && cutBytes(value, longestValue(field as TradeField)) === value;
}

function cutWithHash(text: string, most: number): string {
  if (cutBytes(text, most) === text) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return `${cutBytes(text, most - hash.length - 1)} ${hash}`;
}

function withoutBoxes<T extends { readonly boxes?: unknown }>({ boxes: _boxes, ...rest }: T): Omit<T, 'boxes'> {
  return rest;
}

function mapValues<K extends string, V>(record: { readonly [P in K]?: V }, change: (value: V) => V): { [P in K]?: V } {
  return Object.fromEntries(
    Object.entries<V | undefined>(record).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, change(value)]],
    ),
  ) as { [P in K]?: V };
}
