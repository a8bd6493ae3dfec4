import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const option = (...lines: string[]) =>
  readPage(`${HEAD}
    FX Option Confirmation
    Trade Date: | 4 May 2027
    Right: | European GBP put / NOK call
    ${lines.join('\n    ')}`);

test.each([
  ['Delivery: | 9 November 2027, physical', 'PHYSICAL'],
  ['Dénouement: | 9 novembre 2027, par livraison', 'PHYSICAL'],
  ['Fecha de liquidación: | 9 de noviembre de 2027, con entrega de divisas', 'PHYSICAL'],
  ['Settlement Date: | 9 November 2027, in cash', 'CASH'],
  ['On exercise: | Cash settled, collateralized cash price', 'CASH'],
  ['The option is settled in cash.', 'CASH'],
  ['This is a Currency Option - Physical Settled.', 'PHYSICAL'],
])('how a trade settles stands beside something else: %s', async (line, type) => {
  expect((await option(line)).trade.settlement_type).toBe(type);
});

test('the method of a cash settlement stays an other term', async () => {
  const { other_terms } = await option('On exercise: | Cash settled, collateralized cash price');
  expect(other_terms).toContainEqual(
    expect.objectContaining({ key: 'settlement type', literal: 'collateralized cash price', economic: true }),
  );
});

test.each([
  ['Settlement Date: | 9 November 2027'],
  ['It is settled in cash or by delivery, as the buyer chooses: cash settled, or settled by delivery.'],
])('nothing says how it settles: %s', async (line) => {
  expect((await option(line)).trade.settlement_type).toBeUndefined();
});

test('the currency behind the day on which a non-deliverable forward settles', async () => {
  const { trade } = await readPage(`${HEAD}
    Non-Deliverable Forward Confirmation
    Trade Date: | 4 May 2027
    Cash settles on: | 6 August 2027, in USD`);
  expect(trade).toMatchObject({ settlement_date: '2027-08-06', settlement_currency: 'USD' });
});
