import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const swap = (...lines: string[]) =>
  readPage(`${HEAD}
    Commodity Swap Confirmation
    Trade Date: | 4 May 2027
    Period: | 1 June 2027 to 31 July 2027
    Commodity: | Gas
    ${lines.join('\n    ')}`);

test('prices in sentences, each with who pays it', async () => {
  const { trade } = await swap(
    'Der Aldersyde Credit Fund zahlt der Port Lisle Bank plc je MWh der Monatsmenge den Festpreis von 31,85 EUR.',
    'Die Port Lisle Bank plc zahlt dem Aldersyde Credit Fund je MWh den Durchschnitt der Notierungen TTF Month Ahead.',
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank plc',
    fixed_price: '31.85',
    currency: 'EUR',
    unit_of_measure: 'MWh',
    fixed_price_payer: 'COUNTERPARTY',
    floating_price_payer: 'BANK',
    commodity_reference_price: 'TTF Month Ahead',
  } satisfies Partial<Trade>);
});

test('the quantity of each month in the period’s year, and their sum', async () => {
  const { trade, inferred } = await swap(
    'Festpreis: | EUR 31,85',
    'Menge Juni: | 1.000 MWh',
    'Menge Juli: | 2.500 MWh',
  );
  expect(trade).toMatchObject({
    quantity_schedule: '2027-06-01 1000; 2027-07-01 2500',
    quantity: '3500',
    unit_of_measure: 'MWh',
  } satisfies Partial<Trade>);
  expect(inferred.quantity).toContain('sum');
});

test.each([
  ['a month is missing', ['Menge Juni: | 1.000 MWh']],
  ['a month is not of the period', ['Menge Juni: | 1.000 MWh', 'Menge August: | 2.500 MWh']],
  ['a month stands twice', ['Menge Juni: | 1.000 MWh', 'Menge Juni: | 2.500 MWh']],
])('quantities of months are left out, for review, where %s', async (_why, lines) => {
  const { trade, flags } = await swap(...lines);
  expect(trade.quantity_schedule).toBeUndefined();
  expect(flags.map(({ code, field }) => `${code} ${field}`)).toContain('UNREAD_VALUE quantity_schedule');
});

test('a reference price in a sentence ends where a word begins', async () => {
  const { trade } = await swap('The floating price is the mean of GASOIL-ICE Settlement prices.');
  expect(trade.commodity_reference_price).toBe('GASOIL-ICE');
  const code = await swap('The floating price is the mean of JET FUEL-FOB NWE-PLATTS.');
  expect(code.trade.commodity_reference_price).toBe('JET FUEL-FOB NWE-PLATTS');
});
