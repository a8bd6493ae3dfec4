import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

describe('a form with a column of labels for each language', () => {
  const FORM = `
    Crédit Lacustre S.A.
    Confirmation d'un swap de taux / Interest Rate Swap Confirmation
    To: | Aciéries du Nord SAS
    Our Reference: | CL-20931
    Between Crédit Lacustre S.A. (the "Bank") and Aciéries du Nord SAS (the "Client").
    Date de négociation | Trade date | 3 February 2027
    Date de commencement | Effective date | 5 February 2027
    Date d'échéance | Termination date | 5 February 2034
    Montant notionnel | Notional amount | EUR 17,400,000.00
    Montants fixes / Fixed amounts
    Payeur du taux fixe | Fixed rate payer | Cliente / Client
    Taux fixe | Fixed rate | 2.6125 %
    Montants variables / Floating amounts
    Payeur du taux | Floating rate payer | Banque / Bank
    variable
    Taux variable | Floating rate option | EUR-EURIBOR, 3 mois / 3 months
    Marge | Spread | aucune / none`;

  test('is read by one of them, whatever the other does', async () => {
    const { trade, other_terms } = await readPage(FORM);
    expect(trade).toMatchObject({
      trade_date: '2027-02-03',
      notional: '17400000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '0',
    });
    expect(other_terms).toEqual([]);
  });
});

const swap = (index: string) => `${HEAD}
  Interest Rate Swap
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2028
  Notional Amount: | SEK 90,000,000.00
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.4475%
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | ${index}`;

describe('the tenor beside an index', () => {
  test.each([
    ['STIBOR 3 mesi (SEK-STIBOR)', 'SEK-STIBOR', '3M'],
    ['SEK-STIBOR, 1 Monat / 1 month', 'SEK-STIBOR', '1M'],
    ['NOK-NIBOR 6 meses', 'NOK-NIBOR', '6M'],
    ['SONIA compounded in arrears (GBP-SONIA-OIS Compound)', 'GBP-SONIA-OIS Compound', undefined],
    // Another benchmark in brackets is no name of the first.
    ['STIBOR 3 months (NOK-NIBOR)', 'STIBOR 3 months (NOK-NIBOR)', '3M'],
  ])('%s', async (literal, index, tenor) => {
    const { trade } = await readPage(swap(literal));
    expect([trade.floating_rate_index, trade.designated_maturity]).toEqual([index, tenor]);
  });
});

const commodity = (fixed: string, floating: string) => `
  Aldersyde Mineração, S.A.
  Asunto: Cobertura de fuel (permuta de precio)
  A la atención de: Port Lisle Bank plc
  Nuestra referencia: AM/77
  Confirmamos la operación entre Aldersyde Mineração, S.A. (la «Compañía») y Port Lisle Bank plc (el «Banco»).
  Fecha de contratación | 9 de junio de 2026
  Producto | Fuel oil
  Cantidad total | 6.600 toneladas
  Precio fijo | ${fixed}
  Precio variable | ${floating}`;

describe('who pays a price, behind the price', () => {
  test.each([
    ['514,75 USD por tonelada, pagadero por la Compañía', 'FUEL OIL-ICE, a pagar por el Banco', 'COUNTERPARTY'],
    [
      'USD 514,75 por tonelada (a pagar por el Banco)',
      'media mensual de FUEL OIL-ICE, a pagar por la Compañía',
      'BANK',
    ],
    ['USD 514.75 per tonne, payable by the Banco', 'FUEL OIL-ICE, monthly average', 'BANK'],
  ])('%s', async (fixed, floating, payer) => {
    const { trade } = await readPage(commodity(fixed, floating), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      fixed_price: '514.75',
      fixed_price_payer: payer,
      floating_price_payer: payer === 'BANK' ? 'COUNTERPARTY' : 'BANK',
      commodity_reference_price: 'FUEL OIL-ICE',
    });
  });

  test('and who is addressed pays nothing for that', async () => {
    const { trade } = await readPage(commodity('514,75 USD por tonelada', 'FUEL OIL-ICE'), 'COUNTERPARTY');
    expect(trade.fixed_price_payer).toBeUndefined();
  });

  test('but what is no usual average is of the reference price', async () => {
    const { trade } = await readPage(
      commodity('514,75 USD', 'media del FUEL OIL-ICE, segundo vencimiento'),
      'COUNTERPARTY',
    );
    expect(trade.commodity_reference_price).toBe('media del FUEL OIL-ICE, segundo vencimiento');
  });
});

describe('an index level is no amount of money', () => {
  const equity = (terms: string) => `${HEAD}
    Equity Index Total Return Swap
    Trade Date: | 8 March 2027
    Effective Date: | 10 March 2027
    Termination Date: | 10 March 2028
    Index: | Norden Large Cap Index
    Equity Amount Payer: | Port Lisle Bank plc
    ${terms}`;

  test('whatever it is called', async () => {
    const { trade } = await readPage(equity('Entry level of the index: | 3,417.25'));
    expect(trade.notional).toBeUndefined();
  });

  test('and an exposure in millions is read with the units that it is', async () => {
    const { trade } = await readPage(
      equity(`Opening index level: | 3,417.25
      Opening exposure: | EUR 61.5105 million, being 18,000 units`),
    );
    expect(trade).toMatchObject({ initial_price: '3417.25', notional: '61510500.00', currency: 'EUR' });
  });
});
