import type { PairingRule, TradeRecord } from '@trade-matching/domain';
import { choosePairs, pairingKeys } from '@trade-matching/matching';
import { aloneStatus, matchIdentity } from '@trade-matching/trade-store';
import type { TiedTrades } from './tied-trades.ts';

/** What must be written so that the stored pairs are those that the trades have; nothing of each where they are. */
export interface MatchPlan {
  /** Matches that do not stand any more, by id. */
  readonly end: readonly string[];
  readonly pair: readonly {
    readonly bank: TradeRecord;
    readonly counterparty: TradeRecord;
    readonly rule: PairingRule;
  }[];
  /** Trades that have no pair: by the rule that several fit, or because none fits. */
  readonly alone: readonly { readonly record: TradeRecord; readonly rule: PairingRule | undefined }[];
}

/** @param seedId in a crowd, the only one of those without a close tie about which something is known */
export function planMatches({ trades, crowded }: TiedTrades, seedId: string): MatchPlan {
  const keyed = trades.map((record) => {
    const { fingerprint, ...references } = pairingKeys(record.trade);
    const keys = crowded || fingerprint === undefined ? references : { ...references, fingerprint };
    const { source, trade_key, pair_decisions } = record;
    return { source, keys, record, trade_key, ...(pair_decisions === undefined ? {} : { pair_decisions }) };
  });
  const { pairs, ambiguous } = choosePairs(keyed);
  const wanted = new Map<TradeRecord, { matchId: string } | { rule: PairingRule | undefined }>();
  for (const { bank, counterparty } of pairs) {
    const matchId = matchIdentity(bank.record.trade_key, counterparty.record.trade_key);
    for (const { record } of [bank, counterparty]) wanted.set(record, { matchId });
  }
  for (const { trades: group, rule } of ambiguous) for (const { record } of group) wanted.set(record, { rule });
  for (const record of trades) {
    if (wanted.has(record)) continue;
    if (!crowded) wanted.set(record, { rule: undefined });
    else if (record.trade_key === seedId) wanted.set(record, { rule: 'fingerprint' });
  }
  const end = new Set<string>();
  const alone: { record: TradeRecord; rule: PairingRule | undefined }[] = [];
  for (const [record, want] of wanted) {
    const wantedId = 'matchId' in want ? want.matchId : undefined;
    if (record.match_id !== undefined && record.match_id !== wantedId) end.add(record.match_id);
    if ('rule' in want && !standsAlone(record, want.rule)) alone.push({ record, rule: want.rule });
  }
  const pair = pairs
    .map(({ bank, counterparty, rule }) => ({ bank: bank.record, counterparty: counterparty.record, rule }))
    .filter(({ bank, counterparty }) => bank.match_id === undefined || bank.match_id !== counterparty.match_id);
  return { end: [...end], pair, alone };
}

function standsAlone(record: TradeRecord, rule: PairingRule | undefined): boolean {
  const { match_id, match_status, ambiguous_by, flags } = record;
  return match_id === undefined && ambiguous_by === rule && match_status === aloneStatus(flags, rule);
}
