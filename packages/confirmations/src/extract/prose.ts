import { FIELD_KINDS, otherSide, type Product, type TradeField } from '@trade-matching/domain';
import { speaker } from './exchange/forward.ts';
import type { FoundFields } from './found-fields.ts';
import { readLegSentences } from './leg-sentence.ts';
import type { Parties } from './parties/find-parties.ts';
import { DATE_LITERAL } from './values/dates.ts';
import type { Reading, ReadingContext, ValueReader } from './values/readers.ts';
import * as read from './values/readers.ts';
import { readOptionStyle, readOptionType } from './values/terms.ts';
import { termFor, VOCABULARIES } from './vocabulary/index.ts';

interface Phrase {
  readonly products?: readonly Product[];
  readonly pattern: RegExp;
  readonly read: ValueReader;
}

const REFERENCE = '(?:\\.|\\s*no\\.?|\\s*number|\\s*:)*\\s+([A-Z0-9][\\w./-]*\\d[\\w./-]*)';
const TRADED = '(?:purchased?|bought|sold|agreed|entered|concluded|dealt|granted|transacted|traded)';

/** What letters say in sentences. The first group is the value. Only fields that no label gave are read here. */
const PHRASES: readonly Phrase[] = [
  { pattern: new RegExp(`\\bour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'), read: read.reference('trade_id') },
  {
    pattern: new RegExp(`\\byour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'),
    read: read.reference('other_reference'),
  },
  { pattern: /\(yours:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)\)/i, read: read.reference('other_reference') },
  {
    pattern: new RegExp(
      `(?<!greement )(?<!as )\\b(?:on|dated|traded on|of)\\s+(${DATE_LITERAL})\\s*,?\\s+(?:we|you|\\S+(?: \\S+){0,7}?)\\s+(?:have\\s+|has\\s+)?${TRADED}\\b`,
      'i',
    ),
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b${TRADED}\\b(?: (?:to|from|with|by|between) [^.;]{1,60}?)?,? on (${DATE_LITERAL})`, 'i'),
    read: read.date('trade_date'),
  },
  { pattern: /\btrade date (?:of|is|being)\s+(.{6,40})/i, read: read.date('trade_date') },
  { pattern: new RegExp(`\\bon (${DATE_LITERAL}) \\((?:the )?["“]?trade date`, 'i'), read: read.date('trade_date') },
  {
    pattern:
      /\b(?:transaction|trade|swap|option|deal) (?:was )?(?:entered into|concluded|agreed|dealt|executed)\b[^.]{0,160}?\bon\s+(.{6,40})/i,
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b(?:entered into|concluded|agreed)\\b[^.;]{0,160}?\\bon (${DATE_LITERAL})`, 'i'),
    read: read.date('trade_date'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    pattern: /\bat (?:a|an|the) (?:\w+ ){0,2}?(?:rate|price) of\s+((?:(?:exchange )?[A-Z]{3}\/[A-Z]{3}\s+)?[\d.,]+\d)/i,
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    pattern: /\bat ((?:[A-Z]{3}\/[A-Z]{3}\s+)?\d{1,5}[.,]\d{2,8})(?!\s*(?:%|per ?cent|[ap]\.?m))/,
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD'],
    pattern: new RegExp(
      `\\b(?:fixed|fixing|valued|valuation|observed|determined)(?: date)? (?:on|is|of|for) (${DATE_LITERAL})`,
      'i',
    ),
    read: read.date('fixing_date'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD'],
    pattern: new RegExp(`\\bfixed on ${DATE_LITERAL} (?:against|by reference to|at|using) (\\S*[A-Z]\\S*[A-Z0-9])`),
    read: read.text('settlement_rate_option'),
  },
  {
    products: ['FX_FORWARD'],
    pattern:
      /\b(?:for value|value date(?: of| is)?|for settlement on|settling on|settles on|settlement on|for delivery on|value)\s+(.{6,40})/i,
    read: read.date('settlement_date'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD', 'FX_OPTION'],
    pattern: /\b(?:settles|settling|for settlement|for value) (?:on )?(.{6,40})/i,
    read: read.date('settlement_date'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD', 'FX_OPTION'],
    pattern: new RegExp(`\\b(?:settled|settlement|delivered|delivery)\\b[^.;]{0,40}? on (${DATE_LITERAL})`, 'i'),
    read: read.date('settlement_date'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\b(?:expires|expiring|expiry) (?:on |of )?(.{6,40})/i,
    read: read.date('expiry_date'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\b(?:strike|exercise) (?:price |rate )?(?:of|at|is)\s+(.{2,30})/i,
    read: read.rateAsPrinted('strike_price'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\bpremium (?:of|is|amounts to)\s+(.{4,40})/i,
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    products: ['FX_OPTION'],
    pattern: new RegExp(
      `\\bpremium\\b[^.;]{0,40}[\\d.,]*[^.;]{0,60}? (?:payable|due|paid|value)\\b[^.;]{0,40}? (?:on )?(${DATE_LITERAL})`,
      'i',
    ),
    read: read.date('premium_date'),
  },
];

/** Fills fields that no label gave from the sentences of the document. */
export function readProse(
  found: FoundFields,
  product: Product,
  prose: string,
  sentences: string,
  context: ReadingContext,
  parties: Parties,
): void {
  for (const phrase of PHRASES) {
    if (phrase.products && !phrase.products.includes(product)) continue;
    for (const match of prose.matchAll(new RegExp(phrase.pattern.source, `g${phrase.pattern.flags}`))) {
      const reading = phrase.read(match[1] ?? '', context);
      take(found, reading, match[0]);
      if (reading.kind === 'fields') break;
    }
  }
  if (VOCABULARIES[product].required.every((field) => found.get(field) !== undefined)) return;
  readSpokenLabels(found, product, sentences, context);
  if (product === 'INTEREST_RATE_SWAP') readLegSentences(found, sentences, parties);
  if (product === 'FX_OPTION') readOptionSentence(found, sentences, parties);
  if (product === 'CREDIT_DEFAULT_SWAP') readProtectionSentence(found, sentences, parties);
}

function take(found: FoundFields, reading: Reading, literal: string): void {
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
    if (found.get(field) === undefined)
      found.add(field, value, { page: 1, line: 1, label: 'text', value: literal }, 0.9);
  }
}

const SPOKEN =
  /\b([Tt]he\s+)?([A-Z][\w-]*(?:\s+(?:of\s+|and\s+)?[A-Z][\w-]*){0,5})\s+(?:of|is|shall be|will be|being|was|equals|equal to)\s+/g;
const BEGINS_AS_DATE =
  /^(?:the\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b)/i;
const WITHOUT_END = new Set(['text', 'index', 'list', 'reference', 'party-name']);

/** `The Effective Date is 16 February 2026`: a label in a sentence, with its value right after. */
function readSpokenLabels(found: FoundFields, product: Product, prose: string, context: ReadingContext): void {
  for (const match of prose.matchAll(SPOKEN)) {
    const words = (match[2] ?? '').split(/\s+/);
    const rest = prose.slice(match.index + match[0].length);
    const value = rest.slice(0, 60).split(/[;]|\.\s|\s(?:and the|with a|payable|which|on a)\s/)[0] ?? '';
    // A value stands right after its label, not somewhere in the sentence.
    if (!/^(?:the\s+|[A-Z]{3}\s?|[A-Z][a-z]+ )?[-+]?\d|^(?:Party [AB]|we|you|us)\b|^[A-Z]/.test(value)) continue;
    for (let from = 0; from < words.length; from++) {
      const term = termFor(product, words.slice(from).join(' '), []);
      if (!term || (from > 0 && words.length - from < 2)) continue;
      const reading = term.read(value, context);
      const kinds =
        reading.kind === 'fields' ? Object.keys(reading.fields).map((field) => FIELD_KINDS[field as TradeField]) : [];
      if (kinds.some((kind) => WITHOUT_END.has(kind)) || (kinds.includes('date') && !BEGINS_AS_DATE.test(value))) break;
      take(found, reading, `${match[0]}${value}`);
      break;
    }
  }
}

/** `we sold to you a European EUR Put / USD Call option`. */
function readOptionSentence(found: FoundFields, prose: string, parties: Parties): void {
  const match =
    /(\S+(?:\s+\S+){0,6}?)\s+(?:have\s+|has\s+)?(sold|granted|written|bought|purchased)\s+(?:(?:to|from)\s+.{1,60}?\s+)?(an?\s+.{0,80}?\b(?:option|put|call)\b.{0,60})/i.exec(
      prose,
    );
  const [literal = '', who = '', verb = '', what = ''] = match ?? [];
  const side = match ? speaker(who, parties) : undefined;
  if (!side) return;
  const seller = /^(?:sold|granted|written)$/i.test(verb) ? side : otherSide(side);
  take(
    found,
    read.fields({
      seller,
      buyer: otherSide(seller),
      option_style: readOptionStyle(what),
      option_type: readOptionType(what),
    }),
    literal,
  );
}

/** `Party A buys protection`. */
function readProtectionSentence(found: FoundFields, prose: string, parties: Parties): void {
  const match =
    /(\S+(?:\s+\S+){0,6}?)\s+(?:(?:shall|will|has|have|hereby)\s+)*(buys?|bought|purchase[sd]?|sells?|sold)\s+(?:credit\s+)?protection\b/i.exec(
      prose,
    );
  const side = match ? speaker(match[1] ?? '', parties) : undefined;
  if (!match || !side) return;
  const buyer = /^(?:buy|bought|purchase)/i.test(match[2] ?? '') ? side : otherSide(side);
  take(found, read.fields({ buyer, seller: otherSide(buyer) }), match[0]);
}
