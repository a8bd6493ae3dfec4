import {
  type BreakFacts,
  type CaseStore,
  type CaseSubject,
  isBreak,
  isOpen,
  isSettled,
  pairFacts,
  pairOrigin,
  tradeFacts,
  tradeOrigin,
} from '@trade-matching/cases';
import type { MatchRecord, MatchStatus, PairingRule, TradeRecord } from '@trade-matching/domain';
import { chooseProfile, type Profiles } from '@trade-matching/matching';
import { matchIdentity, type TransactItem } from '@trade-matching/trade-store';

type Items = Promise<readonly TransactItem[]>;

/**
 * The writes by which cases learn what becomes of trades and matches, each for the transaction that writes that. They are
 * none, and cost no call, where nothing is broken and never was.
 */
export interface CaseWrites {
  /** Of a pair that is being written. */
  ofMatch(match: MatchRecord, bank: TradeRecord, counterparty: TradeRecord): Items;
  /** Of a match that is being ended, with its two sides. */
  ofEnd(match: MatchRecord, sides: readonly (TradeRecord | undefined)[], at: string): Items;
  /** Of a trade that is being marked as without a pair. */
  ofAlone(record: TradeRecord, status: MatchStatus, rule: PairingRule | undefined, at: string): Items;
  /** Of a document that is becoming the trade's current one, which ends its match. */
  ofVersion(record: TradeRecord, before: TradeRecord | undefined): Items;
  /** Of two trades of which a decision was taken back: cases that are open, and of nothing that is broken by now. */
  ofTakenBack(bank: TradeRecord, counterparty: TradeRecord, at: string): Items;
}

/** Where there are no cases. */
export const NO_CASES: CaseWrites = {
  ofMatch: async () => [],
  ofEnd: async () => [],
  ofAlone: async () => [],
  ofVersion: async () => [],
  ofTakenBack: async () => [],
};

export function caseWrites(cases: CaseStore, profiles: Profiles): CaseWrites {
  const endOf = (matchId: string, at: string) =>
    cases.observe({ kind: 'MATCH', id: matchId }, at, (current) =>
      current ? { facts: { ...current.facts, status: 'ENDED' } } : undefined,
    );
  /** A trade that is in a pair: if that is a break, it has a case of its own. */
  const pairedIn = ({ trade_key }: TradeRecord, match: MatchRecord) =>
    cases.observe({ kind: 'TRADE', id: trade_key }, match.updated_at, (current) =>
      current ? { facts: { ...current.facts, status: 'PAIRED' }, why: pairedWith(trade_key, match) } : undefined,
    );
  const alone = (record: TradeRecord, status: MatchStatus, rule: PairingRule | undefined, at: string) =>
    cases.observe({ kind: 'TRADE', id: record.trade_key }, at, (current) => {
      const facts = tradeFacts(record, status, rule);
      if (isBreak(status)) return { origin: tradeOrigin(record), facts };
      // Whose case was over is alleged again: that has a grace time.
      return current && (!isSettled(current.facts) || isOpen(current)) ? { facts } : undefined;
    });
  /** Open, and its subject settled: only what was taken back is that. */
  const takenBack = async (subject: CaseSubject, at: string, facts: (known: BreakFacts) => BreakFacts) =>
    cases.observe(subject, at, (current) =>
      current && isOpen(current) && isSettled(current.facts) ? { facts: facts(current.facts) } : undefined,
    );
  return {
    ofTakenBack: async (bank, counterparty, at) => {
      const match_id = matchIdentity(bank.trade_key, counterparty.trade_key);
      const isPair = bank.match_id === match_id;
      const ended = (known: BreakFacts): BreakFacts => ({ ...known, status: 'ENDED' });
      const items = await Promise.all([
        ...(isPair ? [] : [takenBack({ kind: 'MATCH', id: match_id }, at, ended)]),
        ...[bank, counterparty].map((record) =>
          takenBack({ kind: 'TRADE', id: record.trade_key }, at, (known) =>
            record.match_id === undefined ? tradeFacts(record, record.match_status, record.ambiguous_by) : ended(known),
          ),
        ),
      ]);
      return items.flat();
    },
    ofMatch: async (match, bank, counterparty) => {
      const known = [bank, counterparty].filter(({ has_cases }) => has_cases);
      if (!isBreak(match.status) && known.length === 0) return [];
      const profile = chooseProfile([bank.trade, counterparty.trade], profiles);
      const facts = pairFacts(match, bank, counterparty, profile);
      const items = await Promise.all([
        cases.observe({ kind: 'MATCH', id: match.match_id }, match.updated_at, () =>
          isBreak(match.status) ? { origin: pairOrigin(bank, counterparty), facts } : { facts },
        ),
        ...known.map((record) => pairedIn(record, match)),
      ]);
      return items.flat();
    },
    ofEnd: async ({ match_id }, sides, at) => (sides.some((side) => side?.has_cases) ? endOf(match_id, at) : []),
    ofAlone: async (record, status, rule, at) =>
      isBreak(status) || record.has_cases ? alone(record, status, rule, at) : [],
    ofVersion: async (record, before) => {
      const { match_status, updated_at } = record;
      const ended = before?.has_cases && before.match_id !== undefined ? await endOf(before.match_id, updated_at) : [];
      const isTold = match_status === 'CANCELLED' || before?.has_cases === true;
      return [...ended, ...(isTold ? await alone(record, match_status, undefined, updated_at) : [])];
    },
  };
}

/** The cause by which the case of a trade is over, for its story. */
function pairedWith(tradeKey: string, match: MatchRecord): string {
  const [key, reference] =
    match.bank_trade_key === tradeKey
      ? [match.counterparty_trade_key, match.counterparty_trade_id]
      : [match.bank_trade_key, match.bank_trade_id];
  return `paired by ${match.paired_by} with ${reference ?? key}: ${match.status}, match ${match.match_id}`;
}
