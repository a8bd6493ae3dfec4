import type { ComparedField, MatchRecord, TradeRecord } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { allegedChaser, chaser } from './chaser.ts';

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

const alone = {
  ...{ source: 'BANK', trade_key: 'our-key', s3_key: 'BANK/x.pdf', document_hash: 'hash' },
  trade: {
    ...{ product: 'FX_FORWARD', trade_id: 'OURS-1', trade_date: '2026-11-23', notional: '1000000.00', currency: 'USD' },
    ...{ counterparty_name: 'Northgate', csa: 'threshold of 5m', bank_name: 'Our Bank' },
  },
  evidence: { notional: { literal: 'USD 1,000,000.00' } },
} as unknown as TradeRecord;

test('of a trade that the other side has not confirmed, a draft says by what they find it, and asks whether they have it', () => {
  expect(allegedChaser(alone).split('\n')).toEqual([
    'Subject: Your confirmation of our reference OURS-1 is missing',
    ...['', 'We have the fx forward below with you, and no confirmation of yours. Have you this trade?', ''],
    ...['Our reference: OURS-1', '  trade date: 2026-11-23', '  notional: USD 1,000,000.00', '  currency: USD'],
    ...['', 'Please send your confirmation, or tell us that you do not know this trade.'],
  ]);
});

test('of a trade that they alone confirmed, a draft asks for our reference, and has nothing of ours', () => {
  const theirs = { ...alone, source: 'COUNTERPARTY', trade: { ...alone.trade, other_reference: 'OURS-9' } } as const;
  const draft = allegedChaser(theirs);
  expect(draft).toContain('Your reference: OURS-1\nOur reference, as you state it: OURS-9\n');
  for (const ours of ['key', 'hash', 'pdf', 'threshold', 'Our Bank']) expect(draft).not.toContain(ours);
});
