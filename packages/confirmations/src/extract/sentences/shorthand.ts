import { FIELD_KINDS, type Product, type TradeField } from '@trade-matching/domain';
import { type Line, lineText } from '../../read/positioned-text.ts';
import { otherWords } from '../accounting/words-of-values.ts';
import type { FoundFields } from '../found-fields.ts';
import type { LooseLine } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import type { Reading, ReadingContext } from '../values/readers.ts';
import { readBusinessDayConvention } from '../values/terms.ts';
import { isKnownLabel, termFor } from '../vocabulary/index.ts';
import { HAS_LEG_SENTENCES, payingSentences, readLegSentence } from './leg-sentence.ts';

/** A longer line is of a paragraph. */
const LONGEST_LINE = 120;
const MOST_LABEL_WORDS = 4;
const BULLET = /^\s*(?:[-–—*•·▪o>]|\(?\d{1,2}[.)])\s+/;
/** Commas part clauses, but not the digits of a number nor a date. */
const BETWEEN_CLAUSES = /\s*;\s*|,\s+(?!\d{4}\b)|\s+[-–—|]\s+/;

const DATE = new RegExp(`^(?:on |the )?${DATE_LITERAL}$`, 'i');
const AMOUNT =
  /^(?:[A-Z]{3}|US\$|[€£$¥])\s?\d[\d.,'’ ]*(?:\s?(?:million|billion|mio|mln|mn|mm|m|bn|k))?$|^\d[\d.,'’ ]*(?:\s?(?:million|billion|mio|mln|mn|mm|m|bn|k))?\s?[A-Z]{3}$/i;
const NUMBER = /^[-+]?\d[\d.,]*\s?(?:%|pct|per\s?cent|bps?|basis points?|p\.?a\.?)*$/i;
const CONVENTION =
  /^(?:mod(?:ified|\.)?\s*(?:fol(?:lowing|l|\.)?|prec(?:eding|\.)?)|following|preceding)(?: business day)?(?: convention)?$/i;

/**
 * Reads what a message between dealers says line by line, without colons: `Notional EUR 30m, start 6 May 2027, end 6 May 2032`,
 * `- We pay fixed 3.125%, annual, 30/360`. Only what fills a clause whole is read, and only what nothing else gave.
 */
export function readShorthand(
  found: FoundFields,
  product: Product,
  loose: readonly LooseLine[],
  document: ReadingContext,
  parties: Parties,
): void {
  const context: ReadingContext = { ...document, inSentence: true };
  for (const { line } of loose) {
    const text = lineText(line).replace(BULLET, '').trim();
    if (text.length > LONGEST_LINE) continue;
    const place = { page: line.page, line: line.number, label: 'text', value: text, ...boxesOfLine(line) };
    if (HAS_LEG_SENTENCES.has(product)) {
      for (const { payer, text: said } of payingSentences(text, parties))
        readLegSentence(found, product, payer, said, { ...place, value: said });
    }
    for (const clause of text.replace(/\.$/, '').split(BETWEEN_CLAUSES))
      readClause(found, product, clause, context, place);
  }
}

function boxesOfLine({ segments, y, height }: Line) {
  return {
    boxes: segments.map(({ x, right }) => ({ x, y: y - 0.8 * height, width: right - x, height: 1.05 * height })),
  };
}

function readClause(
  found: FoundFields,
  product: Product,
  clause: string,
  context: ReadingContext,
  place: { readonly page: number; readonly line: number; readonly label: string; readonly value: string },
): void {
  if (CONVENTION.test(clause)) {
    give(
      found,
      { kind: 'fields', fields: { business_day_convention: readBusinessDayConvention(clause) ?? '' } },
      { ...place, value: clause },
    );
    return;
  }
  const words = clause.split(/\s+/);
  for (let taken = Math.min(MOST_LABEL_WORDS, words.length - 1); taken > 0; taken--) {
    const [label, value] = [
      words.slice(0, taken).join(' '),
      words
        .slice(taken)
        .join(' ')
        .replace(/^(?:is|of|at|=)\s+/, ''),
    ];
    if (!isKnownLabel(label)) continue;
    const reading = termFor(product, label, [])?.read(value, context);
    if (!reading || !isWhole(reading, value)) continue;
    give(found, reading, { ...place, label, value });
    return;
  }
}

function give(found: FoundFields, reading: Reading, place: Parameters<FoundFields['add']>[2]): void {
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][])
    if (found.get(field) === undefined && value !== '') found.add(field, value, place, 0.9);
}

/** Whether the value of a clause is all that it says. */
function isWhole(reading: Reading, value: string): boolean {
  if (reading.kind !== 'fields') return false;
  const kinds = (Object.keys(reading.fields) as TradeField[]).map((field) => FIELD_KINDS[field]);
  if (kinds.includes('date')) return DATE.test(value);
  if (kinds.some((kind) => kind === 'amount' || kind === 'currency')) return AMOUNT.test(value);
  if (kinds.some((kind) => kind === 'percent' || kind === 'basis-points' || kind === 'decimal'))
    return NUMBER.test(value);
  if (
    kinds.some(
      (kind) =>
        kind === 'frequency' ||
        kind === 'day-count' ||
        kind === 'business-day-convention' ||
        kind === 'enum' ||
        kind === 'tenor',
    )
  )
    return otherWords(value).length === 0;
  return false;
}
