import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (frequency: string, more = '') => `${HEAD}
  Interest Rate Swap
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2031
  Notional Amount: | EUR 40,000,000
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.4475%
  Fixed Rate Payer Payment Dates: | ${frequency}
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EUR-EURIBOR
  Designated Maturity: | 6 months
  ${more}`;

describe('how often and from when, in one cell', () => {
  test.each([
    ['quarterly, commencing 17 December 2026', 'QUARTERLY', '2026-12-17'],
    ['Quarterly, commencing on December 17, 2026', 'QUARTERLY', '2026-12-17'],
    ['semi-annually, first payment 17 March 2027', 'SEMI_ANNUAL', '2027-03-17'],
    ['Annually, on each 17 September from and including 17 September 2027', 'ANNUAL', '2027-09-17'],
    ['vierteljährlich, erstmals am 17.12.2026', 'QUARTERLY', '2026-12-17'],
    ['halbjährlich nachträglich, erste Zahlung 17. März 2027', 'SEMI_ANNUAL', '2027-03-17'],
    ['trimestrielle, première échéance le 17 décembre 2026', 'QUARTERLY', '2026-12-17'],
    ['trimestral, primer pago el 17/12/2026', 'QUARTERLY', '2026-12-17'],
    ['trimestrale, a partire dal 17 dicembre 2026', 'QUARTERLY', '2026-12-17'],
  ])('%s', async (cell, frequency, first) => {
    expect((await readPage(swap(cell))).trade).toMatchObject({
      fixed_payment_frequency: frequency,
      fixed_first_payment_date: first,
    });
  });

  test('a date on which the leg only starts, and one on which it ends, are no first payment', async () => {
    for (const cell of ['quarterly, commencing 17 September 2026', 'quarterly, to and including 17 September 2031']) {
      const { trade } = await readPage(swap(cell));
      expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
      expect(trade.fixed_first_payment_date).toBeUndefined();
    }
  });

  test('and the days, behind a colon', async () => {
    const { trade, other_terms } = await readPage(swap('Quarterly: 17 Dec, 17 Mar, 17 Jun, 17 Sep'));
    expect(trade.fixed_payment_frequency).toBe('QUARTERLY');
    expect(other_terms).toEqual([]);
  });
});

test('a German form’s “Fälligkeit” is how often where it says so, and “keiner” is no spread', async () => {
  const { trade, flags } = await readPage(`${HEAD}
    Bestätigung Zinsswap
    Abschlusstag | 15.09.2026
    Laufzeit | 17.09.2026 bis 17.09.2031
    Bezugsbetrag | EUR 40.000.000,00
    Festbeträge
    Zahler der Festbeträge | Port Lisle Bank plc
    Festsatz | 2,4475 %
    Fälligkeit | jährlich, erstmals am 17.09.2027
    Variable Beträge
    Zahler der variablen Beträge | Aldersyde Credit Fund
    Basissatz | 6-Monats-EURIBOR
    Aufschlag | keiner
    Fälligkeit | halbjährlich, erstmals am 17.03.2027`);
  expect(trade).toMatchObject({
    effective_date: '2026-09-17',
    termination_date: '2031-09-17',
    fixed_payment_frequency: 'ANNUAL',
    fixed_first_payment_date: '2027-09-17',
    spread_bps: '0',
    floating_payment_frequency: 'SEMI_ANNUAL',
    floating_first_payment_date: '2027-03-17',
  });
  expect(flags).toEqual([]);
});
