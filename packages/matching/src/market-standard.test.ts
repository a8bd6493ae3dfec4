import type { OtherTerm, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import { isMarketStandard } from './market-standard.ts';

const term = (key: string, literal: string, line = 1): OtherTerm => ({
  ...{ label: key, key, literal, page: 1, line, economic: true },
});
const SWAP: Trade = {
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  floating_rate_index: 'CHF-SARON-OIS Compound',
};

test('an overnight rate is compounded as its option says', () => {
  expect(isMarketStandard(term('floating compounding', 'Daily, in arrears'), SWAP)).toBe(true);
  expect(isMarketStandard(term('compounding', 'Compounded daily'), SWAP)).toBe(true);
});

test.each([
  ['Daily, in arrears', 'EUR-EURIBOR'],
  ['Daily, in arrears, with a lookback of 5 days', 'CHF-SARON-OIS Compound'],
  ['Flat', 'CHF-SARON-OIS Compound'],
  ['Daily, spread exclusive', 'CHF-SARON-OIS Compound'],
])('what the option does not say is a term: %s of %s', (literal, floating_rate_index) => {
  expect(isMarketStandard(term('floating compounding', literal), { ...SWAP, floating_rate_index })).toBe(false);
});

test('of two legs each has to be compounded', () => {
  const trade: Trade = { ...SWAP, product: 'BASIS_SWAP', second_rate_index: 'CHF-SARON' };
  expect(isMarketStandard(term('compounding', 'Daily, in arrears'), trade)).toBe(false);
});

test('none in two wordings is agreed; none and some are not', () => {
  const side = (literal: string) => ({ trade: SWAP, flags: [], other_terms: [term('notional reset', literal)] });
  expect(compareTrades(side('None (constant notional)'), side('NO (CONSTANT)')).status).toBe('MATCHED');
  expect(compareTrades(side('None (constant notional)'), side('Quarterly, to spot')).status).toBe('REVIEW');
});
