import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const FORM = `${HEAD}
  Commodity Swap
  1.1 | Handelstag | 3. April 2026
      | Trade Date
  1.2 | Beginn | 1. Mai 2026
      | Effective Date
  1.3 | Enddatum | 31. Mai 2026
      | Termination Date
  1.4 | Gesamtmenge | 5.000 MWh
      | Total Notional Quantity
  1.5 | Festpreiszahler | Port Lisle Bank plc
      | Fixed Price Payer
  1.6 | Festpreis | 84,35 EUR je MWh
      | Fixed Price
  1.7 | Referenzpreis | EPEX SPOT Day-Ahead Base DE-LU
      | Commodity Reference Price`;

test('a row with its label in English below it is one row, whose value goes on beside that', async () => {
  const { trade, other_terms } = await readPage(`${FORM}
  1.8 | Abwicklung | Barausgleich der Differenz, keine Lieferung
      | Settlement | von Strom`);
  expect(trade).toMatchObject({
    trade_date: '2026-04-03',
    quantity: '5000',
    fixed_price: '84.35',
    fixed_price_payer: 'BANK',
    commodity_reference_price: 'EPEX SPOT Day-Ahead Base DE-LU',
  });
  expect(trade.settlement_type).not.toBe('PHYSICAL');
  expect(other_terms.map(({ literal }) => literal)).not.toContain('von Strom');
});

test('a row whose label is another one is a row of its own', async () => {
  const { trade } = await readPage(`${FORM}
  1.8 | Festpreis Währung | EUR
      | Governing Law | English law`);
  expect(trade.governing_law).toBe('English law');
});

test('labels of one language are rows of their own', async () => {
  const { trade } = await readPage(`${HEAD}
  Zinsswap
  Handelstag | 3. April 2026
  Beginn | 7. April 2026
  Enddatum | 7. April 2031
  Nominalbetrag | EUR 20.000.000,00
  Festzinszahler | Port Lisle Bank plc
  Festzinssatz | 2,9 %
  Variabler Zinssatz | 6-Monats-EURIBOR
  Spread | 0,25 %`);
  expect(trade).toMatchObject({ fixed_rate: '2.9', spread_bps: '25' });
});
