import type {
  AcceptedWording,
  ExtractedTrade,
  Extraction,
  OtherTerm,
  TradeField,
  UnknownLabel,
} from '@trade-matching/domain';
import { isATrade } from './completeness.ts';
import { readCorrected, stillIncomplete } from './correct-trade.ts';
import { canonicalLabel } from './labels.ts';

/** What the reader makes of a term by a wording. */
export type WordingReading =
  | { readonly kind: 'read'; readonly value: string; readonly literal: string; readonly term: OtherTerm }
  /** `why` is for a person. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly literal: string };

type Parts = Pick<ExtractedTrade, 'trade' | 'other_terms' | 'flags' | 'evidence'>;

/** The term that a field was taken from though no list has its label: where it is right, the label is a wording. */
export function unsureTerm(
  { flags, evidence }: Pick<Parts, 'flags' | 'evidence'>,
  field: TradeField,
): OtherTerm | undefined {
  const stated = evidence[field];
  if (!stated || !flags.some((each) => each.code === 'UNSURE_VALUE' && each.field === field)) return undefined;
  const { label, literal, page, line, boxes } = stated;
  return { ...{ label, key: canonicalLabel(label), literal, page, line, economic: true }, ...(boxes && { boxes }) };
}

/**
 * Reads a field from the term that bears a wording's label, by the product's own reader. Undefined where the document has no
 * such label, is sure of the field already, or is of another product.
 */
export function readByWording(
  parts: Parts,
  { key, field, product }: Pick<AcceptedWording, 'key' | 'field' | 'product'>,
): WordingReading | undefined {
  const { trade, other_terms } = parts;
  if (trade.product !== product) return undefined;
  const unsure = unsureTerm(parts, field);
  if (trade[field] !== undefined && unsure?.key !== key) return undefined;
  const [term, ...others] = [...(unsure ? [unsure] : []), ...other_terms].filter((each) => each.key === key);
  if (!term) return undefined;
  const { literal } = term;
  // Two of one label that differ are no statement.
  if (others.some((each) => each.literal !== literal)) {
    return { kind: 'unreadable', literal, why: `the document has “${term.label}” more than once` };
  }
  const reading = readCorrected(trade, { field, literal });
  return reading.kind === 'value'
    ? { kind: 'read', value: reading.value, literal, term }
    : { kind: 'unreadable', why: reading.why, literal };
}

/**
 * What a document says, read with the wordings that people accepted. A term that is read is a field from then on, with its
 * place, and no other term; one that cannot be read stays what it was. What the vocabulary reads is never changed.
 */
export function applyWordings(extracted: ExtractedTrade, wordings: readonly AcceptedWording[]): ExtractedTrade {
  let parts = extracted;
  for (const wording of wordings) parts = applied(parts, wording);
  return parts;
}

/**
 * The same of the outcome of reading: a document that was refused as incomplete is a trade where the wordings say enough of
 * it, and is for review where it lacks something still.
 */
export function readWithWordings(extraction: Extraction, wordings: readonly AcceptedWording[]): Extraction {
  if (extraction.outcome === 'extracted')
    return { ...extraction, extracted: applyWordings(extraction.extracted, wordings) };
  if (!extraction.partial) return extraction;
  const partial = applyWordings(extraction.partial, wordings);
  const { product: _product, source_type: _source, ...values } = partial.trade;
  const { evidence, inferred } = partial;
  if (isATrade({ values, evidence, inferred })) return { outcome: 'extracted', extracted: partial };
  return { ...extraction, partial };
}

/** Labels that no list has, each with what it was taken for, if for anything: each may be a wording. */
export function unknownLabels(parts: Parts): UnknownLabel[] {
  const labelOf = ({ label, key, literal }: OtherTerm) => ({ label, key, literal });
  const unsure = parts.flags.flatMap(({ field }) => {
    const term = field && unsureTerm(parts, field);
    return term ? [{ ...labelOf(term), field }] : [];
  });
  return [...unsure, ...parts.other_terms.filter(({ economic }) => economic).map(labelOf)];
}

function applied(parts: ExtractedTrade, wording: AcceptedWording): ExtractedTrade {
  const reading = readByWording(parts, wording);
  if (reading?.kind !== 'read') return parts;
  const { value, literal, term } = reading;
  const trade = { ...parts.trade, [wording.field]: value };
  const { page, line, label, boxes } = term;
  const place = { page, line, label, literal, confidence: 1, ...(boxes && { boxes }) };
  const others = parts.flags.filter(({ code, field }) => code !== 'INCOMPLETE' && !isDoubt(code, field, wording.field));
  return {
    ...parts,
    trade,
    evidence: { ...parts.evidence, [wording.field]: place },
    other_terms: parts.other_terms.filter((each) => each.key !== wording.key),
    flags: [...others, ...stillIncomplete(parts.flags, trade)],
  };
}

/** What was said of the field before its label was known: that it could not be read, or was guessed by its value. */
function isDoubt(code: string, field: TradeField | undefined, read: TradeField): boolean {
  return (code === 'UNREAD_VALUE' || code === 'UNSURE_VALUE') && field === read;
}
