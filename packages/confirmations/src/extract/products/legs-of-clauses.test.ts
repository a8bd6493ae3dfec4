import type { Source } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import type { Parties } from '../parties/find-parties.ts';
import { legsOfClauses } from './legs-of-clauses.ts';

const NAMES: Readonly<Record<string, Source>> = { 'the lender': 'BANK', 'the port': 'COUNTERPARTY' };
const resolve = (name: string) => NAMES[name.trim().toLowerCase()];
const legs = (...sentences: string[]) =>
  legsOfClauses(sentences, { decimalMark: '.', slashOrder: undefined, party: resolve }, {
    names: {},
    issuer: 'COUNTERPARTY',
    resolve,
  } as unknown as Parties)?.map(({ terms }) => terms);

const FIXED = 'The Port shall pay the Lender, annually on NOK 90,000,000, a fixed rate of 4.1 % per annum, 30/360.';
const FLOATING =
  'The Lender shall pay the Port six-month EUR-EURIBOR minus 0.1 % on EUR 8,000,000, semi-annually, Act/360.';

test('two clauses are the legs of a cross-currency swap, each with its own currency and amount', () => {
  expect(legs('We write to you.', FIXED, FLOATING)).toMatchObject([
    { payer: 'COUNTERPARTY', currency: 'NOK', notional: '90000000.00', fixed_rate: '4.1', day_count: '30/360' },
    { payer: 'BANK', currency: 'EUR', notional: '8000000.00', index: 'EUR-EURIBOR', spread_bps: '-10' },
  ]);
});

test('one clause, three, two of one party, or two in one currency are none', () => {
  expect(legs(FIXED)).toBeUndefined();
  expect(legs(FIXED, FLOATING, FIXED)).toBeUndefined();
  expect(
    legs(FIXED, FLOATING.replace('The Lender shall pay the Port', 'The Port shall pay the Lender')),
  ).toBeUndefined();
  expect(legs(FIXED, FLOATING.replace('EUR 8', 'NOK 8'))).toBeUndefined();
});
