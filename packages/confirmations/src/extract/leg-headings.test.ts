import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const GERMAN = `${HEAD}
  Zinssatzswap
  Wir | Port Lisle Bank plc
  Sie | Aldersyde Credit Fund
  Abschlusstag | 3.4.2028
  Anfangsdatum | 5.4.2028
  Enddatum | 5.4.2033
  Bezugsbetrag | EUR 9.000.000,00`;

test('a heading of a leg with who pays it behind a dash is one in German, and its rows are of that leg', async () => {
  const { trade } = await readPage(`${GERMAN}
  Festbeträge – von Ihnen zu zahlen
  Festsatz | 2,91 % p. a.
  Zahlungstermine | jährlich
  Quotient | 30/360
  Variable Beträge – von uns zu zahlen
  Basissatz | EUR-EURIBOR für 6 Monate
  Zahlungstermine | halbjährlich
  Quotient | act/360`);
  expect(trade).toMatchObject({ fixed_rate_payer: 'COUNTERPARTY', floating_rate_payer: 'BANK' });
  expect(trade).toMatchObject({ fixed_payment_frequency: 'ANNUAL', floating_payment_frequency: 'SEMI_ANNUAL' });
  expect(trade).toMatchObject({ fixed_day_count: '30/360', floating_day_count: 'ACT/360' });
});

test('the same in French, of a price and of its reference', async () => {
  const { trade } = await readPage(`${HEAD}
  Swap sur matières premières
  Date de négociation | 3 avril 2028
  Marchandise | Gasoil
  Prix fixe – à payer par Aldersyde Credit Fund
  Prix fixe | USD 742,50 par tonne
  Prix variable – à payer par Port Lisle Bank plc
  Prix de référence | GASOIL-ICE`);
  expect(trade).toMatchObject({ fixed_price_payer: 'COUNTERPARTY', fixed_price: '742.5' });
  expect(trade).toMatchObject({ floating_price_payer: 'BANK', commodity_reference_price: 'GASOIL-ICE' });
});

test('a label with a dash and a name that pays nothing is a label with its value', async () => {
  const { trade } = await readPage(`${GERMAN}
  Festbeträge – von uns zu zahlen
  Festsatz | 2,91 % p. a.
  Variable Beträge – von Dritten zu zahlen
  Basissatz | EUR-EURIBOR für 6 Monate
  Berechnungsstelle – Aldersyde Credit Fund`);
  expect(trade).toMatchObject({ fixed_rate_payer: 'BANK', calculation_agent: 'COUNTERPARTY' });
});

test('boxes of two legs side by side, labels of two languages over values, of which one is a role', async () => {
  const { trade } = await readPage(`${HEAD}
  Interest Rate Swap
  Trade Date: 3 April 2028
  Effective Date: 5 April 2028
  Termination Date: 5 April 2033
  Notional Amount: EUR 9,000,000
  Kiinteä / Fixed | Vaihtuva / Floating
  Maksaja / Payer | Maksaja / Payer
  Client | Bank
  Korko / Rate | Viite / Reference
  2.91 % | EUR-EURIBOR, 3 months
  Päivälaskenta / Day count | Päivälaskenta / Day count
  30/360 | Actual/360
  Maksut / Payments | Maksut / Payments
  Annually | Quarterly, 5 January, 5 April, 5 July
  | and 5 October`);
  expect(trade).toMatchObject({ fixed_rate: '2.91', fixed_day_count: '30/360', fixed_payment_frequency: 'ANNUAL' });
  expect(trade).toMatchObject({ designated_maturity: '3M', floating_day_count: 'ACT/360' });
  expect(trade).toMatchObject({ fixed_rate_payer: 'COUNTERPARTY', floating_rate_payer: 'BANK' });
  expect(trade.floating_payment_frequency).toBe('QUARTERLY');
});
