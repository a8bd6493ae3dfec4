import type { OtherTerm, TradeRecord } from '@trade-matching/domain';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { expect, test } from 'vitest';
import { notificationOfMatch } from '../notifications.ts';
import { comparePair } from './compare-pair.ts';

const term = (literal: string): OtherTerm => ({
  ...{ label: 'Break Clause', key: 'break clause', literal, page: 1, line: 9, economic: true },
});
const record = (source: TradeRecord['source'], other_terms: readonly OtherTerm[]): TradeRecord => ({
  trade_key: source,
  version: 1,
  revision: 1,
  source,
  document_kind: 'NEW',
  trade: { product: 'INTEREST_RATE_SWAP', source_type: source, notional: '1000000.00' },
  flags: [],
  inferred: {},
  evidence: {},
  other_terms,
  accounting: { lines: 9, accounted: 9 },
  document_hash: source,
  s3_key: `${source}/2026/11/23/a.pdf`,
  event_time: '2026-11-23T10:00:00.000Z',
  updated_at: '2026-11-23T10:00:00.000Z',
  match_status: 'UNMATCHED',
});
const compare = (ours: readonly OtherTerm[], theirs: readonly OtherTerm[]) =>
  comparePair(
    ...([record('BANK', ours), record('COUNTERPARTY', theirs)] as const),
    ...(['reference', '2026-11-23T11:00:00.000Z', BUILT_IN_PROFILES] as const),
  ).match;

test('a stored match and its notification keep the terms without a field that differ, cut to a readable length', () => {
  const match = compare([term('Mandatory')], [term(`Optional ${'and so on '.repeat(100)}`)]);
  expect(match.status).toBe('REVIEW');
  expect(match.other_terms).toMatchObject([{ key: 'break clause', bank: 'Mandatory', verdict: 'DIFFERENT' }]);
  expect(match.other_terms?.[0]?.counterparty).toHaveLength(201);
  expect(notificationOfMatch(match).body).toMatchObject({ event_type: 'TradeReview', other_terms: match.other_terms });
});

test('what was stored before there were other terms is compared as printing none', () => {
  const { other_terms: _none, ...old } = record('BANK', []);
  const stored = old as unknown as TradeRecord;
  const { match } = comparePair(stored, record('COUNTERPARTY', []), 'reference', old.updated_at, BUILT_IN_PROFILES);
  expect(match).toMatchObject({ status: 'MATCHED', other_terms: [] });
});
