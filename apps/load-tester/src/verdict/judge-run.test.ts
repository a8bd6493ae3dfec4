import type { Outcome } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import type { StandingDocuments } from '../follow/standing-documents.ts';
import { planLoad } from '../load/plan-load.ts';
import type { RunIdentity } from '../load/planned-document.ts';
import { RunRecord, type SentDocument } from '../run-record.ts';
import { expectedMatch, expectedOutcome } from './expectation.ts';
import { judgeRun } from './judge-run.ts';

const run: RunIdentity = { id: 'T1', day: '2026-11-25', seed: 3 };

/** A run of 60 documents with the whole mix in which everything went as it must; then `change` spoils it. */
function runOf(
  change: (run: { record: RunRecord; outcomes: Map<string, Outcome[]>; incoming: Set<string> }) => void = () => {},
) {
  const record = new RunRecord();
  const outcomes = new Map<string, Outcome[]>();
  const incoming = new Set<string>();
  for (const planned of planLoad(run, 61, { mismatch: 0.1, withinTolerance: 0.1, duplicate: 0.1, bad: 0.1 })) {
    record.uploaded(record.started(planned, Date.now()));
    const expected = expectedOutcome(planned);
    const ledgerKey = { pk: planned.key, sk: 'CONTENT' };
    if (expected.kind === 'refused') {
      record.cameTo(planned.key, { status: expected.status, reason: expected.reason, at: Date.now(), ledgerKey });
      record.toldFailure(planned.key);
      outcomes.set(planned.key, [expected.status === 'FAILED' ? 'FAILED' : 'QUARANTINE']);
    } else {
      const status = planned.content.kind === 'duplicate' ? 'DUPLICATE' : 'PROCESSED';
      record.cameTo(planned.key, { status, at: Date.now(), ledgerKey });
      outcomes.set(planned.key, ['PROCESSED']);
    }
  }
  for (const pair of record.pairs.values()) {
    const status = expectedMatch(pair);
    if (status !== 'UNMATCHED') tell(record, pair.planned.number, status, `match-${pair.planned.number}`);
  }
  change({ record, outcomes, incoming });
  const standing: StandingDocuments = { incoming, outcomes };
  const verdict = judgeRun(record, standing, false);
  return {
    lost: verdict.lost.map(({ what }) => what),
    doubled: verdict.doubled.map(({ what }) => what),
    wrong: verdict.wrong.map(({ what }) => what),
    cutOff: judgeRun(record, standing, true),
  };
}

function tell(record: RunRecord, number: number, status: ReturnType<typeof expectedMatch>, matchId: string) {
  const { BANK, COUNTERPARTY } = record.pairs.get(number)?.sides ?? {};
  record.toldMatch({
    matchId,
    status,
    bankKey: BANK?.planned.key ?? '',
    counterpartyKey: COUNTERPARTY?.planned.key ?? '',
    at: Date.now(),
  });
}

const some = (record: RunRecord, kind: SentDocument['planned']['content']['kind'], at = 0): SentDocument => {
  const found = [...record.documents.values()].filter(({ planned }) => planned.content.kind === kind)[at];
  if (!found) throw new Error(`No ${kind} was sent.`);
  return found;
};

test('a run in which everything came as it was sent has nothing against it', () => {
  expect(runOf()).toMatchObject({ lost: [], doubled: [], wrong: [] });
});

test('a document without an outcome is lost, and in a run that was cut off it is not', () => {
  const judged = runOf(({ record, outcomes }) => {
    const document = some(record, 'bad');
    delete document.outcome;
    outcomes.delete(document.planned.key);
  });
  expect(judged).toMatchObject({ lost: ['has no outcome'], doubled: [], wrong: [], cutOff: { lost: [] } });
});

test('a document that was not moved, or stands nowhere, is lost', () => {
  const judged = runOf(({ record, outcomes, incoming }) => {
    incoming.add(some(record, 'confirmation').planned.key);
    outcomes.delete(some(record, 'confirmation', 1).planned.key);
  });
  expect(judged.lost.sort()).toEqual([
    'is PROCESSED, and stands nowhere',
    'is PROCESSED, and still lies where it came in',
  ]);
});

test('a pair whose match nobody was told of is lost', () => {
  const judged = runOf(({ record }) => record.pairs.get(1)?.matches.clear());
  expect(judged.lost).toEqual([expect.stringMatching(/^nobody was notified of its match/)]);
});

test('a duplicate that was processed like its original is doubled', () => {
  const judged = runOf(({ record }) => {
    const { outcome } = some(record, 'duplicate');
    if (outcome) some(record, 'duplicate').outcome = { ...outcome, status: 'PROCESSED' };
  });
  expect(judged).toMatchObject({ lost: [], doubled: ['its content was processed 2 times'], wrong: [] });
});

test('which of two copies is the duplicate does not matter', () => {
  const judged = runOf(({ record }) => {
    const copy = some(record, 'duplicate');
    const { content } = copy.planned;
    const original = content.kind === 'duplicate' ? record.documents.get(content.of.key) : undefined;
    if (!original?.outcome || !copy.outcome) throw new Error('There is no such pair of copies.');
    [original.outcome, copy.outcome] = [copy.outcome, original.outcome];
  });
  expect(judged).toMatchObject({ lost: [], doubled: [], wrong: [] });
});

test('a document under two outcomes, and a pair with two matches, are doubled', () => {
  const judged = runOf(({ record, outcomes }) => {
    outcomes.set(some(record, 'confirmation').planned.key, ['PROCESSED', 'FAILED']);
    tell(record, 2, 'MATCHED', 'another-match');
  });
  expect(judged.doubled).toEqual(['stands under PROCESSED and FAILED', 'has 2 matches: match-2, another-match']);
});

test('another outcome, another match, a match with another trade, a failure that nobody was notified of: wrong', () => {
  const judged = runOf(({ record }) => {
    const { outcome, planned } = some(record, 'bad');
    if (outcome) some(record, 'bad').outcome = { ...outcome, status: 'FAILED', reason: 'DEAD_LETTER' };
    some(record, 'bad', 1).notified = 0;
    expect(planned.content.kind).toBe('bad');
    const [match] = record.pairs.get(3)?.matches.values() ?? [];
    const other = record.pairs.get(4)?.sides.COUNTERPARTY?.planned.key ?? '';
    if (match) record.pairs.get(3)?.matches.set(match.matchId, { ...match, counterpartyKey: other });
    const [fifth] = record.pairs.get(5)?.matches.values() ?? [];
    if (fifth) record.pairs.get(5)?.matches.set(fifth.matchId, { ...fifth, status: 'REVIEW' });
  });
  expect(judged.lost).toEqual([]);
  expect(judged.wrong).toEqual([
    expect.stringMatching(/^is FAILED DEAD_LETTER, not (FAILED|QUARANTINED) [A-Z_]+$/),
    expect.stringMatching(/and nobody was notified$/),
    expect.stringMatching(/^was matched with another trade/),
    expect.stringMatching(/^is REVIEW, not MATCHED/),
  ]);
});

test('an upload that failed is not lost', () => {
  const judged = runOf(({ record, outcomes }) => {
    const document = some(record, 'bad');
    delete document.uploadedAt;
    delete document.outcome;
    document.uploadError = 'TimeoutError';
    outcomes.delete(document.planned.key);
  });
  expect(judged).toMatchObject({ lost: [], doubled: [], wrong: [] });
});
