import type { ComparedField, MatchRecord } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { chaser } from './chaser.ts';

const match = {
  ...{ match_id: 'match-id', bank_trade_key: 'our-key', counterparty_trade_key: 'their-key', bank_key: 'BANK/x.pdf' },
  ...{ bank_trade_id: 'OURS-1', counterparty_trade_id: 'THEIRS-2' },
  other_terms: [{ key: 'governing law', label: 'Governing law', bank: 'English', verdict: 'ONE_SIDED' }],
} as unknown as MatchRecord;
const fields: ComparedField[] = [
  {
    field: 'fixed_rate',
    bank: '0.0425',
    bank_literal: '4.25 %',
    counterparty: '0.0435',
    tolerance: '1 bp',
    verdict: 'DIFFERENT',
  },
  { field: 'notional', bank: '10', counterparty: '10', tolerance: 'exact', verdict: 'EQUAL' },
  {
    field: 'trade_date',
    bank: '2026-11-23',
    counterparty: '2026-11-24',
    tolerance: '1 calendar day',
    verdict: 'WITHIN_TOLERANCE',
  },
];

test('a draft to the counterparty has both references, and what differs as each document prints it', () => {
  expect(chaser(match, fields)?.split('\n')).toEqual([
    'Subject: Confirmations that differ: your reference THEIRS-2, our reference OURS-1',
    ...['', 'Our confirmation and yours of this trade do not agree.'],
    ...['', 'Your reference: THEIRS-2', 'Our reference: OURS-1'],
    ...['', 'fixed rate', '  yours: 0.0435', '  ours:  4.25 %'],
    ...['', 'Governing law', '  yours: not stated', '  ours:  English'],
    ...['', 'Please confirm our values, send an amended confirmation, or tell us what is wrong in ours.'],
  ]);
});

test('a draft to the counterparty has nothing else of ours', () => {
  const draft = chaser(match, fields) ?? '';
  for (const ours of ['match-id', 'key', 'BANK', 'bp', 'calendar', 'notional', '2026']) {
    expect(draft).not.toContain(ours);
  }
});

test('of a pair on which nothing differs there is no draft', () => {
  expect(chaser({ ...match, other_terms: [] }, fields.slice(1))).toBeUndefined();
});
