import type { Account } from '@trade-matching/account';
import { type CaseKind, caseIdentity, casePartition } from '@trade-matching/cases';
import { arrivalKey, matchPartition, tradePartition } from '@trade-matching/domain';
import { type RunIdentity, tradesOf } from '../load/planned-document.ts';
import type { RunRecord } from '../run-record.ts';
import { deleteObjects } from './delete-objects.ts';
import { deleteRecords, type ItemKey, itemsOf, pointersTo } from './delete-records.ts';

/**
 * Takes a run out again: its documents in all versions, and what the tables hold of them. Only what the
 * run itself has sent is touched. Answers with what was deleted, for a person.
 */
export async function cleanUp(account: Account, run: RunIdentity, record: RunRecord): Promise<string> {
  const { dynamodb, names } = account;
  const ledger: ItemKey[] = [];
  const trades: ItemKey[] = [];
  const cases: ItemKey[] = [];
  const addCase = async (kind: CaseKind, id: string) => {
    cases.push(...(await itemsOf(account, names.casesTable, casePartition(caseIdentity({ kind, id })))));
  };
  for (const { planned, outcome } of record.documents.values()) {
    if (!outcome) continue;
    ledger.push(outcome.ledgerKey);
    if (outcome.reason !== undefined && outcome.outcomeKey !== undefined) {
      ledger.push(...(await itemsOf(account, names.documentsTable, arrivalKey(outcome.outcomeKey))));
    }
    const pair = record.pairOf(planned.key);
    if (outcome.status !== 'PROCESSED' || outcome.tradeKey === undefined || !pair) continue;
    const { bank, counterparty } = tradesOf(run, pair.planned);
    const trade = planned.source === 'BANK' ? bank : counterparty;
    trades.push(...(await itemsOf(account, names.tradesTable, tradePartition(outcome.tradeKey))));
    trades.push(...pointersTo(trade, outcome.tradeKey, outcome.hash));
    await addCase('TRADE', outcome.tradeKey);
  }
  for (const { matches } of record.pairs.values()) {
    for (const id of matches.keys()) {
      trades.push(...(await itemsOf(account, names.tradesTable, matchPartition(id))));
      await addCase('MATCH', id);
    }
  }
  const versions = await deleteObjects(account.s3, names.documentsBucket, run);
  await deleteRecords(dynamodb, names.documentsTable, ledger);
  await deleteRecords(dynamodb, names.tradesTable, trades);
  await deleteRecords(dynamodb, names.casesTable, cases);
  const items = `${ledger.length} items of the ledger, ${trades.length} of the trades and ${cases.length} of the cases`;
  return `Deleted ${versions} versions of objects, ${items}.`;
}
