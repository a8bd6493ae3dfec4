// A record in sentences says once who each party is, and calls them by a word from there on.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';
import { calledParties } from './called-parties.ts';
import { nameIn } from './company-names.ts';

test.each([
  ['is sent to Elmsworth Building Society (LEI 1), called the Society.', ['society', 'Elmsworth Building Society']],
  [
    'made by Aldersyde Metals Ltd, hereinafter called the Company, and Port Lisle Bank plc, referred to as the Bank,',
    ['company', 'Aldersyde Metals Ltd', 'bank', 'Port Lisle Bank plc'],
  ],
  ['mit der Bankhaus Birkenau AG, nachfolgend die Bank, geschlossen', ['bank', 'Bankhaus Birkenau AG']],
  // What is called so is no party.
  ['shares of Quarry Lake Mining Inc., called the Issuer, are', []],
  ['the amount on the day called the Settlement Date, is', []],
])('%s', (prose, called) => {
  expect(calledParties(prose).flatMap(({ role, name }) => [role, name])).toEqual(called);
});

test.each([
  ['Prepared for Elmsworth Building Society, Treasury Settlements.', 'Elmsworth Building Society'],
  ['Issued to Port Lisle Bank plc', 'Port Lisle Bank plc'],
  ['Drawn up for Aldersyde Metals GmbH', 'Aldersyde Metals GmbH'],
  ['United for Housing Association', 'United for Housing Association'],
  ['Trust for Learning Limited', 'Trust for Learning Limited'],
])('%s names %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});

test('a building society is the bank of a foundation’s record, whatever it is called', async () => {
  const { trade } = await readPage(
    `
  ALDERHOLT COLLEGE FOUNDATION
  Record of treasury deal AC-118
  FX Forward
  Prepared for Elmsworth Building Society, Settlements.
  1. This record is made by the Alderholt College Foundation, called the Foundation, and is sent to
  Elmsworth Building Society, called the Society. The Society is the Calculation Agent.
  Trade Date | 3 April 2026
  Value Date | 7 May 2026
  Foundation buys | EUR 2,000,000.00
  Foundation sells | GBP 1,720,000.00
  Exchange Rate | 0.8600`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    bank_name: 'Elmsworth Building Society',
    calculation_agent: 'BANK',
    currency_buyer: 'COUNTERPARTY',
  });
});
