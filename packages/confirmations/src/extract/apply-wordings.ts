import type { AcceptedWording, ExtractedTrade, OtherTerm, TradeField } from '@trade-matching/domain';
import { readCorrected, stillIncomplete } from './correct-trade.ts';

/** What the reader makes of a term by a wording. */
export type WordingReading =
  | { readonly kind: 'read'; readonly value: string; readonly literal: string; readonly term: OtherTerm }
  /** `why` is for a person. */
  | { readonly kind: 'unreadable'; readonly why: string; readonly literal: string };

type Parts = Pick<ExtractedTrade, 'trade' | 'other_terms'>;

/**
 * Reads a field from the other term that bears a wording's label, by the product's own reader. Undefined where the document
 * has no such label, has the field already, or is of another product.
 */
export function readByWording(
  { trade, other_terms }: Parts,
  { key, field, product }: Pick<AcceptedWording, 'key' | 'field' | 'product'>,
): WordingReading | undefined {
  if (trade.product !== product || trade[field] !== undefined) return undefined;
  const terms = other_terms.filter((each) => each.key === key);
  const [term, ...others] = terms;
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

/** What is said of a field that has no value yet: that it could not be read. */
function isDoubt(code: string, field: TradeField | undefined, read: TradeField): boolean {
  return code === 'UNREAD_VALUE' && field === read;
}
