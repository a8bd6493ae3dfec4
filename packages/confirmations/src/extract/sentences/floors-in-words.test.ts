import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const swap = (sentence: string, index = 'EUR-EURIBOR') =>
  readPage(`${HEAD}
  Interest Rate Swap Confirmation
  Trade Date: | 4 May 2027
  Effective Date: | 6 May 2027
  Termination Date: | 6 May 2032
  Notional: | EUR 3,000,000.00
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.75 %
  Floating Rate Option: | ${index}
  Designated Maturity: | 3 months

  ${sentence}`);

test.each([
  ['The floating rate shall at no time be less than one quarter of one per cent (0.25%) per annum.', '0.25'],
  ['For this purpose EURIBOR shall not be less than 0.00 per cent. per annum.', '0'],
  ['Der variable Zinssatz darf zu keiner Zeit niedriger als 0,10 % p.a. sein.', '0.1'],
  ['Le taux variable ne pourra en aucun cas être inférieur à 0,00 % l’an.', '0'],
  ['El tipo variable no podrá ser inferior al 0,15 por ciento anual.', '0.15'],
  ['Il tasso variabile non potrà mai essere inferiore allo 0,00 %.', '0'],
])('a floor said in a sentence: %s', async (sentence, floor) => {
  const { trade, other_terms } = await swap(sentence);
  expect(trade.floor_rate).toBe(floor);
  expect(other_terms).toEqual([]);
});

test.each([
  'The floating rate shall not be less than 0.25% per annum until 6 May 2029.',
  'If the loan is drawn, the floating rate shall not be less than 0.25% per annum.',
  'The floating rate shall not be less than 0.25% or more than 4.00% per annum.',
  'The floating rate shall not be 0.25% per annum.',
])('a floor on a condition, for a time or with a second limit is a term: %s', async (sentence) => {
  const { trade, other_terms } = await swap(sentence);
  expect(trade.floor_rate).toBeUndefined();
  expect(other_terms).toMatchObject([{ economic: true }]);
});

test('a proviso beside the index holds the rate at the figure below which it falls', async () => {
  const proviso = (least: string, held: string) =>
    `USD-SOFR CME Term; provided that, if the Floating Rate for any Calculation Period would be less than ${least} per annum, the Floating Rate for such Calculation Period shall be deemed to be ${held} per annum`;
  const { trade } = await swap('', proviso('0.50%', '0.50%'));
  expect(trade).toMatchObject({ floating_rate_index: 'USD-SOFR CME Term', floor_rate: '0.5' });
  const { trade: other } = await swap('', proviso('0.50%', '0.75%'));
  expect(other.floor_rate).toBeUndefined();
  expect(other.floating_rate_index).not.toBe('USD-SOFR CME Term');
});
