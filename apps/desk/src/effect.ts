import { type Account, pairAnew } from '@trade-matching/account';

/**
 * What came of a decision on a pair, or of a correction: it is in effect now, or stands and is not yet. Nothing of other
 * decisions.
 *
 * @param otherwise when it takes effect where the matching service cannot be asked, as `with the next document`
 */
export async function effectOf(account: Account, tradeKeys: readonly string[], otherwise: string) {
  if (tradeKeys.length === 0) return {};
  const effect = await pairAnew(account, tradeKeys);
  if (effect.kind === 'paired') return { effect: { in_effect: true, trades: effect.trades } };
  const message = `The decision stands, but is not in effect: the matching service was not asked, ${effect.why}. It takes effect ${otherwise}.`;
  return { effect: { in_effect: false, message } };
}
