import { type Account, type PairedAnew, pairAnew } from '@trade-matching/account';
import { printable } from '@trade-matching/command-line';

/** When a decision on a pair takes effect, for the help of what decides. */
export const EFFECT =
  'It takes effect at once, if the matching service can be reached from here; otherwise with the next document of either trade.';

/** Of a correction: another document would end it, not bring it about. */
export const EFFECT_OF_CORRECTION =
  'It takes effect at once, if the matching service can be reached from here; otherwise by "pair-anew".';

/** Has trades paired anew, and says what they are now or, where that could not be done, what to do. */
export async function takeEffect(
  account: Account,
  tradeKeys: readonly string[],
  otherwise: 'with another document' | 'when asked' = 'with another document',
): Promise<string> {
  const again = `npm run -s cli -- pair-anew ${tradeKeys.join(' ')} --env ${account.environment}`;
  return effectText(await pairAnew(account, tradeKeys), again, otherwise);
}

export function effectText(
  effect: PairedAnew,
  /** The command that asks again. */
  again: string,
  otherwise: 'with another document' | 'when asked' = 'with another document',
): string {
  if (effect.kind === 'paired') {
    return effect.trades
      .map(({ trade_key, match: { status, match_id } }) =>
        match_id === undefined ? `${trade_key} is ${status}` : `${trade_key} is ${status} in the match ${match_id}`,
      )
      .join('\n');
  }
  const when = otherwise === 'when asked' ? 'by:' : 'with the next document of either trade, or by:';
  return `The decision stands, but is not in effect: the matching service was not asked, ${printable(effect.why)}. It takes effect ${when} ${again}`;
}
