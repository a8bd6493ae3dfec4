import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** One MT300 as a treasury system prints it. */
const message = (reference: string, date: string, bought: string, sold: string, rate: string, leg: string) => `
  --------- Message Header ---------
  Sender : PLBKGB2LXXX
  Port Lisle Bank plc
  Receiver : ALDSGB2LXXX
  Aldersyde Trading Ltd
  15A : New Sequence A - General Information
  20 : Sender's Reference | ${reference}
  21 : Related Reference | AT-55102
  22A : Type of Operation | NEWT
  82J : Party A - Structured | /NAME/Port Lisle Bank plc
  87J : Party B - Structured | /NAME/Aldersyde Trading Ltd
  77H : Type, Date, Version of Agreement | ISDA/20190611//2002
  77D : Terms and Conditions
  /FXSW/${leg}
  /GOVL/ENGLISH LAW
  15B : New Sequence B - Transaction Details
  30T : Trade Date | 20270504
  30V : Value Date | ${date}
  36 : Exchange Rate | ${rate}
  -- Subsequence B1 Amount Bought
  32B : Currency, Amount | ${bought}
  -- Subsequence B2 Amount Sold
  33B : Currency, Amount | ${sold}`;

const NEAR = message('PL77102/1', '20270506', 'GBP3000000,', 'USD3750000,', '1,25', 'NEAR LEG');
const FAR = message('PL77102/2', '20271106', 'USD3765000,', 'GBP3000000,', '1,255', 'FAR LEG');

test.each([
  ['near first', NEAR, FAR],
  ['far first', FAR, NEAR],
])('two messages of one stem, the one back what the other gave, are a swap: %s', async (_, one, other) => {
  const { trade, other_terms } = await readPage(`FIN 300 Foreign Exchange Confirmation${one}${other}`);
  expect(trade).toMatchObject({
    ...{ product: 'FX_SWAP', trade_id: 'PL77102', other_reference: 'AT-55102', currency_buyer: 'BANK' },
    ...{ currency: 'GBP', notional: '3000000.00', notional_2: '3750000.00', fx_rate: '1.25' },
    ...{ settlement_date: '2027-05-06', far_settlement_date: '2027-11-06', far_fx_rate: '1.255' },
    ...{ far_notional: '3000000.00', far_notional_2: '3765000.00', governing_law: 'English law' },
    ...{ bank_bic: 'PLBKGB2LXXX', counterparty_bic: 'ALDSGB2LXXX' },
  });
  expect(other_terms).toEqual([]);
});

test.each([
  ['references of two stems', FAR.replace('PL77102/2', 'PL77109/2')],
  ['one direction', message('PL77102/2', '20271106', 'GBP3000000,', 'USD3765000,', '1,255', 'FAR LEG')],
  ['another currency', FAR.replace('USD3765000,', 'EUR3465000,')],
  ['one value date', FAR.replace('20271106', '20270506')],
  ['another day of trading', FAR.replace('20270504', '20270505')],
  ['another agreement', FAR.replace('ISDA/20190611//2002', 'ISDA/20210611//2002')],
])('two messages with %s are two trades', async (_, other) => {
  await expect(readPage(`FIN 300 Foreign Exchange Confirmation${NEAR}${other}`)).rejects.toThrow(/several trades/);
});

test('a message of one exchange alone keeps that it is of a swap', async () => {
  const { other_terms } = await readPage(`FIN 300 Foreign Exchange Confirmation${NEAR}`);
  expect(other_terms.map(({ literal }) => literal)).toEqual(['/FXSW/NEAR LEG']);
});
