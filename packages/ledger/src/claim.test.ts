import type { LedgerRecord } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { type ClaimedDocument, readRefusedClaim } from './claim.ts';

const now = '2026-11-23T10:00:00.000Z';

const document: ClaimedDocument = {
  source: 'BANK',
  key: 'BANK/a.pdf',
  versionId: 'v2',
  etag: 'e',
  sequencer: '02',
  size: 10,
  hash: 'h',
};

const standing = (change: Partial<LedgerRecord>): LedgerRecord => ({
  pk: 'BANK#h',
  sk: 'CONTENT',
  status: 'IN_PROGRESS',
  status_day: 'IN_PROGRESS#2026-11-23',
  source: 'BANK',
  key: 'BANK/a.pdf',
  version_id: 'v2',
  etag: 'e',
  sequencer: '02',
  size: 10,
  hash: 'h',
  first_seen: now,
  updated_at: now,
  attempts: 1,
  history: [],
  ...change,
});

describe('a claim that another record stands against', () => {
  test('a refused claim waits for a lease that is in force', () => {
    const until = '2026-11-23T10:00:01.000Z';
    expect(readRefusedClaim(standing({ lease_until: until }), document, now)).toEqual({ kind: 'held', until });
  });

  test('a refused claim takes over a claim whose lease has ended', () => {
    expect(readRefusedClaim(standing({ lease_until: now }), document, now)).toEqual({ kind: 'take-over' });
  });

  test('a refused claim finds its own document processed: only the move may be left to do', () => {
    expect(readRefusedClaim(standing({ status: 'PROCESSED' }), document, now).kind).toBe('settled');
  });

  test('a refused claim finds the same bytes processed under another key: a duplicate', () => {
    const record = standing({ status: 'PROCESSED', key: 'BANK/b.pdf' });
    expect(readRefusedClaim(record, document, now)).toEqual({ kind: 'duplicate', record });
  });

  test.each(['FAILED', 'QUARANTINED'] as const)(
    'finds it %s: a repeated delivery does not process it again',
    (status) => {
      expect(readRefusedClaim(standing({ status }), document, now).kind).toBe('settled');
    },
  );

  test.each(['FAILED', 'QUARANTINED'] as const)('finds it %s: a later upload, a redrive, does', (status) => {
    expect(readRefusedClaim(standing({ status, sequencer: '01' }), document, now).kind).toBe('take-over');
    expect(readRefusedClaim(standing({ status, key: 'BANK/b.pdf' }), document, now).kind).toBe('take-over');
  });
});
