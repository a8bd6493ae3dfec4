import {
  type CaseRecord,
  type CaseStore,
  MAX_SHARED_PAGE,
  type OnlyCases,
  type OpenCases,
} from '@trade-matching/cases';
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
  /** A page may have fewer and still a next one. A narrowed page may have more: none of those looked at is left out. */
  readonly limit: number;
}

export interface CaseList {
  /** The first due first. */
  readonly cases: readonly CaseRecord[];
  /** For the next page; absent where there is none. */
  readonly cursor?: string;
}

/** Of the limit, what is page enough: the few that are missing would take as many queries again. */
const ENOUGH = 0.75;
/** Cases looked at for one page of a tab that few of them are in: beyond, the page is shorter and has a next one. */
const MAX_LOOKED_AT = 2_000;

/**
 * A page of a tab, without a scan.
 *
 * @throws {CursorError} for a cursor that is of another question
 */
export async function listCases(cases: CaseStore, query: CaseListQuery): Promise<CaseList> {
  const which = whichOf(query);
  // The tab's own index has no others.
  const only = typeof which === 'object' && !('state' in which) ? onlyOf(query.tab) : undefined;
  const isNarrowed = Object.values(query.filters).some((each) => each !== undefined);
  const found: CaseRecord[] = [];
  let { cursor, limit } = query;
  for (let lookedAt = 0; lookedAt < MAX_LOOKED_AT; ) {
    // The cursor goes on after the last that was looked at.
    const options = { limit, shared: true, ...(only && { only }), ...(cursor === undefined ? {} : { cursor }) };
    const page = await cases.open(which, options);
    lookedAt += Math.max(1, page.lookedAt);
    found.push(
      ...page.cases.filter((each) => isIn(query.tab, each, query.person) && passes(query.filters, each, query.now)),
    );
    cursor = page.cursor;
    if (cursor === undefined || found.length >= ENOUGH * query.limit) break;
    // Where few fit, more are looked at at once.
    limit = isNarrowed ? Math.min(MAX_SHARED_PAGE, 3 * limit) : query.limit - found.length;
  }
  return { cases: found, ...(cursor === undefined ? {} : { cursor }) };
}

/** What of a tab the table can tell, among one person's or one counterparty's. */
function onlyOf(tab: Tab): OnlyCases | undefined {
  switch (tab) {
    case 'unassigned':
      return { assignee: 'nobody' };
    case 'waiting':
      return { state: 'WAITING' };
    case 'approve':
      return { state: 'PROPOSED' };
    case 'alleged':
      return { subject: 'TRADE' };
    default:
      return undefined;
  }
}

/** The index that looks at the fewest. */
function whichOf({ tab, person, filters: { counterparty, assignee } }: CaseListQuery): OpenCases {
  if (tab === 'mine') return { assignee: person };
  if (assignee !== undefined) return { assignee };
  if (counterparty !== undefined) return { counterparty };
  switch (tab) {
    case 'waiting':
      return { state: 'WAITING' };
    case 'approve':
      return { state: 'PROPOSED' };
    default:
      return tab;
  }
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
