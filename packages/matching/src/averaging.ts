import type { OtherTerm } from '@trade-matching/domain';
import type { Side } from './side.ts';

const ARITHMETIC =
  /\barithmetic(?:al)? (?:mean|average|avg)\b|\barithmetische[rs]? (?:mittel|durchschnitt)|\bmoyenne arithmétique\b|\bmedia aritm[eé]tica\b|\bunweighted (?:mean|average|avg)\b|\bungewichtete[rs]? (?:mittel|durchschnitt)|\bmoyenne non pondérée\b|\bmedia (?:non ponderata|no ponderada|semplice|simple)\b|\b(?:average|mean) (?:of|over) (?:all|each|every|the|daily)\b/i;
/** What makes a mean another one; unweighted is what it is anyway (ISDA 2005 Commodity Definitions, Method of Averaging). */
const ANOTHER_MEAN =
  /(?<!un)weighted|\bgeometric|\bharmonic|(?<!un)gewichtet|(?<!non )pondérée|(?<!no )ponderada|(?<!non )ponderata|\bexclud|\bexcept|\b(?:last|first|final|only)\s+(?!nearby\b|front\b|month\b|contract\b)(?:\w+\s+){0,3}(?:days?|prices|quotations|fixings)\b|\b(?:\d+|two|three|five|ten)\b[^.;]{0,24}\bdays?\b/i;

/** What labels call how the floating price is found. */
const OF_PRICING =
  /\baverag|\bpricing\b|\bfloating price\b|\bdetermination\b|preisermittlung|durchschnitt|\bpromedio\b|\bmedia\b|\bmoyenne\b|\bprice\b/;

/**
 * Whether a method of averaging that one side prints by itself stands in the other's cell of the reference price, or under a
 * label of its own: the plain arithmetic mean in both. Any other mean, of some of the days, or a mean that the other does not
 * speak of, is a difference.
 */
export function saysSameMean({ key, literal }: OtherTerm, { evidence, trade, other_terms = [] }: Side): boolean {
  if (trade.product !== 'COMMODITY_SWAP' || !OF_PRICING.test(key) || !isPlainMean(literal)) return false;
  const own = other_terms.filter((term) => OF_PRICING.test(term.key));
  // A mean of another kind beside it is the one that counts.
  if (own.some((term) => ARITHMETIC.test(term.literal) && !isPlainMean(term.literal))) return false;
  return [evidence?.commodity_reference_price?.literal ?? '', ...own.map((term) => term.literal)].some(isPlainMean);
}

const UNWEIGHTED = /^(?:unweighted|ungewichtet|non pondérée|no ponderada|non ponderata)$/i;
const isPlainMean = (text: string): boolean =>
  (ARITHMETIC.test(text) || UNWEIGHTED.test(text.trim())) && !ANOTHER_MEAN.test(text);
