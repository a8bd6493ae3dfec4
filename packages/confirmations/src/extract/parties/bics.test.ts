import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const LETTER = `
  Port Lisle Bank plc
  To: | Aldersyde Savings Bank
  Our Reference: | PL-7701
  FX FORWARD CONFIRMATION
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`;

const bicsOf = async (foot: string) => {
  const { bank_bic, counterparty_bic, bank_name, counterparty_name } = (await readPage(`${LETTER}\n${foot}`)).trade;
  expect({ bank_name, counterparty_name }).toEqual({
    bank_name: 'Port Lisle Bank plc',
    counterparty_name: 'Aldersyde Savings Bank',
  });
  return { bank_bic, counterparty_bic };
};

test('a BIC in the footer is of the party whose name has its bank code', async () => {
  const none = { bank_bic: undefined, counterparty_bic: undefined };
  const foot = 'Standing instructions on file. SWIFT';
  expect(await bicsOf(`${foot} PLBKGB2LXXX. Calls are recorded.`)).toEqual({ ...none, bank_bic: 'PLBKGB2LXXX' });
  expect(await bicsOf(`${foot} ALSBGB21.`)).toEqual({ ...none, counterparty_bic: 'ALSBGB21' });
  expect(await bicsOf('Account 4471 0098 22, BIC\nPLBKGB2L.')).toEqual({ ...none, bank_bic: 'PLBKGB2L' });
});

test('a BIC of a bank that is no party is nobody’s', async () => {
  expect(await bicsOf('Payments through Meridian Clearing, BIC MERCUS33.')).toEqual({});
});

test('of two BICs of one party neither is taken, unless they are one office’s', async () => {
  expect(await bicsOf('EUR: BIC PLBKDEFF. GBP: BIC PLBKGB2L.')).toEqual({});
  expect(await bicsOf('EUR: BIC PLBKGB2L. GBP: BIC PLBKGB2LXXX.')).toMatchObject({ bank_bic: 'PLBKGB2L' });
});

test.each([
  ['Bank BIC: | QUAYGB2L', 'Client BIC: | MERCDEFF', 'QUAYGB2L', 'MERCDEFF'],
  ['Our SWIFT code: | QUAYGB2LXXX', 'Your BIC: | MERCDEFF', 'QUAYGB2LXXX', 'MERCDEFF'],
  ['Bank | Port Lisle Bank plc, BIC QUAYGB2L', 'BIC of the Client | MERCDEFF', 'QUAYGB2L', 'MERCDEFF'],
  ['Correspondent BIC: | QUAYGB2L', 'Beneficiary bank SWIFT: | MERCDEFF', undefined, undefined],
])('a label or a cell says whose a BIC is: %s, %s', async (one, other, bank_bic, counterparty_bic) => {
  expect(await bicsOf(`${one}\n  ${other}`)).toEqual({ bank_bic, counterparty_bic });
});
