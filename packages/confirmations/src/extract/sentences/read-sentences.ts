import type { Product, TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { matchesOf } from '../matches-of.ts';
import type { Parties } from '../parties/find-parties.ts';
import type { Phrase } from '../products/definition.ts';
import { DEFINITIONS } from '../products/index.ts';
import type { Reading, ReadingContext } from '../values/readers.ts';
import * as read from '../values/readers.ts';
import { readBothSidesTrade } from './both-sides-trade.ts';
import { conventionInWords } from './days-moved.ts';
import { HAS_LEG_SENTENCES, readLegSentences } from './leg-sentence.ts';
import { COMMON_PHRASES } from './phrases.ts';
import { readSpokenLabels } from './spoken-labels.ts';
import { readStatements } from './statements.ts';
import { readOptionSentence, readProtectionSentence, readRightOnRates, readRoles } from './who-does-what.ts';

/** A product's phrases, the common ones first, each to be looked for everywhere. */
const phrasesOf = (product: Product): readonly Phrase[] => {
  const known = PHRASES_BY_PRODUCT.get(product);
  if (known) return known;
  const phrases = [...COMMON_PHRASES, ...DEFINITIONS[product].phrases].map((phrase) => ({
    ...phrase,
    pattern: new RegExp(phrase.pattern.source, `g${phrase.pattern.flags}`),
  }));
  PHRASES_BY_PRODUCT.set(product, phrases);
  return phrases;
};
const PHRASES_BY_PRODUCT = new Map<Product, readonly Phrase[]>();

const REFERENCES: ReadonlySet<TradeField> = new Set(['trade_id', 'other_reference', 'uti']);

/** Fills fields that no label gave from the sentences of the document. */
export function readSentences(
  found: FoundFields,
  product: Product,
  prose: string,
  sentences: string,
  document: ReadingContext,
  parties: Parties,
): void {
  const context: ReadingContext = { ...document, inSentence: true };
  const take = (reading: Reading, literal: string) => takeMissing(found, reading, literal);
  // `QA-` at the end of a line and `4411` on the next are one reference.
  const joined = prose.replace(/\b([A-Z]{2,6}(?:-\d+)*-) (?=\d)/g, '$1');
  for (const { gives, pattern, read } of phrasesOf(product)) {
    if (found.get(gives) !== undefined) continue;
    for (const match of matchesOf(REFERENCES.has(gives) ? joined : prose, pattern)) {
      const reading = read(match[1] ?? '', context);
      // One side's reference is not the other's too.
      if (isOtherReference(found, gives, reading)) continue;
      take(reading, match[0]);
      if (reading.kind === 'fields') break;
    }
  }
  takeConvention(found, prose);
  // A sentence that names another payer or seller than a label does contradicts it.
  const takeRole = (reading: Reading, literal: string) => takeOrContradict(found, reading, literal);
  if (DEFINITIONS[product].required.every((field) => found.get(field) !== undefined)) {
    // A message's lines give a leg in pieces: what the whole sentence says besides is of it too.
    if (HAS_LEG_SENTENCES.has(product) && isSaid(found)) readLegSentences(found, product, sentences, parties);
    readRoles(product, sentences, parties, takeRole);
    return;
  }
  readSpokenLabels(product, sentences, context, take);
  readStatements(product, sentences, context, parties, take);
  readRoles(product, sentences, parties, takeRole);
  if (HAS_LEG_SENTENCES.has(product)) readLegSentences(found, product, sentences, parties);
  if (product === 'FX_OPTION' || product === 'SWAPTION' || product === 'CAP_FLOOR') {
    readBothSidesTrade(sentences, parties, take);
    readOptionSentence(sentences, parties, take);
  }
  if (product === 'SWAPTION' || product === 'CAP_FLOOR') readRightOnRates(sentences, parties, take);
  if (product === 'CREDIT_DEFAULT_SWAP') readProtectionSentence(sentences, parties, take);
}

/** A business day convention that a whole sentence says in words. */
function takeConvention(found: FoundFields, prose: string): void {
  if (found.get('business_day_convention') !== undefined) return;
  for (const sentence of prose.split(/(?<=[.!;]["”»)]?)\s+(?=\p{Lu})/u)) {
    const convention = conventionInWords(sentence);
    if (convention === undefined) continue;
    takeMissing(found, read.fields({ business_day_convention: convention }), sentence);
    return;
  }
}

/** Whether the legs were read from text, not from labels. */
const isSaid = (found: FoundFields): boolean =>
  (['fixed_rate', 'floating_rate_index'] as const).some((field) => found.evidence[field]?.label === 'text');

function isOtherReference(found: FoundFields, gives: TradeField, reading: Reading): boolean {
  if (reading.kind !== 'fields' || (gives !== 'trade_id' && gives !== 'other_reference')) return false;
  return reading.fields[gives] === found.get(gives === 'trade_id' ? 'other_reference' : 'trade_id');
}

function takeOrContradict(found: FoundFields, reading: Reading, literal: string): void {
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][])
    found.add(field, value, { page: 0, line: 0, label: 'text', value: literal }, 0.9);
}

function takeMissing(found: FoundFields, reading: Reading, literal: string): void {
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
    if (found.get(field) === undefined)
      found.add(field, value, { page: 0, line: 0, label: 'text', value: literal }, 0.9);
  }
  if (reading.schedule !== undefined)
    found.expectSchedule(reading.schedule, { page: 0, line: 0, label: 'text', value: literal });
}
