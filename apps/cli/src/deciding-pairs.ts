import type { Account } from '@trade-matching/account';
import type { CaseCommand, CaseRefusal, CaseStore, CaseWritten, DecidedPair } from '@trade-matching/cases';
import type { Source } from '@trade-matching/domain';
import { type PairDecision, TradeStore } from '@trade-matching/trade-store';
import type { Act } from './deciding.ts';
import { findTrade } from './find-trades.ts';

/**
 * When a decision on a pair takes effect. The matching service alone writes matches: it has the profiles in force and
 * tells of what it wrote.
 */
export const EFFECT =
  'The matching service pairs anew with the next document of either trade: the pair takes effect then, not yet.';

/** Documents arrive while a person decides; each is another revision of its trade. */
const MAX_ATTEMPTS = 5;

export const forcePair: Act = async (command, cases, account) => {
  if (command.command !== 'force_pair') return cases.act(command);
  const keyOf = async (text: string, source: Source) => (await findTrade(account, text, source))?.trade_key ?? text;
  const [bank_trade_key, counterparty_trade_key] = await Promise.all([
    keyOf(command.pair.bank_trade_key, 'BANK'),
    keyOf(command.pair.counterparty_trade_key, 'COUNTERPARTY'),
  ]);
  const pair = { bank_trade_key, counterparty_trade_key };
  return decide('forced', pair, { ...command, pair }, cases, account);
};

export const forbidPair: Act = (command, cases, account) =>
  command.command === 'forbid_pair' ? decide('never', command.pair, command, cases, account) : cases.act(command);

/** Reopens a case. What it had decided of a pair is for the rules again. */
export const reopen: Act = async (command, cases, account) => {
  const before = await cases.case(command.case_id);
  if (!before?.pair) return cases.act(command);
  // The pair is this revision's.
  return decide('by_rules', before.pair, { revision: before.revision, ...command }, cases, account);
};

/** Writes the event, and what it decides on both trades, in one transaction. */
async function decide(
  decision: PairDecision,
  pair: DecidedPair,
  command: CaseCommand,
  cases: CaseStore,
  { records, names }: Account,
): Promise<CaseWritten | CaseRefusal> {
  const store = new TradeStore(records, names.tradesTable);
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const planned = await cases.plan(command);
    if (planned.kind !== 'planned') return planned;
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
    if (written === 'written') return { kind: 'written', event: planned.event };
    if (written === 'forced_elsewhere') {
      return impossible(
        'One of the trades is forced together with another. Undo that first: unmatch or reopen its case.',
      );
    }
  }
  const message = 'Somebody else wrote first. Look at the case again.';
  return { kind: 'refused', code: 'case_changed', message };
}

function impossible(message: string): CaseRefusal {
  return { kind: 'refused', code: 'not_possible', message };
}
