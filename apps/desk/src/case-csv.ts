import type { CaseRecord } from '@trade-matching/cases';
import { csvLines } from '@trade-matching/command-line/csv';
import { whatDiffers } from './what-differs.ts';

const COLUMNS = [
  ...(['due_at', 'opened_at', 'status', 'state', 'counterparty', 'product', 'currency', 'amount'] as const),
  ...(['bank_reference', 'counterparty_reference', 'differs', 'assignee', 'case_id'] as const),
] as const;

/** What the queue shows of each case, for spreadsheets. The head is the first line of all. */
export function caseCsv(cases: readonly CaseRecord[]): string[] {
  const rows = cases.map(({ case_id, due_at, opened_at, state, assignee, facts, origin }) => {
    const { counterparty, product, currency, amount, bank_reference, counterparty_reference } = origin;
    return {
      ...{ due_at, opened_at, status: facts.status, state, counterparty, product, currency, amount },
      ...{ bank_reference, counterparty_reference, differs: whatDiffers(facts), assignee, case_id },
    };
  });
  return csvLines(COLUMNS, rows);
}
