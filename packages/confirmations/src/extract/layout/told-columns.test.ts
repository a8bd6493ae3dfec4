// Headings that say nothing by themselves are told by the row below them.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const BANKS = '213800R4UVS2D2JAW589';
const CLIENTS = '529900ZZAQMHR1E8GE46';
const AT = [40, 200, 370];
const FORWARD = `
  Terms
  Trade date | 3 April 2026
  Value date | 7 May 2026
  Port Lisle sells | USD 2,310,000.00
  Port Lisle buys | EUR 2,000,000.00
  Exchange rate | 1.1550`;
const IDENTIFIERS = {
  bank_name: 'Port Lisle Bank plc',
  counterparty_name: 'Aldersyde Metals GmbH',
  bank_lei: BANKS,
  counterparty_lei: CLIENTS,
  bank_bic: 'PLBKGB2LXXX',
};

test.each([
  ['Parties | Port Lisle | Counterparty', 'Name'],
  ['Between | Port Lisle Bank | Client', 'Legal name'],
  ['Who | Dealer | Aldersyde', 'Entity'],
])('two parties in columns are told by their names: %s', async (headings, row) => {
  const { trade, flags } = await readPage(
    `
  Port Lisle Bank plc
  FX Forward Confirmation
  ${headings}
  ${row} | Port Lisle Bank plc | Aldersyde Metals GmbH
  LEI | ${BANKS} | ${CLIENTS}
  BIC | PLBKGB2LXXX | –
  Reference | PL-4471 | AM/26/031
${FORWARD}`,
    'BANK',
    AT,
  );
  expect(trade).toMatchObject({ ...IDENTIFIERS, trade_id: 'PL-4471', other_reference: 'AM/26/031' });
  expect(flags.filter(({ field }) => /_(?:lei|name|bic)$/.test(field ?? ''))).toEqual([]);
});

test('on a client’s paper the column of its counterparty is the bank’s, by the name in it', async () => {
  const { trade } = await readPage(
    `
  Aldersyde Metals GmbH
  FX Forward Confirmation
  Parties | Aldersyde Metals | Counterparty
  Name | Aldersyde Metals GmbH | Port Lisle Bank plc
  LEI | ${CLIENTS} | ${BANKS}
  Reference | AM/26/031 | PL-4471
${FORWARD}`,
    'COUNTERPARTY',
    AT,
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank plc',
    counterparty_name: 'Aldersyde Metals GmbH',
    bank_lei: BANKS,
    counterparty_lei: CLIENTS,
    trade_id: 'AM/26/031',
    other_reference: 'PL-4471',
  });
});

const ndf = (headings: string, buyers = 'Aldersyde Metals GmbH | Port Lisle Bank plc') => `
  Port Lisle Bank plc
  To: | Aldersyde Metals GmbH
  Non-deliverable FX forward confirmation
  Deal date | 3 April 2026
  ${headings}
  Amount | USD 2,310,000.00 | INR 196,350,000.00
  Buyer | ${buyers}
  Seller | ${buyers.split(' | ').reverse().join(' | ')}
  Settlement
  Forward rate | USD/INR 85.0000
  Fixing date | 5 May 2026
  Value date | 7 May 2026`;

test.each(['Terms | USD | INR', 'Amounts | USD (settlement currency) | INR (reference currency)'])(
  'columns of two currencies have a buyer each: %s',
  async (headings) => {
    const { trade, flags } = await readPage(ndf(headings), 'BANK', AT);
    expect(trade).toMatchObject({
      currency: 'USD',
      notional: '2310000.00',
      currency_2: 'INR',
      notional_2: '196350000.00',
      reference_currency_buyer: 'BANK',
      reference_currency_seller: 'COUNTERPARTY',
    });
    expect(flags.filter(({ code }) => code === 'CONTRADICTION')).toEqual([]);
  },
);

test('one party that buys both currencies is flagged', async () => {
  const page = ndf('Terms | USD | INR', 'Port Lisle Bank plc | Port Lisle Bank plc');
  const { flags } = await readPage(page, 'BANK', AT);
  expect(flags.map(({ code }) => code)).toContain('CONTRADICTION');
});

test('two cells over names that are no parties’ columns head nothing', async () => {
  const { trade } = await readPage(
    `
  Port Lisle Bank plc
  To: | Aldersyde Metals GmbH
  FX Forward Confirmation
  Contact | Dealer A. Roy | Back office
  Name | Meridian Custody Bank | Quill Clearing Bank
${FORWARD}`,
    'BANK',
    AT,
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank plc',
    counterparty_name: 'Aldersyde Metals GmbH',
    currency_buyer: 'BANK',
  });
});
