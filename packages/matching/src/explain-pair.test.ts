import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import { type ExplainedSide, explainPair } from './explain-pair.ts';

const trade: Trade = {
  product: 'FX_FORWARD',
  source_type: 'BANK',
  trade_id: 'MCB-1',
  notional: '10000000.00',
  settlement_date: '2025-06-06',
  governing_law: 'English',
};
const evidence = (literal: string) => ({ page: 1, line: 1, label: 'l', literal, confidence: 1 });
const ours: ExplainedSide = { trade, evidence: { notional: evidence('USD 10 million') }, inferred: {} };
const theirs: ExplainedSide = {
  trade: {
    product: 'FX_FORWARD',
    source_type: 'COUNTERPARTY',
    trade_id: 'NW-7',
    notional: '11000000.00',
    settlement_date: '2025-06-06',
  },
  evidence: { notional: evidence('11.000.000,00') },
  inferred: { settlement_date: 'two days after the trade date' },
};

test('each field has both values, both literals, why one was inferred, the tolerance and the verdict', () => {
  const { differences } = compareTrades({ ...ours, flags: [] }, { ...theirs, flags: [] });
  const fields = new Map(explainPair(ours, theirs, differences).map((field) => [field.field, field]));
  expect(fields.get('notional')).toEqual({
    field: 'notional',
    bank: '10000000.00',
    bank_literal: 'USD 10 million',
    counterparty: '11000000.00',
    counterparty_literal: '11.000.000,00',
    tolerance: '0.01 %',
    verdict: 'DIFFERENT',
    delta: '1000000',
  });
  expect(fields.get('settlement_date')).toMatchObject({
    verdict: 'EQUAL',
    tolerance: 'exact',
    counterparty_inferred: 'two days after the trade date',
  });
  expect(fields.get('governing_law')).toEqual({
    field: 'governing_law',
    bank: 'English',
    tolerance: 'exact',
    verdict: 'NOT_COMPARED',
  });
  expect(fields.get('trade_id')?.verdict).toBe('NOT_COMPARED');
  expect(fields.get('product')?.verdict).toBe('EQUAL');
  expect(fields.has('currency')).toBe(false);
});
