import type { OtherTerm } from '@trade-matching/domain';
import type { Side } from './side.ts';

const ARITHMETIC =
  /\barithmetic(?:al)? (?:mean|average)\b|\barithmetisches mittel\b|\bmoyenne arithmétique\b|\bmedia aritm[eé]tica\b/i;
/** What makes a mean another one; unweighted is what it is anyway (ISDA 2005 Commodity Definitions, Method of Averaging). */
const ANOTHER_MEAN =
  /(?<!un)weighted|\bgeometric|\bharmonic|(?<!un)gewichtet|pondérée|ponderada|ponderata|\bexclud|\bexcept/i;

/**
 * Whether a method of averaging that one side prints by itself stands in the other's cell of the reference price: the plain
 * arithmetic mean in both. Any other mean, or a mean that the other does not speak of, is a difference.
 */
export function saysSameMean({ key, literal }: OtherTerm, { evidence, trade }: Side): boolean {
  if (trade.product !== 'COMMODITY_SWAP' || !/\baverag/.test(key)) return false;
  const other = evidence?.commodity_reference_price?.literal ?? '';
  return [literal, other].every((text) => ARITHMETIC.test(text) && !ANOTHER_MEAN.test(text));
}
