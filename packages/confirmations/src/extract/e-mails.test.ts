// Affirmations by e-mail: labels with their values under short headings, a rate for each period, names on the To line.
import { describe, expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

test('terms under headings: what stands over labels is none, and a rate may have its period', async () => {
  const { trade, flags } = await readPage(
    `Subject: | Our interest rate swap
    To: | Confirmations, Port Lisle Bank plc
    On behalf of Aldersyde Trading Ltd we confirm the interest rate swap below, done with Port Lisle Bank plc.
    Deal
        Our deal no: ALD-0107
        Dealt on: Mon 3 May 2027
        Starts: 5 May 2027
        Ends: 5 May 2031
        Notional: EUR 30,000,000
    We pay (fixed)
        Rate from 5 May 2027 to 5 May 2029: 2.35% p.a.
        Rate from 5 May 2029 to 5 May 2031: 2.75% p.a.
        Paid: annually on 5 May
        Day count: 30/360
    You pay (floating)
        Rate: 6M EURIBOR (EUR-EURIBOR) plus 12 bps
        Paid: semi-annually on 5 May and 5 November
        Day count: act/360`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    ...{ trade_id: 'ALD-0107', bank_name: 'Port Lisle Bank plc', counterparty_name: 'Aldersyde Trading Ltd' },
    ...{ trade_date: '2027-05-03', effective_date: '2027-05-05', termination_date: '2031-05-05' },
    ...{ notional: '30000000.00', fixed_rate_payer: 'COUNTERPARTY', floating_rate_payer: 'BANK' },
    ...{ fixed_rate_schedule: '2027-05-05 2.35; 2029-05-05 2.75', fixed_day_count: '30/360' },
    ...{ floating_rate_index: 'EUR-EURIBOR', designated_maturity: '6M', spread_bps: '12' },
  });
  expect(flags.map(({ code }) => code)).toEqual([]);
});

describe('a floating rate by its short name and ISDA’s', () => {
  test.each([
    ['6-Monats-EURIBOR (EUR-EURIBOR)', 'EUR-EURIBOR', '6M'],
    ['EUR-EURIBOR, Laufzeit 3 Monate', 'EUR-EURIBOR', '3M'],
    ['SONIA, täglich aufgezinst (GBP-SONIA-OIS Compound)', 'GBP-SONIA-OIS Compound', undefined],
    // Another rate in brackets is no other name.
    ['6M EURIBOR (EUR-ESTR) plus 12 bps', 'EURIBOR (EUR-ESTR)', '6M'],
  ])('%s', async (literal, index, tenor) => {
    const { trade } = await readPage(`Port Lisle Bank plc
      To: | Aldersyde Trading Ltd
      Our Reference: | PL-7701
      Interest Rate Swap
      Trade Date: | 4 May 2027
      Notional: | EUR 4,000,000
      Fixed Rate: | 2.1 %
      Floating Rate Option: | ${literal}`);
    expect([trade.floating_rate_index, tenor && trade.designated_maturity]).toEqual([index, tenor]);
  });
});

test('a name ends where its sentence goes on', async () => {
  const { trade } = await readPage(
    `OPCIÓN SOBRE DIVISAS
    Entre Azahar Energía, S.A. y Banco Port Lisle S.p.A. se ha concertado la operación descrita a continuación.
    Referencia propia: | AZ-014
    Fecha de contratación: | 4 de mayo de 2027
    Comprador: | Azahar Energía, S.A.
    Vendedor: | Banco Port Lisle S.p.A.`,
    'COUNTERPARTY',
  );
  expect(trade.bank_name).toBe('Banco Port Lisle S.p.A.');
});
