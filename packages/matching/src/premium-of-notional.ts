import type { OtherTerm, Trade } from '@trade-matching/domain';
import { Big } from 'big.js';

const OF_THE_NOTIONAL =
  /^(?:the )?premium (?:equals|is|is equal to|amounts to|represents) (\d{1,2}(?:\.\d{1,6})?) ?(?:%|per ?cent\.?) of the notional(?: amount)?\.?$/i;

/**
 * Whether a sentence only reckons the premium that its document states: `The premium equals 0.85 % of the notional amount.`
 * Exactly: a share that makes another amount is a term of its own.
 */
export function isPremiumOfNotional({ literal }: OtherTerm, trade: Trade): boolean {
  const share = OF_THE_NOTIONAL.exec(literal.trim())?.[1];
  const { premium_amount, premium_currency, notional, currency } = trade;
  if (share === undefined || premium_amount === undefined || notional === undefined) return false;
  return premium_currency === currency && new Big(notional).times(share).div(100).eq(premium_amount);
}
