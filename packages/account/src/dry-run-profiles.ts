import { MATCH_STATUSES, type MatchRecord, type MatchStatus } from '@trade-matching/domain';
import { chooseProfile, compareTrades, type Profiles } from '@trade-matching/matching';
import type { Account } from './connect.ts';
import { matchesOfDay, tradesByKey } from './trade-records.ts';

/** A stored pair that would have another status. */
export interface StatusChange {
  readonly match: MatchRecord;
  readonly to: MatchStatus;
  /** What the active profiles make of it now: where that is `to` as well, it is not these profiles that change it. */
  readonly active: MatchStatus;
}

export interface DryRun {
  readonly compared: number;
  readonly changes: readonly StatusChange[];
}

/** Two trades each: as many as BatchGetItem takes. */
const PAIRS_A_CALL = 50;
const MAX_CONCURRENT_CALLS = 8;

/**
 * Compares the stored pairs of these days by other profiles. It reads, and writes nothing.
 *
 * @param days on which a pair came to its status, as YYYY-MM-DD
 */
export async function dryRun(
  account: Account,
  days: readonly string[],
  profiles: { readonly active: Profiles; readonly proposed: Profiles },
  progress: (text: string) => void = () => {},
): Promise<DryRun> {
  const changes: StatusChange[] = [];
  let compared = 0;
  const compare = async (matches: readonly MatchRecord[]) => {
    const keys = matches.flatMap((match) => [match.bank_trade_key, match.counterparty_trade_key]);
    const trades = await tradesByKey(account, keys);
    for (const match of matches) {
      const [bank, counterparty] = [trades.get(match.bank_trade_key), trades.get(match.counterparty_trade_key)];
      // It has ended since it was listed.
      if (bank?.match_id !== match.match_id || counterparty?.match_id !== match.match_id) continue;
      const statusBy = (by: Profiles) => {
        const profile = chooseProfile([bank.trade, counterparty.trade], by);
        return compareTrades(bank, counterparty, { profile, pairedBy: match.paired_by }).status;
      };
      compared += 1;
      const to = statusBy(profiles.proposed);
      if (to !== match.status) changes.push({ match, to, active: statusBy(profiles.active) });
    }
    progress(`${compared} pairs compared.`);
  };
  const batches = inBatches(pairsOf(account, days));
  await Promise.all(
    Array.from({ length: MAX_CONCURRENT_CALLS }, async () => {
      for await (const batch of batches) await compare(batch);
    }),
  );
  const order = ({ match }: StatusChange) => match.match_id;
  return { compared, changes: changes.sort((a, b) => (order(a) < order(b) ? -1 : 1)) };
}

async function* pairsOf(account: Account, days: readonly string[]): AsyncGenerator<MatchRecord> {
  for (const day of days) for (const status of MATCH_STATUSES) yield* matchesOfDay(account, status, day);
}

async function* inBatches<T>(items: AsyncGenerator<T>): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < PAIRS_A_CALL) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
