import type { MatchRecord, TradeRecord } from '@trade-matching/domain';
import { DEFAULT_PROFILE } from '@trade-matching/matching';
import { expect, test } from 'vitest';
import { pairFacts } from './break-facts.ts';

const side = (document_hash: string) => ({ document_hash }) as TradeRecord;
const match = (differences: readonly object[]) =>
  ({ status: 'MISMATCHED', differences, flags: [], other_terms: [] }) as unknown as MatchRecord;

test('a break keeps what both sides state of the first three that differ, cut where it is long', () => {
  const differs = (field: string, bank?: string, counterparty?: string) => ({
    ...{ field, verdict: 'DIFFERENT', tolerance: 'exact' },
    ...(bank === undefined ? {} : { bank }),
    ...(counterparty === undefined ? {} : { counterparty }),
  });
  const facts = pairFacts(
    match([
      differs('fixed_rate', '2.4', '2.67'),
      { ...differs('trade_date', '2027-03-01', '2027-03-02'), verdict: 'WITHIN_TOLERANCE' },
      differs('reference_entity', 'Aldersyde Telecommunications International Holding S.A.', 'Aldersyde S.A.'),
      differs('lookback', '5'),
      differs('notional', '1.00', '2.00'),
    ]),
    side('a'),
    side('b'),
    DEFAULT_PROFILE,
  );
  expect(facts.fields).toEqual(['fixed_rate', 'lookback', 'notional', 'reference_entity']);
  expect(facts.values).toEqual([
    { field: 'fixed_rate', bank: '2.4', counterparty: '2.67' },
    { field: 'reference_entity', bank: 'Aldersyde Telecommunications Internatio…', counterparty: 'Aldersyde S.A.' },
    { field: 'lookback', bank: '5' },
  ]);
});
