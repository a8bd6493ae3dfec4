import { expect, test } from 'vitest';
import type { Parties } from '../parties/find-parties.ts';
import type { ReadingContext } from '../values/readers.ts';
import { readSwapLegs } from './swap-sentence.ts';

const parties = {
  names: {},
  issuer: 'BANK',
  resolve: (text: string) => (/^we$/i.test(text) ? 'BANK' : /^(?:you|fund)$/i.test(text) ? 'COUNTERPARTY' : undefined),
} as Parties;
const context: ReadingContext = { slashOrder: undefined, decimalMark: undefined, party: parties.resolve };
const legs = (prose: string) => readSwapLegs(prose, parties, context);

test('rows of a telex below the words that say who sells which column', () => {
  const read = legs(
    'LEG VALUE WE SELL WE BUY RATE ------ NEAR 11MAR2027 USD 9,000,000.00 JPY 1,350,000,000 150.00 FAR 11JUN2027 JPY 1,341,000,000 USD 9,000,000.00 149.00 ====',
  );
  expect(read?.near).toMatchObject({
    date: '2027-03-11',
    rate: '150.00',
    sides: [
      { currency: 'USD', buyer: 'COUNTERPARTY' },
      { currency: 'JPY', buyer: 'BANK' },
    ],
  });
  expect(read?.far.sides[0]).toMatchObject({ currency: 'JPY', amount: '1341000000.00', buyer: 'COUNTERPARTY' });
});

test('legs with the name of who buys', () => {
  const read = legs(
    'Near Fund buys USD 9,000,000.00 / sells JPY 1,350,000,000 at 150.00, value 11-Mar-2027 Far Fund sells USD 9,000,000.00 / buys JPY 1,341,000,000 at 149.00, value 11-Jun-2027',
  );
  expect(read?.near).toMatchObject({ date: '2027-03-11', sides: [{ buyer: 'COUNTERPARTY' }, { buyer: 'BANK' }] });
  expect(read?.far.sides[0]?.buyer).toBe('BANK');
});

test('one leg alone, or a far leg before the near one, is no swap', () => {
  expect(legs('Near leg: we buy USD 1,000.00 and sell CHF 900.00 at 0.9000, value 3 May 2027')).toBeUndefined();
});
