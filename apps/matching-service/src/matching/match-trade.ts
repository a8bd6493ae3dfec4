import { canonicalHash, type MatchEnd, type MatchRecord, type TradeRecord } from '@trade-matching/domain';
import { BUILT_IN_PROFILES, type Profiles } from '@trade-matching/matching';
import { aloneStatus, type TradeStore } from '@trade-matching/trade-store';
import { type CaseWrites, NO_CASES } from '../cases/case-writes.ts';
import { comparePair } from './compare-pair.ts';
import { type MatchPlan, planMatches } from './plan-matches.ts';
import { tiedTrades } from './tied-trades.ts';

/** Others were writing the same trades all the while; the caller tries again later. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';

  constructor(tradeKey: string, attempts: number) {
    super(`The trade ${tradeKey} was being changed by others in each of ${attempts} attempts.`);
  }
}

/** Where a trade stands when its matching is done, with those it hangs together with. */
export interface MatchedTrade {
  readonly record: TradeRecord;
  readonly match: MatchRecord | undefined;
  readonly tied: readonly TradeRecord[];
}

/** Two arrivals at one instant settle in a few attempts; more means constant writes to one trade. */
const MAX_ATTEMPTS = 16;

/** By what trades are matched, and who is told. */
export interface MatchingOptions {
  readonly profiles?: Profiles;
  /** Called once for a match, by whoever of several wrote it. */
  readonly onMatched?: (match: MatchRecord) => void;
  readonly cases?: CaseWrites;
  /** Also compares a pair that stands, and writes it anew if another result comes out: by other profiles, say. */
  readonly compareAnew?: boolean;
}

/**
 * Pairs a stored trade and all that it hangs together with, in attempts: read them, decide, write what is not so yet, each
 * write only if nobody has written its trades since. It is done when a attempt finds nothing to write. Every trade is
 * stored before it is matched, so whoever looks last sees all of them and all that was written: the pairs that stand are
 * those of the whole set, in whatever order and however close together it came. What was cut off is done by the
 * next who looks, a repeated delivery at the latest.
 *
 * @returns undefined where there is no such trade
 * @throws {ContentionError} after {@link MAX_ATTEMPTS} attempts
 */
export async function matchTrade(
  store: TradeStore,
  tradeKey: string,
  now: () => string,
  options: MatchingOptions = {},
): Promise<MatchedTrade | undefined> {
  let { compareAnew = false } = options;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const record = await store.trade(tradeKey);
    if (!record) return undefined;
    const tied = await tiedTrades(store, record);
    const plan = planMatches(tied, tradeKey);
    if (plan.end.length + plan.pair.length + plan.alone.length === 0) {
      const match = record.match_id === undefined ? undefined : await store.match(record.match_id);
      const isOther = compareAnew && match !== undefined && isComparedOtherwise(match, tied.trades, options.profiles);
      // Once: what this attempt ends, the next one writes.
      compareAnew = false;
      if (isOther) await endMatch(store, match.match_id, tied.trades, now(), options.cases ?? NO_CASES);
      else if (match || record.match_id === undefined) return { record, match, tied: tied.trades };
    } else {
      const written = await carryOut(store, plan, tied.trades, now, options);
      const [match] = written ?? [];
      if (match && isPlainPair(plan, record)) return { record, match, tied: [record] };
      if (written) continue;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (attempt + 1)));
  }
  throw new ContentionError(tradeKey, MAX_ATTEMPTS);
}

function isComparedOtherwise(match: MatchRecord, tied: readonly TradeRecord[], profiles = BUILT_IN_PROFILES): boolean {
  const side = (key: string) => tied.find(({ trade_key }) => trade_key === key);
  const [bank, counterparty] = [side(match.bank_trade_key), side(match.counterparty_trade_key)];
  if (!bank || !counterparty) return false;
  const anew = comparePair(bank, counterparty, match.paired_by, match.updated_at, profiles).match;
  const resultOf = ({ status, differences, flags, other_terms = [] }: MatchRecord) =>
    canonicalHash({ status, differences, flags, other_terms });
  return resultOf(anew) !== resultOf(match);
}

/**
 * Two that stood unmatched, and nothing else to do: the one case in which what was written need not be looked at again.
 * Whoever comes between and changes their pair must write one of the two, and finds that it has been written.
 */
function isPlainPair({ end, pair, alone }: MatchPlan, { trade_key }: TradeRecord): boolean {
  const [only, ...others] = pair;
  if (!only || others.length + end.length + alone.length > 0) return false;
  const sides = [only.bank, only.counterparty];
  return sides.some((side) => side.trade_key === trade_key) && sides.every((side) => side.match_status === 'UNMATCHED');
}

/** @returns the matches that were written, or undefined where something could not be */
async function carryOut(
  store: TradeStore,
  plan: MatchPlan,
  tied: readonly TradeRecord[],
  now: () => string,
  { profiles = BUILT_IN_PROFILES, onMatched = () => {}, cases = NO_CASES }: MatchingOptions,
): Promise<readonly MatchRecord[] | undefined> {
  // What ends changes its trades: their new pairs are for the next attempt.
  if (plan.end.length > 0) {
    const ended = await Promise.all(plan.end.map((id) => endMatch(store, id, tied, now(), cases)));
    return ended.every(Boolean) ? [] : undefined;
  }
  const matches: MatchRecord[] = [];
  const written = await Promise.all([
    ...plan.pair.map(async ({ bank, counterparty, rule }) => {
      const compared = comparePair(bank, counterparty, rule, now(), profiles);
      const items = await cases.ofMatch(compared.match, bank, counterparty);
      if ((await store.writeMatch(compared, bank, counterparty, items)) !== 'written') return false;
      matches.push(compared.match);
      onMatched(compared.match);
      return true;
    }),
    ...plan.alone.map(async ({ record, rule }) => {
      const at = now();
      const items = await cases.ofAlone(record, aloneStatus(record.flags, rule), rule, at);
      return (await store.markAlone(record, rule, at, items)) === 'written';
    }),
  ]);
  return written.every(Boolean) ? matches : undefined;
}

async function endMatch(
  store: TradeStore,
  matchId: string,
  tied: readonly TradeRecord[],
  at: string,
  cases: CaseWrites,
): Promise<boolean> {
  const match = await store.match(matchId);
  if (!match) return false;
  // One that nothing ties to the others any more is in the match all the same; it knows of cases what the other does.
  const sides = tied.filter(({ match_id }) => match_id === matchId);
  return (await store.endMatch(match, at, await cases.ofEnd(match, sides, at), endOf(match, sides))) === 'written';
}

/** Whether people or the rules ended a match, whose documents stand. */
function endOf({ bank_trade_key, counterparty_trade_key }: MatchRecord, sides: readonly TradeRecord[]): MatchEnd {
  const isDecided = sides.some(({ trade_key, pair_decisions = {} }) => {
    const other = trade_key === bank_trade_key ? counterparty_trade_key : bank_trade_key;
    const { forced_with = other, never_with = [] } = pair_decisions;
    return forced_with !== other || never_with.includes(other);
  });
  return { cause: isDecided ? 'DECISION' : 'PAIRED_OTHERWISE' };
}
