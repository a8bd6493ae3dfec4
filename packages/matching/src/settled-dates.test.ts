import type { Flag, Trade, TradeField } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import { settledDates } from './settled-dates.ts';

const ambiguous = (field: TradeField, dayFirst: string, monthFirst: string): Flag => ({
  code: 'AMBIGUOUS_DATE',
  severity: 'review',
  field,
  days: [dayFirst, monthFirst],
  message: `${field} is ${dayFirst} or ${monthFirst}`,
});
const base: Trade = {
  product: 'FX_FORWARD',
  source_type: 'BANK',
  trade_date: '2027-03-04',
  currency: 'EUR',
  notional: '1000000.00',
  currency_2: 'USD',
  notional_2: '1100000.00',
  currency_buyer: 'BANK',
  fx_rate: '1.1000',
  settlement_date: '2027-06-05',
};
const { trade_date: _, settlement_date: __, ...undated } = base;
const own = (...flags: Flag[]) => ({ trade: { ...undated, source_type: 'COUNTERPARTY' } as Trade, flags });
const other = (change: Partial<Trade> = {}, flags: Flag[] = []) => ({ trade: { ...base, ...change }, flags });

test('dates that the other side states in one order are settled, and the pair matches', () => {
  const side = own(
    ambiguous('trade_date', '2027-03-04', '2027-04-03'),
    ambiguous('settlement_date', '2027-06-05', '2027-05-06'),
  );
  expect([...settledDates(side, other())]).toEqual(['trade_date', 'settlement_date']);
  expect(compareTrades(side, other()).status).toBe('MATCHED');
});

test('a date that only the other order would make equal leaves both open', () => {
  const side = own(
    ambiguous('trade_date', '2027-03-04', '2027-04-03'),
    ambiguous('settlement_date', '2027-06-05', '2027-05-06'),
  );
  expect(settledDates(side, other({ settlement_date: '2027-05-06' })).size).toBe(0);
  expect(compareTrades(side, other({ settlement_date: '2027-05-06' })).status).toBe('REVIEW');
});

test('a date that is neither of the two, or of which the other side is not sure, is left open', () => {
  const side = own(ambiguous('trade_date', '2027-03-04', '2027-04-03'));
  expect(settledDates(side, other({ trade_date: '2027-03-05' })).size).toBe(0);
  const unsure: Flag = { code: 'UNSURE_VALUE', severity: 'review', field: 'trade_date', message: 'unsure' };
  expect(settledDates(side, other({}, [unsure])).size).toBe(0);
});
