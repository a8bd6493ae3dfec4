import { describe, expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const PARTIES = `Banque du Lac SA
    Our reference: | BL-1
    Between Banque du Lac SA ("Party A") and Tuilerie Morel SAS ("Party B").
    Trade date: | 2 March 2027`;

describe('an equity swap by other labels', () => {
  test.each([
    ["Parte che paga l'importo azionario", 'Azione sottostante', 'Tipo di rendimento'],
    ['Payeur du montant action', 'Sous-jacent', 'Type de performance'],
    ['Pagador del importe de acciones', 'Acción subyacente', 'Tipo de rendimiento'],
    ['Zahler des Aktienbetrags', 'Basiswert', 'Art der Rendite'],
  ])('%s, %s, %s', async (payer, underlier, type) => {
    const { trade, other_terms } = await readPage(`${PARTIES}
    Product: | Equity Swap
    Effective date: | 4 March 2027
    Termination date: | 6 March 2028
    ${payer}: | Party A
    ${underlier}: | Aciers Verrier SA (ISIN FR0014009YQ1)
    ${type}: | total return
    Notional amount: | EUR 5,790,000.00
    Floating rate payer: | Party B
    Floating rate option: | EUR-EURIBOR
    Designated maturity: | 3 months`);
    expect(trade).toMatchObject({
      equity_amount_payer: 'BANK',
      underlier: 'Aciers Verrier SA (ISIN FR0014009YQ1)',
      return_type: 'TOTAL_RETURN',
    });
    expect(other_terms).toEqual([]);
  });
});

describe('the two sides of an option, each with its currency', () => {
  test.each([
    ['Divisa e importo call', 'Divisa e importo put', 'Livello di barriera'],
    ['Devise et montant du call', 'Devise et montant du put', 'Niveau de barrière'],
    ['Divisa e importe Call', 'Divisa e importe Put', 'Nivel de barrera'],
    ['Währung und Betrag des Call', 'Währung und Betrag des Put', 'Barriereniveau'],
  ])('%s', async (call, put, level) => {
    const { trade, flags } = await readPage(`${PARTIES}
    Product: | FX Option
    Seller: | Party A
    Buyer: | Party B
    Option style: | European
    ${call}: | EUR 12,000,000.00
    ${put}: | USD 14,220,000.00
    Strike price: | EUR/USD 1.1850
    Expiration date: | 12 November 2027
    ${level}: | EUR/USD 1.2150`);
    expect(trade).toMatchObject({
      call_currency: 'EUR',
      call_amount: '12000000.00',
      put_currency: 'USD',
      put_amount: '14220000.00',
      barrier_level: '1.2150',
    });
    expect(flags).toEqual([]);
  });
});

test('the floor of a reference rate, in Spanish', async () => {
  const { trade } = await readPage(`${PARTIES}
    Product: | Interest Rate Swap
    Fecha de inicio: | 4 de marzo de 2027
    Fecha de vencimiento: | 4 de marzo de 2032
    Capitale nozionale di riferimento: | EUR 5.000.000,00
    Pagador del tipo fijo: | Party B
    Tipo fijo: | 2,10 %
    Tipo de referencia: | EUR-EURIBOR
    Suelo sobre el tipo de referencia: | 0,00 %`);
  expect(trade).toMatchObject({ floor_rate: '0', notional: '5000000.00' });
});

test.each([
  'Paiements du vendeur',
  'Periodicità di pagamento',
  'Periodicidad de los pagos',
  'Zahlungen des Verkäufers',
])('how often a cap pays: %s', async (label) => {
  const { trade } = await readPage(`${PARTIES}
    Product: | Interest Rate Cap
    Seller: | Party A
    Buyer: | Party B
    Effective date: | 4 March 2027
    Termination date: | 6 March 2030
    Notional amount: | EUR 5,790,000.00
    Cap rate: | 3.25 %
    Floating rate option: | EUR-EURIBOR
    ${label}: | quarterly`);
  expect(trade).toMatchObject({ floating_payment_frequency: 'QUARTERLY' });
});
