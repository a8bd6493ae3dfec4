import { type Account, type PairedAnew, pairAnew } from '@trade-matching/account';
import { printable } from '@trade-matching/command-line';

/** When a decision on a pair takes effect, for the help of what decides. */
export const EFFECT =
  'It takes effect at once, if the matching service can be reached from here; otherwise with the next document of either trade.';

/** Has trades paired anew, and says what they are now or, where that could not be done, what to do. */
export async function takeEffect(account: Account, tradeKeys: readonly string[]): Promise<string> {
  return effectText(await pairAnew(account, tradeKeys), tradeKeys);
}

export function effectText(effect: PairedAnew, tradeKeys: readonly string[]): string {
  if (effect.kind === 'paired') {
    return effect.trades
      .map(({ trade_key, match: { status, match_id } }) =>
        match_id === undefined ? `${trade_key} is ${status}` : `${trade_key} is ${status} in the match ${match_id}`,
      )
      .join('\n');
  }
  const again = `npm run -s cli -- pair-anew ${tradeKeys.join(' ')}`;
  return `The decision stands, but is not in effect: the matching service was not asked, ${printable(effect.why)}. It takes effect with the next document of either trade, or by: ${again}`;
}
