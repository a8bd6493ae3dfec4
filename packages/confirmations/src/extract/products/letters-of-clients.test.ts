import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

describe('a swaption whose swap is said in what each pays', () => {
  const swaption = (terms: string) => `
    Aldersyde Credit Fund
    To: | Port Lisle Bank plc
    Our Reference: | ACF-31
    Payer swaption dealt 4 May 2027
    This confirms the trade between Port Lisle Bank plc ("the Bank") and Aldersyde Credit Fund ("the Fund").
    Dealt | 4 May 2027
    Bought by | The Fund
    Sold by | The Bank
    Premium | CHF 212,000, payable 6 May 2027
    Exercise | On 4 November 2027 only (European), by 4 p.m. Zurich
    Amount | CHF 18 million
    Start | 8 November 2027
    End | 8 November 2032
    ${terms}`;
  test.each([
    [
      'The Fund pays | 1.415% fixed, annually, 30/360\n    The Bank pays | Compounded SARON (CHF-SARON-OIS Compound), annually, act/360',
      'COUNTERPARTY',
    ],
    [
      'The Bank pays | 1.415% fixed, annually, 30/360\n    The Fund pays | CHF-SARON-OIS Compound, annually, act/360',
      'BANK',
    ],
  ])('%s', async (terms, payer) => {
    const { trade } = await readPage(swaption(terms), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      option_type: 'PAYER',
      option_style: 'EUROPEAN',
      expiry_date: '2027-11-04',
      cut_off_time: '16:00 Zurich',
      fixed_rate: '1.415',
      fixed_rate_payer: payer,
      fixed_day_count: '30/360',
      floating_rate_index: 'CHF-SARON-OIS Compound',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'ANNUAL',
    });
  });
});

describe('who pays the return of an equity swap in a sentence', () => {
  const equity = (sentences: string) => `
    Aldersyde Credit Fund
    To: | Port Lisle Bank plc
    Our Reference: | ACF-32
    Index total return swap
    Trade Date: | 8 March 2027
    Effective Date: | 10 March 2027
    Termination Date: | 10 March 2028
    Index: | Norden Large Cap Index
    Notional Amount: | EUR 7,000,000.00
    This confirms the trade between Port Lisle Bank plc ("the Bank") and Aldersyde Credit Fund ("the Fund").
    ${sentences}`;
  test.each([
    [
      'The Bank pays the Fund the total return of the index; if the return is negative the Fund pays the Bank the fall.\n    The Fund pays the Bank compounded €STR (EUR-EuroSTR-OIS Compound) plus 61 basis points, quarterly, actual/360.',
      'BANK',
    ],
    [
      'If the total return is negative the Bank pays the Fund. The Fund pays the Bank the total return.\n    The Bank pays the Fund EUR-EuroSTR-OIS Compound plus 61 basis points, quarterly, actual/360.',
      'COUNTERPARTY',
    ],
  ])('%s', async (sentences, payer) => {
    const { trade } = await readPage(equity(sentences), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      equity_amount_payer: payer,
      floating_rate_payer: payer === 'BANK' ? 'COUNTERPARTY' : 'BANK',
      floating_rate_index: 'EUR-EuroSTR-OIS Compound',
      spread_bps: '61',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
    });
  });
});

describe('a premium under a heading of its own', () => {
  test.each([
    ['Prime / Premium', 'Montant / Amount', 'CHF 14.250,00', 'Date de paiement / Payment date', '11 mai 2027'],
    ['Die Prämie', 'Betrag', '14.250,00 CHF, zahlbar durch den Kunden', 'Valuta', '11. Mai 2027'],
    ['La prima', 'Importe', '14.250 CHF', 'Fecha de pago', '11 de mayo de 2027'],
    ['Premio', 'Importo', '14.250,00 CHF a carico del Cliente il 11 maggio 2027', 'Pagato da', 'Cliente'],
  ])('%s', async (heading, amount, figure, date, day) => {
    const { trade, flags } = await readPage(`${HEAD}
      Interest Rate Cap
      Date: | 10 May 2027
      Trade Date: | 7 May 2027
      Notional Amount: | CHF 5.000.000,00
      Cap Rate: | 1,75 %

      ${heading}
      ${amount} | ${figure}
      ${date} | ${day}`);
    expect(trade).toMatchObject({
      notional: '5000000.00',
      premium_amount: '14250.00',
      premium_currency: 'CHF',
      premium_date: '2027-05-11',
    });
    expect(flags.filter(({ code }) => code === 'CONTRADICTION')).toEqual([]);
  });
});

describe('which currency is bought, in one cell', () => {
  test.each([
    ['You buy USD / sell INR', 'BANK'],
    ['We sell USD and buy INR', 'BANK'],
    ['Port Lisle Bank plc sells USD', 'COUNTERPARTY'],
  ])('%s', async (said, seller) => {
    const { trade } = await readPage(
      `
      Aldersyde Credit Fund
      To: | Port Lisle Bank plc
      Our Reference: | ACF-33
      NDF USD/INR
      Trade Date: | 12 April 2027
      Direction: | ${said}
      USD amount: | USD 2,400,000.00
      INR amount: | INR 205,920,000.00
      Rate: | 85.80
      Fixing Date: | 12 July 2027
      Value Date: | 14 July 2027`,
      'COUNTERPARTY',
    );
    // Who buys dollars sells rupees.
    expect(trade.reference_currency_seller).toBe(seller);
  });
});

describe('an amount or a rate with words beside it', () => {
  test('is read with the code behind its currency’s name, and how the rate is made', async () => {
    const { trade, flags } = await readPage(
      `
      Aldersyde Hermanos, S.A.
      Asunto: Compraventa de divisas a plazo
      A la atención de: Port Lisle Bank plc
      Nuestra referencia: AH/12
      Confirmamos la operación entre Aldersyde Hermanos, S.A. (la «Compañía») y Port Lisle Bank plc (el «Banco»).
      Fecha de contratación | 2 de febrero de 2027
      La Compañía vende | 1.250.000,00 libras esterlinas (GBP)
      La Compañía compra | 1.706.250,00 dólares estadounidenses
      Cambio a plazo | 1,3650 USD por GBP (contado 1,3612 más 38 puntos)
      Fecha valor | 4 de mayo de 2027`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({
      currency_buyer: expect.anything(),
      fx_rate: '1.3650',
      settlement_date: '2027-05-04',
    });
    expect([trade.notional, trade.notional_2].toSorted()).toEqual(['1250000.00', '1706250.00']);
    expect(flags.filter(({ code }) => code === 'CONTRADICTION' || code === 'UNREAD_VALUE')).toEqual([]);
  });
});

describe('a period in one cell', () => {
  test.each([
    ['Periodo cubierto', 'del 1 de abril de 2027 al 30 de septiembre de 2027'],
    ['Lieferzeitraum (rechnerisch)', '1. April 2027 bis 30. September 2027'],
    ['Période', 'du 1er avril 2027 au 30 septembre 2027'],
    ['Period', '1 April 2027 - 30 September 2027'],
  ])('%s: %s', async (label, value) => {
    const { trade } = await readPage(`${HEAD}
      Commodity Swap
      Trade Date: | 15 March 2027
      ${label}: | ${value}
      Fixed Price: | EUR 28.40 per MWh`);
    expect([trade.effective_date, trade.termination_date]).toEqual(['2027-04-01', '2027-09-30']);
  });
});
