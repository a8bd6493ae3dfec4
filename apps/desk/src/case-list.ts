import { type CaseRecord, type CaseStore, MAX_PAGE, type OpenCases } from '@trade-matching/cases';
import { type CaseFilters, passes } from './case-filters.ts';

/** The tabs of the queue. */
export const TABS = ['mine', 'unassigned', 'all', 'waiting', 'approve', 'alleged'] as const;

export type Tab = (typeof TABS)[number];

export interface CaseListQuery {
  readonly tab: Tab;
  readonly person: string;
  readonly filters: CaseFilters;
  /** ISO 8601: ages are as of then. */
  readonly now: string;
  readonly cursor?: string;
  /** A narrowed page may have up to {@link MAX_PAGE} more: none of those looked at is left out. */
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
  const which = whichOf(query);
  const isNarrowed = query.tab !== 'all' || Object.values(query.filters).some((each) => each !== undefined);
  const found: CaseRecord[] = [];
  let { cursor } = query;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; ) {
    // The cursor goes on after the last that was looked at. Where few fit, many are looked at in one query.
    const limit = isNarrowed ? MAX_PAGE : query.limit - found.length;
    const page = await cases.open(which, { limit, ...(cursor === undefined ? {} : { cursor }) });
    lookedAt += Math.max(1, page.cases.length);
    found.push(
      ...page.cases.filter((each) => isIn(query.tab, each, query.person) && passes(query.filters, each, query.now)),
    );
    cursor = page.cursor;
    if (cursor === undefined || found.length >= query.limit) break;
  }
  return { cases: found, ...(cursor === undefined ? {} : { cursor }) };
}

/** The index that looks at the fewest. */
function whichOf({ tab, person, filters: { counterparty, assignee } }: CaseListQuery): OpenCases {
  if (tab === 'mine') return { assignee: person };
  if (assignee !== undefined) return { assignee };
  return counterparty === undefined ? 'all' : { counterparty };
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
