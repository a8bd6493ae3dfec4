import type { CaseRecord, CaseStore, OpenCases } from '@trade-matching/cases';

/** The tabs of the queue. */
export const TABS = ['mine', 'unassigned', 'all', 'waiting', 'approve', 'alleged'] as const;

export type Tab = (typeof TABS)[number];

export interface CaseListQuery {
  readonly tab: Tab;
  readonly person: string;
  readonly counterparty?: string;
  readonly cursor?: string;
  readonly limit: number;
}

export interface CaseList {
  /** The first due first. */
  readonly cases: readonly CaseRecord[];
  /** For the next page; absent where there is none. */
  readonly cursor?: string;
}

/** Cases looked at for one page of a tab that few of them are in: beyond, the page is shorter and has a next one. */
const MAX_LOOKED_AT = 2_000;

/**
 * A page of a tab, without a scan.
 *
 * @throws {CursorError} for a cursor that is of another question
 */
export async function listCases(cases: CaseStore, query: CaseListQuery): Promise<CaseList> {
  const which: OpenCases =
    query.counterparty !== undefined
      ? { counterparty: query.counterparty }
      : query.tab === 'mine'
        ? { assignee: query.person }
        : 'all';
  const found: CaseRecord[] = [];
  let { cursor } = query;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; ) {
    // Never more than are missing: the cursor goes on after the last that was looked at.
    const limit = query.limit - found.length;
    const page = await cases.open(which, { limit, ...(cursor === undefined ? {} : { cursor }) });
    lookedAt += Math.max(1, page.cases.length);
    found.push(...page.cases.filter((each) => isIn(query.tab, each, query.person)));
    cursor = page.cursor;
    if (cursor === undefined || found.length >= query.limit) break;
  }
  return { cases: found, ...(cursor === undefined ? {} : { cursor }) };
}

function isIn(tab: Tab, { state, assignee, proposal, origin }: CaseRecord, person: string): boolean {
  switch (tab) {
    case 'mine':
      return assignee === person;
    case 'unassigned':
      return assignee === undefined;
    case 'waiting':
      return state === 'WAITING';
    // What one proposed oneself is another's to approve.
    case 'approve':
      return state === 'PROPOSED' && proposal?.by !== person;
    case 'alleged':
      return origin.subject.kind === 'TRADE';
    case 'all':
      return true;
  }
}
