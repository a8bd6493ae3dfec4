import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareSchedules } from './schedule.ts';

const swap = (notional_schedule: string, notional = '60000000.00'): Trade => ({
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  notional,
  notional_schedule,
});
const compare = (ours: string, theirs: string) => compareSchedules('notional_schedule', swap(ours), swap(theirs));

test('steps are compared one by one, and the first that differs is told', () => {
  const ours = '2027-09-17 52000000.00; 2028-09-17 41200000.00';
  expect(compare(ours, '2027-09-17 52000000; 2028-09-17 41200000')).toEqual({ verdict: 'EQUAL' });
  expect(compare(ours, '2027-09-17 52000000.00; 2028-09-17 44200000.00')).toEqual({
    verdict: 'DIFFERENT',
    delta: 'step 2: 2028-09-17 41200000 against 2028-09-17 44200000',
  });
  expect(compare(ours, '2027-09-17 52000000.00; 2028-09-18 41200000.00').verdict).toBe('DIFFERENT');
  expect(compare(ours, '2027-09-17 52000000.00').delta).toBe('step 2: 2028-09-17 41200000 against none');
});

test('a step that changes nothing may be left out', () => {
  const listed = '2026-09-17 60000000.00; 2027-09-17 52000000.00; 2028-09-17 52000000.00';
  expect(compare(listed, '2027-09-17 52000000.00')).toEqual({ verdict: 'EQUAL' });
});

test('quantities of periods are no levels: each counts', () => {
  const quantities = (quantity_schedule: string): Trade => ({
    product: 'COMMODITY_SWAP',
    source_type: 'BANK',
    quantity_schedule,
  });
  const [ours, theirs] = [quantities('2027-01-01 250; 2027-02-01 250'), quantities('2027-01-01 250')];
  expect(compareSchedules('quantity_schedule', ours, theirs).verdict).toBe('DIFFERENT');
});

test('what is no schedule equals nothing', () => {
  expect(compare('as set out in Annex A', '2027-09-17 52000000.00').verdict).toBe('DIFFERENT');
});
