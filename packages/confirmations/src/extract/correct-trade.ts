import {
  type Correction,
  FIELD_KINDS,
  type FieldKind,
  type Flag,
  type FlagCode,
  isCorrectable,
  LONGEST_CORRECTION,
  otherSide,
  TRADE_FIELDS,
  type Trade,
  type TradeCorrection,
  type TradeField,
  type TradeRecord,
} from '@trade-matching/domain';
import { DEFINITIONS } from './products/index.ts';
import type { Reading, ReadingContext, ValueReader } from './values/readers.ts';
import * as read from './values/readers.ts';
import { COMMON_TERMS } from './vocabulary/common.ts';

export type CorrectedValue =
  | { readonly kind: 'value'; readonly field: TradeField; readonly value: string }
  /** `why` is for a person. */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * Reads a corrected field from its literal by the product's own reader: a person says where a value stands, never what it
 * is. Nothing but the field is taken from it.
 *
 * @param trade the trade as it is, for its product and its parties
 */
export function readCorrected(
  trade: Trade,
  { field, literal, slash_order }: Pick<Correction, 'field' | 'literal' | 'slash_order'>,
): CorrectedValue {
  const known = TRADE_FIELDS.find((each) => each === field);
  if (known === undefined) return unreadable(`there is no field ${field}`);
  if (!isCorrectable(known)) return unreadable(`${field} says which trade it is: it is not corrected`);
  const given = literal.replace(/\s+/g, ' ').trim();
  if (given === '' || given.length > LONGEST_CORRECTION) {
    return unreadable(`a literal has 1 to ${LONGEST_CORRECTION} characters`);
  }
  const reading = readAs(known, trade, given, contextOf(trade, slash_order));
  switch (reading.kind) {
    case 'fields':
      return { kind: 'value', field: known, value: reading.fields[known] ?? '' };
    case 'ambiguous-date':
      return unreadable(`“${given}” is ${reading.dayFirst} or ${reading.monthFirst}: say which comes first`);
    case 'unread':
      return unreadable(`no ${field} can be read from “${given}”: ${reading.why}`);
    case 'nothing':
      return unreadable(`no ${field} of a ${trade.product} can be read from “${given}”`);
  }
}

/** The fields that a person may correct of a trade: what its product states, save what says which trade it is. */
export function correctableFields(trade: Trade): readonly TradeField[] {
  const { terms, required } = DEFINITIONS[trade.product];
  const read = [...terms, ...COMMON_TERMS].flatMap(({ read: { gives } }) => gives);
  const isOwn = (field: TradeField) => required.includes(field) || trade[field] !== undefined || read.includes(field);
  return TRADE_FIELDS.filter((field) => isCorrectable(field) && isOwn(field));
}

/** What is read of a document, with what people corrected of it. */
export type CorrectableParts = Pick<TradeRecord, 'trade' | 'flags' | 'inferred' | 'evidence'>;

/**
 * What a document says, with a person's corrections: each value read from its literal, marked `CORRECTED` and for review,
 * since one person's reading is no agreement of two documents. What was flagged of the field before is answered by it. One
 * that cannot be read any more changes nothing, and says so.
 */
export function correctTrade(parts: CorrectableParts, corrections: readonly TradeCorrection[]): CorrectableParts {
  return corrections.reduce(corrected, parts);
}

function corrected(parts: CorrectableParts, correction: TradeCorrection): CorrectableParts {
  const { by, page, literal, box, confidence } = correction;
  const reading = readCorrected(parts.trade, correction);
  if (reading.kind === 'unreadable') {
    const message = `the correction of ${correction.field} by ${by} is not taken: ${reading.why}`;
    return { ...parts, flags: [...parts.flags, flag('CORRECTED', message)] };
  }
  const { field, value } = reading;
  const before = parts.trade[field];
  const trade: Trade = { ...parts.trade, [field]: value };
  const { [field]: _inferred, ...inferred } = parts.inferred;
  const said = before === undefined ? 'had no value' : `was ${before}`;
  const picture = confidence === undefined ? '' : `, read from a picture (${Math.round(100 * confidence)} % sure)`;
  const place = `${by} read it from “${literal}” on page ${page}${picture}`;
  const others = parts.flags.filter((each) => each.code !== 'INCOMPLETE' && !isAnswered(each, field));
  return {
    trade,
    inferred,
    evidence: {
      ...parts.evidence,
      [field]: {
        ...{ page, line: 1, label: 'corrected', literal, confidence: confidence ?? 1 },
        ...(box ? { boxes: [box] } : {}),
        ...(confidence === undefined ? {} : { ocr: true }),
      },
    },
    flags: [...others, ...stillIncomplete(parts.flags, trade), flag('CORRECTED', `${field} ${said}; ${place}`, field)],
  };
}

