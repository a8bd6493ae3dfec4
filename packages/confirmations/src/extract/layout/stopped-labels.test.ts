import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('a label that ends with a full stop has what follows as its value, on all the lines of its clause', async () => {
  const { trade, accounting } = await readPage(`${HEAD}
    Interest Rate Cap Transaction
    (a) Trade Date. 3 April 2028
    (b) Effective Date. 5 April 2028
    (c) Termination Date. 5 April 2033
    (d) Notional Amount. USD 30,000,000.00
    (e) Buyer. Aldersyde Credit Fund
    (f) Seller. Port Lisle Bank plc
    (g) Cap Rate. 4.25 per cent. per annum
    (h) Floating Rate Option. USD-SOFR CME Term
    (i) Designated Maturity. one month
    (j) Payment Dates. monthly, on the fifth day of each calendar month from the fifth of
        May 2028 to the Termination Date
    (k) Day Count Fraction. Actual/360`);
  expect(trade).toMatchObject({
    ...{
      trade_date: '2028-04-03',
      effective_date: '2028-04-05',
      termination_date: '2033-04-05',
      buyer: 'COUNTERPARTY',
    },
    ...{
      notional: '30000000.00',
      cap_rate: '4.25',
      floating_rate_index: 'USD-SOFR CME Term',
      designated_maturity: '1M',
    },
    ...{ floating_payment_frequency: 'MONTHLY', floating_day_count: 'ACT/360' },
  });
  expect(accounting.accounted).toBe(accounting.lines);
});

test('so has one that ends with a stop and a dash, behind an ordinal or a paragraph’s sign', async () => {
  const { trade } = await readPage(`${HEAD}
    Confirmación de compraventa de divisa a plazo
    PRIMERA. Fecha de contratación.– 3 de abril de 2028
    SEGUNDA. Divisa comprada.– USD 2.500.000,00
    TERCERA. Divisa vendida.– EUR 2.250.000,00
    CUARTA. Comprador.– Aldersyde Credit Fund
    QUINTA. Tipo de cambio.– 1,111111
    SEXTA. Fecha de liquidación.– 5 de septiembre de 2028`);
  expect(trade).toMatchObject({ trade_date: '2028-04-03', settlement_date: '2028-09-05' });
});

const SENTENCES = (floor: string) => `${HEAD}
  Interest Rate Swap
  1. Trade Date. 3 April 2028
  2. Start Date. 5 April 2028
  3. Maturity Date. 5 April 2033
  4. Notional Amount. USD 30,000,000.00
  5. Fixed Rate Payer. Aldersyde Credit Fund
  6. Fixed Rate. 2.65 per cent. per annum
  7. Floor Rate. ${floor}`;

test('a sentence with a condition behind a label stays a sentence', async () => {
  for (const floor of [
    'The rate is 0.50 per cent. unless the Fund elects otherwise',
    'The rate shall at no time be less than 0.50 per cent. per annum',
    'None is agreed. The rate is 0.50 per cent. for the second period',
  ]) {
    const { trade, other_terms } = await readPage(SENTENCES(floor));
    expect(trade, floor).toMatchObject({ fixed_rate: '2.65', notional: '30000000.00' });
    expect(trade.floor_rate, floor).not.toBe('-0.5');
    expect(trade.floor_rate === undefined || JSON.stringify(other_terms).includes('0.50'), floor).toBe(true);
  }
});

test('sentences of a letter that begin with the words of a label are none', async () => {
  const { trade } = await readPage(`${HEAD}
    Interest Rate Swap
    Trade Date: | 3 April 2028
    Effective Date: | 5 April 2028
    Termination Date: | 5 April 2033
    Notional Amount: | USD 30,000,000
    Fixed Rate. Please see the schedule of 5 May 2028 with 3.95 per cent. for what we discussed
    Fixed Rate: | 2.65%
    Fixed Rate Payer: | Port Lisle Bank plc`);
  expect(trade.fixed_rate).toBe('2.65');
});
