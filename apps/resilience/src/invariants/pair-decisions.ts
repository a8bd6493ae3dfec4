import type { MatchRecord, TradeRecord } from '@trade-matching/domain';
import type { PairDecided } from '../chaos/analysts.ts';
import type { Violation } from './check-invariants.ts';
import type { Observation } from './observe.ts';

const INVARIANTS: Readonly<Record<PairDecided['decision'], string>> = {
  forced: 'a forced pair stays a pair, whatever documents come',
  forbidden: 'a forbidden pair is never one again',
  'by rules': "a decision on a pair that was taken back is the rules' again",
};

/** What people forced together is a pair, what they parted is none, and what they took back is the rules' again. */
export function checkPairDecisions(
  { trades, matches }: Observation,
  decided: ReadonlyMap<string, PairDecided>,
): Violation[] {
  const byKey = new Map((trades as unknown as TradeRecord[]).map((trade) => [trade.trade_key, trade]));
  return [...decided].flatMap(([case_id, { pair, decision }]) => {
    const ours = byKey.get(pair.bank_trade_key);
    const theirs = byKey.get(pair.counterparty_trade_key);
    const match = (matches as unknown as MatchRecord[]).find(
      (each) => each.bank_trade_key === ours?.trade_key && each.counterparty_trade_key === theirs?.trade_key,
    );
    const what = `case ${case_id}: ${ours?.s3_key} and ${theirs?.s3_key} are ${match ? `${match.status} by ${match.paired_by}` : 'no pair'}`;
    const [oursSay, theirsSay] = [ours?.pair_decisions, theirs?.pair_decisions];
    const isForced =
      oursSay?.forced_with === pair.counterparty_trade_key && theirsSay?.forced_with === pair.bank_trade_key;
    const isForbidden =
      oursSay?.never_with?.includes(pair.counterparty_trade_key) === true &&
      theirsSay?.never_with?.includes(pair.bank_trade_key) === true;
    const holds = {
      forced: isForced && !isForbidden && match?.paired_by === 'decision',
      forbidden: isForbidden && !isForced && !match,
      'by rules': !isForced && !isForbidden && match?.paired_by !== 'decision',
    };
    return holds[decision] ? [] : [{ invariant: INVARIANTS[decision], what }];
  });
}

/** Keys of the trades that are in no pair by the rules, since people said so. */
export function partedTrades(decided: ReadonlyMap<string, PairDecided>): ReadonlySet<string> {
  const parted = [...decided.values()].filter(({ decision }) => decision === 'forbidden');
  return new Set(parted.flatMap(({ pair }) => Object.values(pair) as string[]));
}
