import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const record = (notional: string, premium: string) => `
  Larch Hill Timber AB
  To: | Port Lisle Bank plc
  Our number LH 27:4. Your number PL-8814.
  On 6 May 2027 Larch Hill Timber AB (the Company) and Port Lisle Bank plc (the Bank) agreed an interest rate cap.
  The cap begins on 10 May 2027 and ends on 10 May 2030. The notional amount is ${notional} throughout the whole of it.
  The Company buys from the Bank a cap with a cap rate of 3.25 per cent a year, on terms that are set out below here.
  The Company pays the Bank a premium of ${premium} on 12 May 2027, in one sum, to the account that it has been given.`;

test.each([
  ['spaces', 'EUR 15 000 000', 'EUR 41 250', '15000000.00', '41250.00'],
  ['spaces, with decimals', 'EUR 15 000 000,00', 'EUR 41 250,50', '15000000.00', '41250.50'],
  ['spaces, the currency behind', '15 000 000 EUR', 'EUR 1 041 250', '15000000.00', '1041250.00'],
  ['apostrophes', "CHF 15'000'000", "CHF 41'250", '15000000.00', '41250.00'],
  ['commas', 'EUR 15,000,000', 'EUR 41,250', '15000000.00', '41250.00'],
])('the groups of an amount in a sentence are parted by %s', async (_how, notional, premium, ...read) => {
  const { trade, evidence } = await readPage(record(notional, premium), 'COUNTERPARTY');
  expect([trade.notional, trade.premium_amount]).toEqual(read);
  expect(evidence.premium_amount?.boxes?.length).toBeGreaterThan(0);
});

test('a number after another is none of its groups', async () => {
  const { trade } = await readPage(
    record('EUR 15 million', 'EUR 41,250 on 12 May 2027, against note 100 of it,'),
    'COUNTERPARTY',
  );
  expect([trade.notional, trade.premium_amount]).toEqual(['15000000.00', '41250.00']);
});

const priced = (price: string, payer: string) => `
  Larch Hill Metals SA
  To: | Port Lisle Bank plc
  Our ref | LH-77
  Commodity swap
  Trade date | 6 May 2027
  Effective date | 1 June 2027
  Termination date | 30 November 2027
  Total quantity | 1'080'000 MMBtu
  Quantity per period | 180'000 MMBtu
  Fixed price payer | ${payer}
  ${price}
  Floating price payer | Port Lisle Bank plc
  Commodity reference price | NATURAL GAS-NYMEX
  Larch Hill Metals SA, Rue du Lac 4, IDE CHE-309.418.772, and its office for contracts of this kind in Geneva`;

test.each([
  ['Fixed price | USD 3.785 per MMBtu', 'Larch Hill Metals SA'],
  ['Fixed price | the fixed price of USD 3.785 per MMBtu', 'Larch Hill Metals SA'],
  ['', 'Larch Hill pays the fixed price of USD 3.785 per MMBtu.'],
])('beside groups with apostrophes a point parts decimals: %s %s', async (price, payer) => {
  const { trade } = await readPage(priced(price, payer), 'COUNTERPARTY');
  expect(trade.fixed_price).toBe('3.785');
});
