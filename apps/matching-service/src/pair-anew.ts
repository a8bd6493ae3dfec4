import { awsFailure } from '@trade-matching/aws-runtime';
import {
  boundAnswer,
  cutText,
  type PairAnewAnswer,
  type PairAnewRequest,
  type Refusal,
  type Source,
} from '@trade-matching/domain';
import { applyCorrections } from './apply-corrections.ts';
import { matchAnswer } from './match-answer.ts';
import { ContentionError, type MatchedTrade } from './matching/match-trade.ts';
import type { Later } from './process-document.ts';
import { type SettleDependencies, settleTrade } from './settle-trade.ts';

export type PairAnewOutcome =
  | { readonly kind: 'paired'; readonly answer: PairAnewAnswer }
  | { readonly kind: 'no-such-trade'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | Later;

/**
 * Pairs and compares stored trades anew, by what people decided and by the profiles in force: what a decision needs to
 * take effect without another document. It writes, tells and changes cases as a document would, and nothing where all is
 * as it must be, so it can be repeated.
 */
export async function pairAnew(
  dependencies: SettleDependencies,
  { trade_keys }: PairAnewRequest,
): Promise<PairAnewOutcome> {
  try {
    const keys = [...new Set(trade_keys)];
    // Nothing is written where one of them does not exist.
    const known = await Promise.all(keys.map((key) => dependencies.store.trade(key)));
    const missing = keys.find((_key, at) => known[at] === undefined);
    if (missing !== undefined) return { kind: 'no-such-trade', message: `There is no trade ${missing}.` };
    for (const key of keys) await applyCorrections(dependencies.store, dependencies.cases, key, dependencies.now);
    // One after the other: they are each other's candidates.
    for (const key of keys) await settleTrade(dependencies, key, { compareAnew: true });
    await closeTakenBack(dependencies, keys);
    // The pair of one may have been written while another was looked at.
    const trades = await Promise.all(trade_keys.map((key) => standing(dependencies, key)));
    return { kind: 'paired', answer: { trades } };
  } catch (error) {
    if (error instanceof ContentionError) {
      return { kind: 'later', code: 'TRY_LATER', message: error.message, retryAfterSeconds: 1 };
    }
    if (awsFailure(error) !== 'content') throw error;
    const { name, message } = error as Error;
    dependencies.warn(`AWS refuses what was made of stored trades: ${name}: ${message}`);
    const why = cutText(`What the trades come to cannot be stored: ${name}: ${message}`, 500);
    return { kind: 'refused', refusal: { reason: 'INTERNAL_ERROR', message: why } };
  }
}

const MAX_ATTEMPTS = 8;

/** Tells the cases of decisions that were taken back what the rules made of their trades, where that wrote nothing. */
async function closeTakenBack({ store, cases, now }: SettleDependencies, keys: readonly string[]): Promise<void> {
  const trades = (await Promise.all(keys.map((key) => store.trade(key)))).filter((trade) => trade !== undefined);
  const ofSide = (side: Source) => trades.filter(({ source }) => source === side).map(({ trade_key }) => trade_key);
  const pairs = ofSide('BANK').flatMap((bank) => ofSide('COUNTERPARTY').map((theirs) => [bank, theirs] as const));
  for (const [ours, theirs] of pairs) {
    for (let attempt = 0; ; attempt++) {
      if (attempt === MAX_ATTEMPTS) throw new ContentionError(ours, MAX_ATTEMPTS);
      const [bank, counterparty] = await Promise.all([store.trade(ours), store.trade(theirs)]);
      const items = bank && counterparty ? await cases.ofTakenBack(bank, counterparty, now()) : [];
      if (!bank || !counterparty || items.length === 0) break;
      if ((await store.tellCases([bank, counterparty], items)) === 'written') break;
    }
  }
}

async function standing({ store }: SettleDependencies, key: string): Promise<PairAnewAnswer['trades'][number]> {
  const record = await store.trade(key);
  if (!record) throw new Error(`The trade ${key} is gone.`);
  const match = record.match_id === undefined ? undefined : await store.match(record.match_id);
  const matched: MatchedTrade = { record, match, tied: [record] };
  const { document_hash, trade } = record;
  const { trade_id, match: answer } = boundAnswer({
    ...{ status: 'PROCESSED', trade_id: trade.trade_id ?? key, document_hash, match: matchAnswer(matched) },
  });
  return { trade_key: key, trade_id, match: answer };
}
