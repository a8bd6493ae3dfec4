import type { SNSClient } from '@aws-sdk/client-sns';
import type { EmitServiceMetric } from '@trade-matching/dashboards/metrics';
import type { Profiles } from '@trade-matching/matching';
import type { TradeStore } from '@trade-matching/trade-store';
import type { CaseWrites } from './cases/case-writes.ts';
import { type MatchedTrade, matchTrade } from './matching/match-trade.ts';
import { publishPending } from './publish-pending.ts';

export interface SettleDependencies {
  readonly sns: SNSClient;
  readonly topicArn: string;
  readonly store: TradeStore;
  readonly cases: CaseWrites;
  /** By which pairs are compared; the built-in ones where none are given. */
  readonly profiles?: Profiles;
  readonly now: () => string;
  readonly emit: EmitServiceMetric;
  /** Of what stops nothing and somebody must look at. */
  readonly warn: (message: string) => void;
}

/**
 * Pairs a stored trade with all that it hangs together with, and tells of what was written.
 *
 * @returns undefined where there is no such trade
 * @throws {ContentionError}
 */
export async function settleTrade(
  { store, cases, sns, topicArn, now, emit, profiles, warn }: SettleDependencies,
  tradeKey: string,
  { compareAnew = false }: { readonly compareAnew?: boolean } = {},
): Promise<MatchedTrade | undefined> {
  const matched = await matchTrade(store, tradeKey, now, {
    cases,
    compareAnew,
    ...(profiles === undefined ? {} : { profiles }),
    onMatched: (written) => emit('MatchResults', 1, { Status: written.status }),
  });
  if (matched) await publishPending({ sns, topicArn }, store, matched, { now, warn });
  return matched;
}
