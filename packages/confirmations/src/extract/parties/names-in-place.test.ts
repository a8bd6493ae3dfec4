import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';
import { isCompanyName, nameIn } from './company-names.ts';

test.each([
  ['Alder Pension Trustees DAC 17 Ballast Quay, Dublin 2', 'Alder Pension Trustees DAC'],
  ['Pinehill Capital Partners LP 88 Mason Landing', 'Pinehill Capital Partners LP'],
  ['Straits Harbour Bank Limited (Co.', 'Straits Harbour Bank Limited'],
  ['Rohr Werke KGaA Hafenstraße 4', 'Rohr Werke KGaA'],
  ['Tessitura Alba srl Via Roma 12', 'Tessitura Alba srl'],
  ['Norrland Bank AB (publ)', 'Norrland Bank AB (publ)'],
  ['Norrland Bank AB (publ) Hamngatan 12', 'Norrland Bank AB (publ)'],
])('the name without the street or the number behind it: %s', (text, name) => expect(nameIn(text)).toBe(name));

test('a line of a sentence with what a name is called in it is none', () =>
  expect(isCompanyName('Wir bestätigen das Geschäft zwischen Orme Gestion S.A. („Kunde')).toBe(false));

test('a sentence that ends in a name is none', () =>
  expect(isCompanyName('This letter records the swap which Alder Pension Trustees DAC')).toBe(false));

test.each(['FX SWAP - SELL/BUY EUR', 'COMMODITY SWAP - BRENT'])(
  'the title above a sentence is no part of the name in it: %s',
  async (title) => {
    const { trade } = await readPage(
      `${title}
  Forge Commodities SA confirms to Port Lisle Bank plc:
  Our reference | FC-12
  Product | FX Swap
  Dealt on | 2026-03-10
  Governing agreement | ISDA 2002 Master Agreement, signed 2012-04-16, as amended and supplemented from time to time
  Near leg
  Forge sells | EUR 9,000,000.00
  Forge buys | USD 10,530,000.00
  Value date | 2026-03-12
  Far leg
  Forge buys | EUR 9,000,000.00
  Forge sells | USD 10,584,000.00
  Value date | 2026-09-14`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({ counterparty_name: 'Forge Commodities SA', bank_name: 'Port Lisle Bank plc' });
  },
);

const FORWARD = `
  Trade date | 22 October 2027
  We buy | EUR 4,000,000.00
  We sell | USD 4,680,000.00
  Forward rate | EUR/USD 1.1700
  Value date | 22 January 2028`;

test('a name is taken whole from where it signs', async () => {
  const { trade } = await readPage(`Banca Alpestre
  To: | Aldersyde Trading Ltd
  FX forward
  Our reference | BA-7${FORWARD}
  Settlement | physical delivery
  Accounts | as advised
  Governing law | Italian law
  Calculation agent | Banca Alpestre
  Please confirm by return.
  Yours faithfully
  Banca Alpestre S.p.A.
  (authorised signature)`);
  expect(trade.bank_name).toBe('Banca Alpestre S.p.A.');
});

test('a role names a party, though an address block has its name to the left of something else', async () => {
  const { trade } = await readPage(`Bankhaus Birkenau AG, Isarwinkel 8, 80538 München
  Unser Zeichen | BB-388
  Bearbeitet von | Abwicklung Derivate
  Filiale | München
  Stiftung Bergtal Pensionskasse | Durchwahl
  Handelsabwicklung | E-Mail
  Geschäftsart | Zinssatzswap
  Abschlusstag | 21.09.2027
  Anfangsdatum | 23.09.2027
  Enddatum | 23.09.2033
  Bezugsbetrag | EUR 18.500.000,00
  Berechnungsstelle | Bankhaus Birkenau AG
  Zahler der Festbeträge | Stiftung Bergtal Pensionskasse
  Festsatz | 2,10 %
  Zahler der variablen Beträge | Bankhaus Birkenau AG
  Basissatz | EUR-EURIBOR`);
  expect(trade.counterparty_name).toBe('Stiftung Bergtal Pensionskasse');
});

test('who writes to whom in two sentences, each with what it is called', async () => {
  const { trade } = await readPage(
    `Counter-confirmation: interest rate swap
  To Port Lisle Bank International plc. We, Seeland Rückversicherungs-AG (“SLR”), confirm to you (“PLI”) the
  following transaction under our ISDA 2002 Master Agreement of 28 June 2026.
  SLR contract | ALM-27-0588
  PLI contract | PL7752938-1
  LEI SLR | 5493001KJTIIGC8Y1R12
  LEI PLI | 529900T8BM49AURSDO55
  Trade Date | 4 May 2027
  Notional | EUR 3,000,000.00
  Calculation agent | PLI`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank International plc',
    counterparty_name: 'Seeland Rückversicherungs-AG',
    trade_id: 'ALM-27-0588',
    other_reference: 'PL7752938-1',
    counterparty_lei: '5493001KJTIIGC8Y1R12',
    bank_lei: '529900T8BM49AURSDO55',
    calculation_agent: 'BANK',
  });
});

test.each([
  ['Seeland Rückversicherungs-AG', true],
  ['Nordhafen Verwaltungs-GmbH', true],
  ['Rahmenvertrags-Anlage', false],
])('a German form behind a hyphen: %s', (text, isName) => expect(isCompanyName(text)).toBe(isName));

test.each([
  ['die Gesellschaft Elm Handel SA', 'Elm Handel SA'],
  ['Gesellschaft Larchmont Macro Fund Ltd', 'Larchmont Macro Fund Ltd'],
  ['Gesellschaft für Hafenbetrieb mbH', 'Gesellschaft für Hafenbetrieb mbH'],
])('what a company is stands before its name: %s', (text, name) => expect(nameIn(text)).toBe(name));
