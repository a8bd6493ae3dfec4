import {
  applyEvent,
  type CaseCommand,
  type CaseEvent,
  type CaseRecord,
  caseIdentity,
  chainEvent,
  decide,
} from '@trade-matching/cases';
import { expect, test } from 'vitest';
import { checkCases, type Observation } from '../src/invariants/index.ts';

const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
const facts = { status: 'MISMATCHED', seen, fields: ['notional'], critical: false, severity: 'major' };
const subject = { kind: 'MATCH', id: 'm' } as const;
const id = caseIdentity(subject);

/** One match that differs, its two trades, and its case, which ana has commented. */
function aRun(): { observation: Observation; record: CaseRecord; events: CaseEvent[] } {
  let record: CaseRecord | undefined;
  const events: CaseEvent[] = [];
  for (const told of [
    { command: 'open', event_id: 'e1', actor: 'system', origin: { subject, centres: [] }, facts },
    { command: 'comment', event_id: 'e2', actor: 'ana', comment: 'hm' },
  ]) {
    const decided = decide(record, { case_id: id, at: '2026-11-23T09:00:00.000Z', ...told } as unknown as CaseCommand);
    if (decided.kind !== 'event') throw new Error(decided.message);
    const event = chainEvent(decided.event, record);
    events.push(event);
    record = applyEvent(record, event);
  }
  if (!record) throw new Error('no case');
  const trades = [
    { trade_key: 'ours', document_hash: 'b', match_id: 'm', match_status: 'MISMATCHED' },
    { trade_key: 'theirs', document_hash: 'c', match_id: 'm', match_status: 'MISMATCHED' },
  ];
  const matches = [{ match_id: 'm', status: 'MISMATCHED', bank_trade_key: 'ours', counterparty_trade_key: 'theirs' }];
  const observation = { trades, matches, cases: new Map([[id, { record, events }]]) } as unknown as Observation;
  return { observation, record, events };
}

const decision = { case_id: id, event_id: 'e2', actor: 'ana' };
const found = (observation: Observation, decisions = [decision]) =>
  checkCases(observation, decisions).map(({ invariant }) => invariant);

test('a run whose cases say what its matches are has no violation', () => {
  expect(found(aRun().observation)).toEqual([]);
});

test('a decision that is lost, and one that nobody was told of, are violations', () => {
  const { observation } = aRun();
  expect(found(observation, [decision, { ...decision, event_id: 'e3' }])).toHaveLength(1);
  expect(found(observation, [])).toHaveLength(1);
});

test('a broken match without a case, on other documents, or of another status is a violation', () => {
  const { observation, record, events } = aRun();
  expect(found({ ...observation, cases: new Map() }, [])).toHaveLength(1);
  const [ours, theirs] = observation.trades;
  expect(found({ ...observation, trades: [{ ...ours, document_hash: 'b2' }, { ...theirs }] })).toHaveLength(1);
  const [match] = observation.matches;
  expect(found({ ...observation, matches: [{ ...match, status: 'MATCHED' }] })).toHaveLength(1);
  const changed = { ...record, facts: { ...record.facts, status: 'REVIEW' as const } };
  // It is not what its events made, either.
  expect(found({ ...observation, cases: new Map([[id, { record: changed, events }]]) })).toHaveLength(2);
});

test('a case whose match has ended is a violation while it is open', () => {
  expect(found({ ...aRun().observation, matches: [] })).toEqual(['the case of a match that ended is closed']);
});

test('an event that is missing is a violation', () => {
  const { observation, record, events } = aRun();
  expect(found({ ...observation, cases: new Map([[id, { record, events: events.slice(0, 1) }]]) })).toEqual([
    'a case is the fold of its events, whose chain is whole',
    'each decision that was answered is there once, and no other',
  ]);
});
