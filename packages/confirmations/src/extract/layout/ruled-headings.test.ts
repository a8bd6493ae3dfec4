import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const OPTION = (rule: (words: string) => string) => `
  Mistral Quay Bank plc | Currency option ticket
  Bank: | Mistral Quay Bank plc
  Counterparty: | Elmsworth Mills Ltd
  ${rule('TERMS')}
  Trade Date: | 4 May 2027
  Buyer: | Counterparty | Seller: | Bank
  Option type: | GBP Put / USD Call
  Put amount: | GBP 2,000,000.00 | Call amount: | USD 2,500,000.00
  Strike: | 1.2500
  Expiry date: | 4 August 2027
  Settlement date: | 6 August 2027
  ${rule('BARRIER')}
  KNOCK : UP AND OUT | LEVEL GBP/USD : 1.3100
  ${rule('PREMIUM')}
  PAYER : Counterparty | AMOUNT : USD 41,250.00
  PAY DATE : 6 May 2027`;

test.each([
  (words: string) => `-- ${words} ----------------------------------`,
  (words: string) => `*** ${words} ***`,
  (words: string) => `${words} =========================`,
])('a heading within a rule of characters is its section: %s', async (rule) => {
  const { trade } = await readPage(OPTION(rule));
  expect(trade).toMatchObject({
    barrier_type: 'UP_AND_OUT',
    barrier_level: '1.3100',
    premium_amount: '41250.00',
    premium_currency: 'USD',
    premium_date: '2027-05-06',
  });
});

test('how the barrier is watched is an economic term below its heading as well', async () => {
  const page = OPTION((words) => `-- ${words} ------------`).replace('PAYER', 'MONITORING : AT EXPIRY ONLY\n  PAYER');
  const { other_terms } = await readPage(page);
  expect(other_terms).toContainEqual(expect.objectContaining({ label: 'MONITORING', economic: true }));
});

test('a rule between rows, or a cell within dashes, is no heading', async () => {
  const { trade } = await readPage(`
    Mistral Quay Bank plc | FX forward
    Bank: | Mistral Quay Bank plc
    Counterparty: | Elmsworth Mills Ltd
    -----------------------------------
    Trade Date: | 4 May 2027
    Bank sells: | -- EUR 2,000,000.00 --
    -----------------------------------
    Bank buys: | -- USD 2,250,000.00 --
    Settlement date: | 6 August 2027`);
  expect(trade).toMatchObject({ trade_date: '2027-05-04', settlement_date: '2027-08-06' });
});
