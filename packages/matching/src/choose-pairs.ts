import type { PairDecisions, PairingRule, Source } from '@trade-matching/domain';
import type { PairingKeys } from './pairing-keys.ts';
import { RANKS, tieBetween } from './tie.ts';

/** A trade of either side, by what it is paired. */
export interface KeyedTrade {
  readonly source: Source;
  readonly keys: PairingKeys;
  /** By which decisions name it. */
  readonly trade_key?: string;
  readonly pair_decisions?: PairDecisions;
}

/** What becomes of a set of trades. Who is in neither list has no pair. */
export interface Pairing<T extends KeyedTrade> {
  readonly pairs: readonly { readonly bank: T; readonly counterparty: T; readonly rule: PairingRule }[];
  /** Trades that a rule ties to several, or to one that it ties to several: a person decides, never chance. */
  readonly ambiguous: readonly { readonly trades: readonly T[]; readonly rule: PairingRule }[];
}

/**
 * Pairs all trades that are tied to one another (M4). First what people decided: two that are forced together are a pair,
 * whatever else they are tied to, and a forced trade is in no other; two that are kept apart are not tied (W4). Then rule by rule, from the closest tie: two that are tied to each other
 * and to nobody else by it are a pair; a larger group is ambiguous; who is in a pair or a group is out of the later
 * rules. It depends on nothing but the trades: in whatever order they came, the outcome is the same.
 */
export function choosePairs<T extends KeyedTrade>(trades: readonly T[]): Pairing<T> {
  const pairs: { bank: T; counterparty: T; rule: PairingRule }[] = forcedPairs(trades);
  const ambiguous: { trades: T[]; rule: PairingRule }[] = [];
  // One whose partner is not here waits for it: a person said whose it is.
  let free = trades.filter(({ pair_decisions }) => pair_decisions?.forced_with === undefined);
  for (const rank of RANKS) {
    for (const { group, rule } of groupsTied(free, rank)) {
      const [bank] = group.filter(({ source }) => source === 'BANK');
      const [counterparty] = group.filter(({ source }) => source === 'COUNTERPARTY');
      if (group.length === 2 && bank && counterparty) pairs.push({ bank, counterparty, rule });
      else ambiguous.push({ trades: group, rule });
      const taken = new Set(group);
      free = free.filter((trade) => !taken.has(trade));
    }
  }
  return { pairs, ambiguous };
}

function forcedPairs<T extends KeyedTrade>(trades: readonly T[]): { bank: T; counterparty: T; rule: 'decision' }[] {
  const forced = trades.filter(({ pair_decisions }) => pair_decisions?.forced_with !== undefined);
  return forced
    .filter(({ source }) => source === 'BANK')
    .flatMap((bank) => {
      const counterparty = forced.find((each) => each.source === 'COUNTERPARTY' && areForced(bank, each));
      return counterparty ? [{ bank, counterparty, rule: 'decision' as const }] : [];
    });
}

/** Both say so: one alone was read while the decision was being written. */
function areForced(a: KeyedTrade, b: KeyedTrade): boolean {
  return namesKey(a.pair_decisions?.forced_with, b) && namesKey(b.pair_decisions?.forced_with, a);
}

function areKeptApart(a: KeyedTrade, b: KeyedTrade): boolean {
  const refuses = ({ pair_decisions }: KeyedTrade, other: KeyedTrade) =>
    pair_decisions?.never_with?.some((key) => namesKey(key, other)) ?? false;
  return refuses(a, b) || refuses(b, a);
}

function namesKey(key: string | undefined, { trade_key }: KeyedTrade): boolean {
  return key !== undefined && key === trade_key;
}

/** The groups of two or more that hang together by ties of one rank. */
function groupsTied<T extends KeyedTrade>(trades: readonly T[], rank: number): { group: T[]; rule: PairingRule }[] {
  const banks = trades.filter(({ source }) => source === 'BANK');
  const counterparties = trades.filter(({ source }) => source === 'COUNTERPARTY');
  const groups = new Map<T, { group: T[]; rule: PairingRule }>();
  for (const bank of banks) {
    for (const counterparty of counterparties) {
      const tie = tieBetween(bank.keys, counterparty.keys);
      if (tie?.rank !== rank || areKeptApart(bank, counterparty)) continue;
      const [ours, theirs] = [groups.get(bank), groups.get(counterparty)];
      if (ours && ours === theirs) continue;
      const group = [...(ours?.group ?? [bank]), ...(theirs?.group ?? [counterparty])];
      const joined = { group, rule: tie.rule };
      for (const member of group) groups.set(member, joined);
    }
  }
  return [...new Set(groups.values())];
}