/** What a better reading of a field answers: doubts about its value, and an earlier correction of it. */
const ANSWERED: readonly FlagCode[] = [
  ...(['AMBIGUOUS_DATE', 'AMBIGUOUS_NUMBER', 'IMPOSSIBLE_DATE', 'INFERRED_VALUE', 'UNREAD_VALUE'] as const),
  ...(['UNSURE_VALUE', 'UNSURE_SCAN', 'CONTRADICTION', 'MATURITY_DATE_MISMATCH', 'CORRECTED'] as const),
];

function isAnswered({ code, field }: Flag, corrected: TradeField): boolean {
  return field === corrected && ANSWERED.includes(code);
}

/** Of the fields that the document was said to lack, those that the trade still does. */
export function stillIncomplete(before: readonly Flag[], trade: Trade): Flag[] {
  const said = before.find(({ code }) => code === 'INCOMPLETE');
  if (!said) return [];
  const lacked = new Set(said.message.split(/[\s:,]+/));
  const missing = DEFINITIONS[trade.product].required.filter((each) => lacked.has(each) && trade[each] === undefined);
  if (missing.length === 0) return [];
  return [
    { ...flag('INCOMPLETE', `the document does not state what this product needs: ${missing.join(', ')}`), missing },
  ];
}

function flag(code: FlagCode, message: string, field?: TradeField): Flag {
  return { code, severity: 'review', message, ...(field === undefined ? {} : { field }) };
}

function contextOf(trade: Trade, slashOrder: Correction['slash_order']): ReadingContext {
  const { source_type, bank_name, counterparty_name } = trade;
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const names = [
    ['BANK', bank_name],
    ['COUNTERPARTY', counterparty_name],
  ] as const;
  return {
    slashOrder,
    decimalMark: undefined,
    party: (text) => {
      const given = plain(text);
      if (/^(?:we|us|our)$/.test(given)) return source_type;
      if (/^(?:you|your)$/.test(given)) return otherSide(source_type);
      return names.find(([, name]) => name !== undefined && plain(name) === given)?.[0];
    },
  };
}

/** By the first of the product's terms that reads this field out of the words; else why none of them does. */
function readAs(field: TradeField, trade: Trade, literal: string, context: ReadingContext): Reading {
  let why: Reading = { kind: 'nothing' };
  const definition = DEFINITIONS[trade.product];
  const terms = [...definition.terms, ...COMMON_TERMS];
  for (const { read: readTerm } of terms) {
    const reading = readTerm(literal, context);
    if (reading.kind === 'fields' && reading.fields[field] !== undefined) return reading;
    if ((reading.kind === 'ambiguous-date' || reading.kind === 'unread') && reading.field === field) why = reading;
  }
  // What the product takes out of a table or a sentence has no label with a reader: what its kind is read by.
  const isOwn = definition.required.includes(field) || trade[field] !== undefined;
  const ofKind = BY_KIND[FIELD_KINDS[field]];
  if (!isOwn || !ofKind || terms.some((term) => term.read.gives.includes(field))) return why;
  return ofKind(field)(literal, context);
}

const BY_KIND: { readonly [K in FieldKind]?: (field: TradeField) => ValueReader } = {
  amount: (field) => read.amount(field, 'currency'),
  currency: read.currency,
  date: read.date,
  percent: read.percent,
  'basis-points': read.spread,
  decimal: read.price,
  party: read.party,
};

function unreadable(why: string): CorrectedValue {
  return { kind: 'unreadable', why };
}
