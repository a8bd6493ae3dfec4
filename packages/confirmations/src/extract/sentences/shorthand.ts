import { FIELD_KINDS, type Product, type TradeField } from '@trade-matching/domain';
import { type Line, lineText } from '../../read/positioned-text.ts';
import { otherWords } from '../accounting/words-of-values.ts';
import type { FoundFields } from '../found-fields.ts';
import type { LooseLine } from '../layout/entry.ts';
import type { Sentence } from '../layout/prose.ts';
import type { Parties } from '../parties/find-parties.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import type { Reading, ReadingContext } from '../values/readers.ts';
import { readBusinessDayConvention, readSettlementType } from '../values/terms.ts';
import { isKnownLabel, termFor } from '../vocabulary/index.ts';
import { HAS_LEG_SENTENCES, payingSentences, readLegSentence } from './leg-sentence.ts';
import { readOptionSentence, readRoles } from './who-does-what.ts';

/** A longer line is of a paragraph. */
const LONGEST_LINE = 120;
const MOST_LABEL_WORDS = 4;
const BULLET = /^\s*(?:[-–—*•·▪o>]|\(?\d{1,2}[.)])\s+/;
/** Commas part clauses, but not the digits of a number nor a date. */
const BETWEEN_CLAUSES = /\s*;\s*|,\s+(?!\d{4}\b)|\s+[-–—|]\s+/;

const DATE = new RegExp(`^(?:on |the )?${DATE_LITERAL}$`, 'i');
const AMOUNT =
  /^(?:[A-Z]{3}|US\$|[€£$¥])\s?\d[\d.,'’ ]*(?:\s?(?:million|billion|mio|mln|mn|mm|m|bn|k))?$|^\d[\d.,'’ ]*(?:\s?(?:million|billion|mio|mln|mn|mm|m|bn|k))?\s?[A-Z]{3}$/i;
const NUMBER = /^[-+]?\d[\d.,'’]*\s?(?:%|pct|per\s?cent|bps?|basis points?|p\.?a\.?|[A-Z]{3}(?:\/| per )[A-Z]{3})*$/i;
const CONVENTION =
  /^(?:mod(?:ified|\.)?\s*(?:fol(?:lowing|l|\.)?|prec(?:eding|\.)?)|following|preceding)(?: business day)?(?: convention)?$/i;

const SETTLES = /^(?:(?:cash|physical(?:ly)?) (?:delivery|settlement|settled)|(?:cash|physical))$/i;
const TIME = /^\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)?,?\s(?:\p{Lu}[\p{L}]+ ?){1,3}(?:time)?$/u;

/**
 * Reads what a message between dealers says line by line, without colons: `Notional EUR 30m, start 6 May 2027, end 6 May 2032`,
 * `- We pay fixed 3.125%, annual, 30/360`. Only what fills a clause whole is read, and only what nothing else gave.
 */
export function readShorthand(
  found: FoundFields,
  product: Product,
  loose: readonly LooseLine[],
  sentences: readonly Sentence[],
  document: ReadingContext,
  parties: Parties,
): void {
  const context: ReadingContext = { ...document, inSentence: true };
  const take = (reading: Reading, literal: string) =>
    give(found, reading, { page: 0, line: 0, label: 'text', value: literal });
  for (const [line, ...rest] of itemsOf(loose)) {
    if (!line) continue;
    const text = [line, ...rest].map(lineText).join(' ').replace(BULLET, '').trim();
    if (text.length > LONGEST_LINE) continue;
    const place = { page: line.page, line: line.number, label: 'text', value: text, ...boxesOfLine(line) };
    if (found.get('buyer') === undefined) readRoles(product, text, parties, take);
    if (IS_OPTION.has(product) && found.get('buyer') === undefined) readOptionSentence(text, parties, take);
    if (HAS_LEG_SENTENCES.has(product)) {
      for (const { payer, text: said } of payingSentences(text, parties))
        readLegSentence(found, product, payer, said, { ...place, value: said });
    }
    for (const clause of clausesOf(text)) readClause(found, product, clause, context, place);
  }
  // `We buy protection from you on X, notional EUR 10m, effective 22 April 2026, scheduled termination 20 June 2031.`
  for (const { text } of sentences) {
    const [first] = text.split(BETWEEN_CLAUSES);
    for (const clause of clausesOf(text))
      if (clause !== first)
        readClause(found, product, clause, context, { page: 0, line: 0, label: 'text', value: clause });
  }
}

/** `On 1 May in each year, from 1 May 2028, the Bank shall pay`: since when something recurs, and not when the trade begins. */
const OF_WHAT_RECURS =
  /\b(?:each|every|annual(?:ly)?|yearly|(?:semi|half)-?\s?(?:annual|year)(?:ly)?|quarterly|monthly|weekly|daily|payments?|paid|pays?|instal?ments?|fixings?|resets?)\b/i;
const BARE = /^(?:from|since|until|till|to|up to|by)\s/i;

/** The clauses of a text that say something of the trade by themselves. */
function clausesOf(text: string): string[] {
  const clauses = text.replace(/\.$/, '').split(BETWEEN_CLAUSES);
  return clauses.filter((clause, i) => !(BARE.test(clause) && OF_WHAT_RECURS.test(clauses[i - 1] ?? '')));
}

const IS_OPTION: ReadonlySet<Product> = new Set(['FX_OPTION', 'SWAPTION', 'CAP_FLOOR']);

/** The lines of each item of a list, and every other line by itself: `* settlement 13 August, physical` over `delivery`. */
function itemsOf(loose: readonly LooseLine[]): Line[][] {
  const items: Line[][] = [];
  for (const { line } of loose) {
    const item = items.at(-1);
    const [first, last] = [item?.[0], item?.at(-1)];
    const isInside =
      first !== undefined &&
      last !== undefined &&
      line.page === last.page &&
      line.number === last.number + 1 &&
      (line.segments[0]?.x ?? 0) > (first.segments[0]?.x ?? 0) + 2 &&
      BULLET.test(lineText(first)) &&
      !BULLET.test(lineText(line));
    if (item && (isInside || goesOn(last, line))) item.push(line);
    else items.push([line]);
  }
  return items;
}

/** A line this long was broken where its width ended. */
const LONG_LINE = 60;

/** `…, notional USD 9.5` over `million.`: what begins with a small letter goes on with the full line above it. */
function goesOn(last: Line | undefined, line: Line): boolean {
  if (!last || line.page !== last.page || line.number !== last.number + 1) return false;
  return lineText(last).length >= LONG_LINE && /^\p{Ll}/u.test(lineText(line));
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
  // `Cash` alone on its line is the heading of what follows.
  if (SETTLES.test(clause) && clause !== place.value) {
    give(
      found,
      { kind: 'fields', fields: { settlement_type: readSettlementType(clause) ?? '' } },
      { ...place, value: clause },
    );
    return;
  }
  const words = clause.split(/\s+/);
  for (let taken = Math.min(MOST_LABEL_WORDS, words.length - 1); taken > 0; taken--) {
    const label = words.slice(0, taken).join(' ');
    if (!isKnownLabel(label)) continue;
    const value = words
      .slice(taken)
      .join(' ')
      .replace(/^(?:is|of|at|=)\s+/, '');
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
  // `Business days New York and London`.
  if ('business_centers' in reading.fields) return /^\p{Lu}[\p{L} ,&]+$/u.test(value);
  if ('cut_off_time' in reading.fields) return TIME.test(value);
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
