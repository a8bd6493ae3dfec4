import type { CaseCommand, CaseRefusal, CaseStore, CaseWritten, DecidedPair } from '@trade-matching/cases';
import { type Correction, MAX_CORRECTIONS } from '@trade-matching/domain';
import { type PairDecision, TradeStore } from '@trade-matching/trade-store';
import type { Account } from './connect.ts';

/** A decision that is written. */
export interface Decided extends CaseWritten {
  /** Trades whose pairing it decides: it takes effect when they are paired anew. Empty of most. */
  readonly tradeKeys: readonly string[];
}

/** Documents arrive while a person decides; each is another revision of its trade. */
const MAX_ATTEMPTS = 5;

/**
 * Does a person's command on a case. What it decides of a pair is written on both trades in the transaction of its event:
 * the planner reads it there.
 */
export async function decideCase(
  account: Account,
  cases: CaseStore,
  command: CaseCommand,
): Promise<Decided | CaseRefusal> {
  switch (command.command) {
    case 'force_pair':
      return decidePair('forced', command.pair, command, cases, account);
    case 'forbid_pair':
      return decidePair('never', command.pair, command, cases, account);
    case 'correct':
      return correct(command.correction, command, cases, account);
    case 'reopen':
      return reopen(command, cases, account);
    default:
      return withTrades(await cases.act(command), []);
  }
}

/** Reopens a case. What it had decided of a pair is for the rules again. */
async function reopen(command: CaseCommand, cases: CaseStore, account: Account): Promise<Decided | CaseRefusal> {
  const before = await cases.case(command.case_id);
  // The pair is this revision's.
  if (before?.pair) {
    return decidePair('by_rules', before.pair, { revision: before.revision, ...command }, cases, account);
  }
  return withTrades(await cases.act(command), []);
}

/**
 * Corrects a value of the document that is the trade's current one. It is kept with the trade in the transaction of its
 * event, and read when the trade is paired anew.
 */
async function correct(
  correction: Correction,
  command: CaseCommand & { command: 'correct' },
  cases: CaseStore,
  { records, names }: Account,
): Promise<Decided | CaseRefusal> {
  const store = new TradeStore(records, names.tradesTable);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const planned = await cases.plan(command);
    const { origin } = planned.kind === 'planned' ? planned.record : ((await cases.case(command.case_id)) ?? {});
    const key = correction.source === 'BANK' ? origin?.bank_trade_key : origin?.counterparty_trade_key;
    if (planned.kind !== 'planned') return withTrades(planned, key === undefined ? [] : [key]);
    const trade = key === undefined ? undefined : await store.trade(key);
    if (!trade) return impossible(`The case has no trade of the ${correction.source}.`);
    if (trade.document_hash !== correction.document_hash) {
      return impossible('Another document of the trade has come. Look at it again.');
    }
    if ((trade.corrections?.length ?? 0) >= MAX_CORRECTIONS) {
      return impossible(`${MAX_CORRECTIONS} values of this document are corrected: ask for another document.`);
    }
    const { event_id, actor: by, at } = command;
    const kept = { ...correction, event_id, by, at };
    if ((await store.addCorrection(trade, kept, planned.items)) === 'written') {
      return withTrades({ kind: 'written', event: planned.event }, [trade.trade_key]);
    }
  }
  return wroteFirst();
}

/** Writes the event, and what it decides on both trades, in one transaction. */
async function decidePair(
  decision: PairDecision,
  pair: DecidedPair,
  command: CaseCommand,
  cases: CaseStore,
  { records, names }: Account,
): Promise<Decided | CaseRefusal> {
  const store = new TradeStore(records, names.tradesTable);
  const keys = [pair.bank_trade_key, pair.counterparty_trade_key];
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const planned = await cases.plan(command);
    if (planned.kind !== 'planned') return withTrades(planned, keys);
    const [bank, counterparty] = await Promise.all([
      store.trade(pair.bank_trade_key),
      store.trade(pair.counterparty_trade_key),
    ]);
    if (bank?.source !== 'BANK' || counterparty?.source !== 'COUNTERPARTY') {
      const wrong = bank?.source === 'BANK' ? pair.counterparty_trade_key : pair.bank_trade_key;
      return impossible(`There is no trade ${wrong} of the other side.`);
    }
    const cancelled = [bank, counterparty].find(({ match_status }) => match_status === 'CANCELLED');
    if (cancelled && decision === 'forced') {
      return impossible(`The trade ${cancelled.trade_key} is cancelled: it has no pair.`);
    }
    const written = await store.decidePair(decision, bank, counterparty, planned.items);
    if (written === 'written') return withTrades({ kind: 'written', event: planned.event }, keys);
    if (written === 'forced_elsewhere') {
      return impossible(
        'One of the trades is forced together with another. Undo that first: unmatch or reopen its case.',
      );
    }
  }
  return wroteFirst();
}

function wroteFirst(): CaseRefusal {
  return { kind: 'refused', code: 'case_changed', message: 'Somebody else wrote first. Look at the case again.' };
}

function withTrades(result: CaseWritten | CaseRefusal, tradeKeys: readonly string[]): Decided | CaseRefusal {
  return result.kind === 'written' ? { ...result, tradeKeys } : result;
}

function impossible(message: string): CaseRefusal {
  return { kind: 'refused', code: 'not_possible', message };
}
