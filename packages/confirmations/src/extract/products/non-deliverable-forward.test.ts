import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const SAYS = {
  product: 'NON_DELIVERABLE_FORWARD',
  trade_date: '2026-05-04',
  currency: 'USD',
  notional: '3000000.00',
  currency_2: 'CLP',
  notional_2: '2790000000.00',
  reference_currency_seller: 'BANK',
  reference_currency_buyer: 'COUNTERPARTY',
  fixing_date: '2026-08-04',
  settlement_date: '2026-08-06',
  settlement_currency: 'USD',
};

describe('who sells the reference currency', () => {
  test.each([
    [
      'German',
      `Bestätigung: Nicht lieferbares Devisentermingeschäft
      Abschlusstag | 04.05.2026
      Betrag in Referenzwährung | CLP 2.790.000.000,00
      Betrag in Abwicklungswährung | USD 3.000.000,00
      Referenzwährungsverkäufer | Port Lisle Bank plc
      Referenzwährungskäufer | Aldersyde Credit Fund
      Terminkurs | USD/CLP 930,00
      Feststellungstag | 04.08.2026
      Valuta | 06.08.2026
      Abwicklungswährung | USD`,
    ],
    [
      'French',
      `Confirmation : change à terme non livrable
      Date de négociation | 4 mai 2026
      Montant en devise de référence | 2 790 000 000,00 CLP
      Montant en devise de règlement | 3 000 000,00 USD
      Vendeur de la devise de référence | Port Lisle Bank plc
      Acheteur de la devise de référence | Aldersyde Credit Fund
      Cours à terme | USD/CLP 930,00
      Date de constatation | 4 août 2026
      Date de règlement | 6 août 2026
      Devise de règlement | USD`,
    ],
    [
      'Spanish, by the settlement currency',
      `Confirmación: compraventa a plazo sin entrega
      Fecha de contratación | 4 de mayo de 2026
      Importe en divisa de referencia | 2.790.000.000,00 CLP
      Importe en divisa de liquidación | 3.000.000,00 USD
      Vendedor de la divisa de liquidación | Aldersyde Credit Fund
      Comprador de la divisa de liquidación | Port Lisle Bank plc
      Tipo de cambio a plazo | USD/CLP 930,00
      Fecha de valoración | 4 de agosto de 2026
      Fecha de liquidación | 6 de agosto de 2026
      Divisa de liquidación | USD`,
    ],
    [
      'Italian',
      `Conferma: operazione a termine su cambi senza consegna
      Data di negoziazione | 4 maggio 2026
      Importo in valuta di riferimento | CLP 2.790.000.000,00
      Importo in valuta di regolamento | USD 3.000.000,00
      Venditore della valuta di riferimento | Port Lisle Bank plc
      Acquirente della valuta di riferimento | Aldersyde Credit Fund
      Cambio a termine | USD/CLP 930,00
      Data di rilevazione | 4 agosto 2026
      Data di regolamento | 6 agosto 2026
      Valuta di regolamento | USD`,
    ],
    [
      'English, by the settlement currency',
      `Non-Deliverable Forward Transaction
      Trade Date: | 4 May 2026
      Reference Currency Notional Amount: | CLP 2,790,000,000
      Settlement Currency Notional Amount: | USD 3,000,000
      Settlement Currency Seller: | Aldersyde Credit Fund
      Settlement Currency Buyer: | Port Lisle Bank plc
      Forward Rate: | USD/CLP 930.00
      Valuation Date: | 4 August 2026
      Settlement Date: | 6 August 2026
      Settlement Currency: | USD`,
    ],
  ])('is read from a form in %s', async (_language, terms) => {
    const { trade, flags } = await readPage(`${HEAD}\n${terms}`);
    expect(trade).toMatchObject(SAYS);
    expect(flags.filter(({ severity }) => severity === 'review')).toEqual([]);
  });
});
