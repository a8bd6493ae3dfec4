import { otherSide } from '@trade-matching/domain';
import { BUILT_IN_PROFILES, choosePair, chooseProfile, compareTrades, type Profiles } from '@trade-matching/matching';
import { type MatchRecord, matchIdentity, type TradeRecord } from './store/trade-record.ts';
import type { TradeStore } from './store/trade-store.ts';

/** Others were writing the same trades all the while; the caller tries again later. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** Two arrivals at one instant settle in one or two rounds; more means a storm on one trade. */
const ROUNDS = 8;

/**
 * Pairs a stored trade with the other side's and writes the result, in rounds: read both sides, decide, write if
 * neither has changed. A trade is stored before it looks for its pair, so of two that arrive at one instant the later
 * one to look finds the other, and the transaction lets one of them write the match.
 *
 * @param onMatched called once for a match, by whoever of two arrivals wrote it
 * @returns the match as it stands, or undefined where the trade has none
 * @throws {ContentionError} after {@link ROUNDS} rounds
 */
export async function matchTrade(
  store: TradeStore,
  tradeId: string,
  now: () => string,
  profiles: Profiles = BUILT_IN_PROFILES,
  onMatched: (match: MatchRecord) => void = () => {},
): Promise<MatchRecord | undefined> {
  for (let round = 0; round < ROUNDS; round++) {
    const record = await store.trade(tradeId);
    if (!record) return undefined;
    if (record.match_id) return store.match(record.match_id);
    const free = (await store.candidates(record)).filter(({ match_id }) => match_id === undefined);
    const choice = choosePair(
      record.trade,
      free.map((candidate) => ({ id: candidate.trade_id, trade: candidate.trade, record: candidate })),
    );
    switch (choice.kind) {
      case 'none':
        return undefined;
      case 'ambiguous': {
        const marked = await Promise.all(
          [record, ...choice.candidates.map((c) => c.record)].map((r) => store.markAmbiguous(r, now())),
        );
        if (marked[0] === 'written') return undefined;
        break;
      }
      case 'paired': {
        const match = compare(record, choice.candidate.record, choice.rule, now(), profiles);
        if ((await store.writeMatch(match)) === 'written') {
          onMatched(match);
          return match;
        }
      }
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (round + 1)));
  }
  throw new ContentionError(`The trade ${tradeId} was changed by others ${ROUNDS} times while it was being matched.`);
}

function compare(
  record: TradeRecord,
  other: TradeRecord,
  rule: MatchRecord['paired_by'],
  at: string,
  profiles: Profiles,
): MatchRecord {
  const [bank, counterparty] = record.source === 'BANK' ? [record, other] : [other, record];
  const profile = chooseProfile([bank.trade, counterparty.trade], profiles);
  const result = compareTrades(bank, counterparty, { profile, pairedBy: rule });
  return {
    match_id: matchIdentity(bank.trade_id, counterparty.trade_id),
    bank_trade_id: bank.trade_id,
    bank_version: bank.version,
    bank_key: bank.s3_key,
    counterparty_trade_id: counterparty.trade_id,
    counterparty_version: counterparty.version,
    counterparty_key: counterparty.s3_key,
    status: result.status,
    paired_by: rule,
    differences: result.differences,
    flags: result.flags,
    updated_at: at,
    unpublished: true,
  };
}

/** The other side's trade of a match. */
export function counterpartOf(match: MatchRecord, source: TradeRecord['source']): string {
  return otherSide(source) === 'BANK' ? match.bank_trade_id : match.counterparty_trade_id;
}
