import type { OtherTerm, Trade } from '@trade-matching/domain';
import { Big } from 'big.js';

const OF_THE_NOTIONAL =
  /^(?:the )?premium (?:equals|is|is equal to|amounts to|represents) (\d{1,2}(?:\.\d{1,6})?) ?(?:%|per ?cent\.?) of the notional(?: amount)?\.?$/i;

/** `Premium Price: 1.7 %`, `PCT 1,7`. */
const LABEL = /^(?:the )?premium (?:price|rate|percentage|in per ?cent|in %|as % of notional)$/i;
const SHARE = /^(?:PCT ?)?(\d{1,2}(?:[.,]\d{1,6})?) ?(?:%|per ?cent\.?|pct)?(?: of (?:the )?notional(?: amount)?)?$/i;

/**
 * Whether a term only reckons the premium that its document states: `The premium equals 0.85 % of the notional amount.`
 * Exactly: a share that makes another amount is a term of its own.
 */
export function isPremiumOfNotional({ label, literal }: OtherTerm, trade: Trade): boolean {
  const text = literal.trim();
  const share = OF_THE_NOTIONAL.exec(text)?.[1] ?? (LABEL.test(label.trim()) ? SHARE.exec(text)?.[1] : undefined);
  const { premium_amount, premium_currency } = trade;
  if (share === undefined || premium_amount === undefined || premium_currency === undefined) return false;
  return amountsIn(premium_currency, trade).some((amount) =>
    new Big(amount).times(share.replace(',', '.')).div(100).eq(premium_amount),
  );
}

/** What the premium may be a share of: the notional, or the side of an option that is in its currency. */
function amountsIn(code: string, trade: Trade): readonly string[] {
  const { currency, notional, call_currency, call_amount, put_currency, put_amount } = trade;
  return [
    ...(currency === code && notional !== undefined ? [notional] : []),
    ...(call_currency === code && call_amount !== undefined ? [call_amount] : []),
    ...(put_currency === code && put_amount !== undefined ? [put_amount] : []),
  ];
}
