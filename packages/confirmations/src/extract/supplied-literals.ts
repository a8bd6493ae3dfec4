import { FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import type { FoundFields } from './found-fields.ts';
import { proseOf } from './layout/prose.ts';
import { DEFINITIONS } from './products/index.ts';
import type { AmbiguousDate } from './slash-dates.ts';
import type { Reading, ReadingContext } from './values/readers.ts';
import { COMMON_TERMS } from './vocabulary/common.ts';

/** How a document prints fields that the rules did not find, as somebody else says: to be believed of nothing but where to look. */
export type SuppliedLiterals = { readonly [F in TradeField]?: string };

/** Characters: a value, not a paragraph. */
export const LONGEST_SUPPLIED = 200;

/** Of a value whose place the rules did not find. */
const CONFIDENCE = 0.5;

/**
 * Takes supplied values of required fields that have none. Each must stand in the visible text to the letter, as words of
 * its own, and is read by the field's own reader; what is not so is dropped. What is taken is for a person to look at.
 */
export function readSupplied(
  found: FoundFields,
  product: Product,
  text: PositionedText,
  supplied: SuppliedLiterals,
  context: ReadingContext,
  ambiguous: AmbiguousDate[],
): void {
  if (Object.keys(supplied).length === 0) return;
  const prose = proseOf(text);
  for (const field of DEFINITIONS[product].required) {
    const given = supplied[field]?.replace(/\s+/g, ' ').trim();
    if (given === undefined || found.get(field) !== undefined || found.unclear.has(field)) continue;
    if (!standsIn(prose, given) || (NUMBERS.has(FIELD_KINDS[field]) && !A_NUMBER.test(given))) continue;
    const reading = readAs(field, product, given, context);
    const entry = { ...placeOf(text, given), label: 'pointed out by a model', value: given, section: '' };
    if (reading.kind === 'ambiguous-date') ambiguous.push({ ...reading, entry });
    else if (reading.kind === 'fields') {
      found.add(field, reading.fields[field] ?? '', entry, CONFIDENCE);
      found.infer(field, reading.fields[field] ?? '', `no rule reads it; a model pointed to “${given}” in the text`);
    } else continue;
    found.flag({
      code: 'INFERRED_VALUE',
      severity: 'review',
      field,
      message: `no rule reads ${field}; a model pointed to “${given}” in the text`,
    });
  }
}

/** Their readers take the number out of more words than a value has: a rate out of a reference. */
const NUMBERS: ReadonlySet<FieldKind> = new Set(['amount', 'decimal', 'quantity', 'percent', 'basis-points']);
const A_NUMBER =
  /^(?:[A-Z]{3}\s*|[$€£¥]\s*|[-+−]\s?)?\d[\d.,'’\s]*(?:%|[A-Z]{3}|k|mm?|mio|bn|bps?|thousand|million|billion|per cent|percent|basis points?)?(?:\s*(?:per annum|p\.\s?a\.?))?$/i;

/** To the letter, and not as a piece of another word or number: `5` does not stand in `2025` or `4.5`. */
function standsIn(prose: string, literal: string): boolean {
  if (literal === '' || literal.length > LONGEST_SUPPLIED || UNPRINTED.test(literal)) return false;
  for (let at = prose.indexOf(literal); at !== -1; at = prose.indexOf(literal, at + 1)) {
    const [before, after] = [prose.slice(0, at), prose.slice(at + literal.length)];
    if (!WORD_BEFORE.test(before.slice(-2)) && !WORD_AFTER.test(after.slice(0, 2))) return true;
  }
  return false;
}

const UNPRINTED = /[\p{Co}\p{Cc}�]/u;
const WORD_BEFORE = /[\p{L}\p{N}]$|\p{N}[.,'’]$/u;
const WORD_AFTER = /^[\p{L}\p{N}]|^[.,'’]\p{N}/u;

/** By the first of the product's terms that reads this field out of the words. */
function readAs(field: TradeField, product: Product, literal: string, context: ReadingContext): Reading {
  for (const { read } of [...DEFINITIONS[product].terms, ...COMMON_TERMS]) {
    const reading = read(literal, context);
    if (reading.kind === 'fields' && reading.fields[field] !== undefined) return reading;
    if (reading.kind === 'ambiguous-date' && reading.field === field) return reading;
  }
  return { kind: 'nothing' };
}

function placeOf({ lines }: PositionedText, literal: string): { page: number; line: number } {
  const line = lines.find((each) => lineText(each).replace(/\s+/g, ' ').includes(literal));
  return { page: line?.page ?? 1, line: line?.number ?? 1 };
}
