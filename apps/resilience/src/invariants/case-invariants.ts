import { isDeepStrictEqual } from 'node:util';
import { type CaseEvent, type CaseRecord, caseIdentity, foldEvents, isOpen, verifyChain } from '@trade-matching/cases';
import type { MatchRecord, MatchStatus, TradeRecord } from '@trade-matching/domain';
import type { Decision } from '../chaos/analysts.ts';
import type { Violation } from './check-invariants.ts';
import type { Observation } from './observe.ts';

/** A case with its events, as the table has them. */
export interface StandingCase {
  readonly record: CaseRecord | undefined;
  readonly events: readonly CaseEvent[];
}

const BREAKS: readonly MatchStatus[] = ['MISMATCHED', 'REVIEW', 'CANCELLED'];

/** Cases say what trades and matches are, are what their events made, and have every decision once. */
export function checkCases(seen: Observation, decisions: readonly Decision[]): Violation[] {
  return [
    ...[...seen.cases].flatMap(([id, standing]) => isItsHistory(id, standing)),
    ...(seen.matches as unknown as MatchRecord[]).flatMap((match) => matchHasCase(match, seen)),
    ...(seen.trades as unknown as TradeRecord[]).flatMap((trade) => tradeHasCase(trade, seen)),
    ...endedAreClosed(seen),
    ...decisionsStandOnce(seen, decisions),
  ];
}

function isItsHistory(id: string, { record, events }: StandingCase): Violation[] {
  const invariant = 'a case is the fold of its events, whose chain is whole';
  if (!record) return [{ invariant, what: `${id} has events and no CURRENT` }];
  const verdict = verifyChain(events, record);
  if (verdict.kind === 'broken') return [{ invariant, what: `${id}: ${verdict.problem} at ${verdict.sequence}` }];
  const { acceptance, facts } = record;
  if (acceptance && !isDeepStrictEqual(acceptance.seen, facts.seen))
    return [{ invariant: 'no acceptance outlives its differences', what: id }];
  return isDeepStrictEqual(foldEvents(events), record) ? [] : [{ invariant, what: `${id} is not its events` }];
}

function matchHasCase(match: MatchRecord, { cases, trades }: Observation): Violation[] {
  const invariant = 'a broken match has a case that says so, on its documents; a good one has no open case';
  const { match_id, status } = match;
  const record = cases.get(caseIdentity({ kind: 'MATCH', id: match_id }))?.record;
  const isBroken = BREAKS.includes(status);
  if (!isBroken)
    return record && isOpen(record) ? [{ invariant, what: `${match_id} is ${status}, its case open` }] : [];
  const hashOf = (key: string) =>
    (trades as unknown as TradeRecord[]).find(({ trade_key }) => trade_key === key)?.document_hash;
  const { bank_hash, counterparty_hash } = record?.facts.seen ?? {};
  const isOnDocuments =
    bank_hash === hashOf(match.bank_trade_key) && counterparty_hash === hashOf(match.counterparty_trade_key);
  if (record?.facts.status === status && isOnDocuments) return [];
  return [{ invariant, what: `${match_id} is ${status}, its case ${record?.facts.status ?? 'missing'}` }];
}

function tradeHasCase({ trade_key, match_id, match_status }: TradeRecord, { cases }: Observation): Violation[] {
  if (match_id !== undefined || !BREAKS.includes(match_status)) return [];
  const status = cases.get(caseIdentity({ kind: 'TRADE', id: trade_key }))?.record?.facts.status;
  if (status === match_status) return [];
  const what = `${trade_key} is ${match_status}, its case ${status ?? 'missing'}`;
  return [{ invariant: 'a trade that is for review or cancelled has a case that says so', what }];
}

function endedAreClosed({ cases, matches }: Observation): Violation[] {
  const standing = new Set(matches.map(({ match_id }) => match_id));
  return [...cases.values()].flatMap(({ record }) => {
    if (!record || !isOpen(record) || record.origin.subject.kind !== 'MATCH') return [];
    const { id } = record.origin.subject;
    return standing.has(id) ? [] : [{ invariant: 'the case of a match that ended is closed', what: id }];
  });
}

function decisionsStandOnce({ cases }: Observation, decisions: readonly Decision[]): Violation[] {
  const invariant = 'each decision that was answered is there once, and no other';
  const counts = new Map<string, number>();
  for (const [id, { events }] of cases) {
    for (const { actor, event_id } of events) {
      if (actor !== 'system') counts.set(`${id} ${event_id}`, (counts.get(`${id} ${event_id}`) ?? 0) + 1);
    }
  }
  const expected = new Set(decisions.map(({ case_id, event_id }) => `${case_id} ${event_id}`));
  return [
    ...[...expected].filter((each) => counts.get(each) !== 1).map((each) => ({ invariant, what: `${each} is lost` })),
    ...[...counts]
      .filter(([each, count]) => count > 1 || !expected.has(each))
      .map(([each]) => ({ invariant, what: `${each} is doubled, or nobody's` })),
  ];
}
