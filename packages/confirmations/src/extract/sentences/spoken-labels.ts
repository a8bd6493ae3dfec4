import { FIELD_KINDS, type Product, type TradeField } from '@trade-matching/domain';
import { DATE_LITERAL } from '../values/dates.ts';
import type { Reading, ReadingContext } from '../values/readers.ts';
import { termFor } from '../vocabulary/index.ts';
import { ISDA_INDEX } from './leg-sentence.ts';

export type Take = (reading: Reading, literal: string) => void;

/** What stands between a label and its value in a sentence; a comma only before a date, nothing only before a figure. */
const LINK = new RegExp(
  `\\s+(?:of|is|are|shall be|will be|being|was|equals|equal to)\\s+|,\\s+(?=(?:the\\s+)?${DATE_LITERAL})|(?<=\\b[Dd]ate)\\s+(?=${DATE_LITERAL})|(?<=\\b(?:amount|strike|notional))\\s+(?=(?:[A-Z]{3}\\s?)?\\d)`,
  'g',
);
const MOST_LABEL_WORDS = 6;
const LONGEST_VALUE = 70;
const VALUE_ENDS =
  /[;]|,\sbeing\s|\.\s|\.$|\s(?:and (?:the|is|calculated|its)|with a|payable|which|on an?|for the|from and|acts?|as)\s/;
const BEGINS_AS_DATE =
  /^(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)/i;
/** Kinds of which a sentence does not say where the value ends. */
const WITHOUT_END: ReadonlySet<string> = new Set(['text', 'list', 'reference', 'party-name']);

/** Kinds whose values are words of their own. */
const WORDS_ALONE: ReadonlySet<string> = new Set([
  'party',
  'enum',
  'frequency',
  'day-count',
  'business-day-convention',
  'tenor',
]);

/** `The Effective Date is 16 February 2026`, `a notional amount of EUR 5 million`, and `(the termination date)` after it. */
export function readSpokenLabels(product: Product, sentences: string, context: ReadingContext, take: Take): void {
  for (const link of sentences.matchAll(LINK)) {
    const before = sentences.slice(Math.max(0, link.index - 70), link.index).replace(/,$/, '');
    const clause = before.slice(before.search(/[^.;:(),“”"]*$/));
    const words = clause.trim().split(/\s+/).slice(-MOST_LABEL_WORDS);
    const value =
      sentences
        .slice(link.index + link[0].length)
        .slice(0, LONGEST_VALUE)
        .split(VALUE_ENDS)[0] ?? '';
    if (value === '') continue;
    for (let from = 0; from < words.length; from++) {
      const label = words.slice(from).join(' ');
      const term = termFor(product, label, []);
      // `will pay a fixed rate of`: the label begins behind the verb.
      if (!term || isPlainWord(label) || /^(?:pays?|paid|will|shall)\b/i.test(label)) continue;
      const reading = term.read(
        term && ISDA_INDEX.test(value) ? (ISDA_INDEX.exec(value)?.[0] ?? value) : value,
        context,
      );
      if (isSpoken(reading, value)) take(reading, `${label}${link[0]}${value}`);
      break;
    }
  }
  readDefinedAfter(product, sentences, context, take);
}

/** Words that are a label in a form and say less in a sentence. */
function isPlainWord(label: string): boolean {
  return /^(?:the |an? )?(?:from|to|end|start|value|agreement|type|rate|amount|currency|party|date|settlement|reference|transaction|period|term|delivery|law|option|call|put|return|index|credit|price|payments?|style|equity|shares?|number|bank|client)$/i.test(
    label,
  );
}

/** A value stands right after its label, not somewhere in the sentence, and it is clear where it ends. */
function isSpoken(reading: Reading, value: string): boolean {
  // Who calculates may be another in another case: the phrases of it look for that.
  if (reading.kind !== 'fields' || 'calculation_agent' in reading.fields) return false;
  const kinds = Object.keys(reading.fields).map((field) => FIELD_KINDS[field as TradeField] as string);
  if (kinds.some((kind) => WITHOUT_END.has(kind))) return false;
  if (kinds.includes('index')) return ISDA_INDEX.test(value);
  if (kinds.includes('date')) return BEGINS_AS_DATE.test(value);
  return (
    kinds.some((kind) => WORDS_ALONE.has(kind)) ||
    /^(?:plus |minus |zero|nil|none|the\s+|[A-Z]{3}\/[A-Z]{3}\s|[A-Z]{3}\s?|[A-Z][a-z]+ )?[-+]?\d|^(?:zero|nil|none|flat)\b/i.test(
      value,
    )
  );
}

const AMOUNT = /(?:[A-Z]{3}|US\$|€|£)\s?\d[\d.,'’\u00a0 ]*(?:\s?(?:million|billion|mio|mn|mm|m|bn)\b)?/g;

/** `16 October 2025 (the effective date)`, `Kingdom of Valdoria (the Reference Entity)`. */
function readDefinedAfter(product: Product, sentences: string, context: ReadingContext, take: Take): void {
  for (const { 0: bracket, 1: inner = '', index } of sentences.matchAll(
    /\((?:the |its |each a )?["“'‘]?([^()"“”'’]{3,45})["”'’]?\)/gi,
  )) {
    const term = termFor(product, inner, []);
    if (!term) continue;
    const before = sentences.slice(Math.max(0, index - 90), index).trimEnd();
    const date = [...before.matchAll(new RegExp(DATE_LITERAL, 'g'))].at(-1)?.[0];
    const amount = [...before.matchAll(AMOUNT)].at(-1)?.[0];
    // A name is what stands after the last word that leads to one.
    const name = /(?:^|.*\b(?:on the|on|referencing|in respect of|over|named|is|of the))\s+([^;,]{3,70})$/.exec(
      before,
    )?.[1];
    for (const value of [date, amount, name]) {
      const reading: Reading =
        value === undefined || !before.endsWith(value.trim()) ? { kind: 'nothing' } : term.read(value, context);
      if (reading.kind !== 'fields') continue;
      take(reading, `${value} ${bracket}`);
      break;
    }
  }
}
