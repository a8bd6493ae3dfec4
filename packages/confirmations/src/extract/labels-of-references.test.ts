import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const SWAP = `${HEAD}
  Commodity Swap
  Trade Date | 3 April 2026
  Effective Date | 1 May 2026
  Termination Date | 31 May 2026
  Commodity | Gas oil
  Fixed Price Payer | Port Lisle Bank plc
  Fixed Price | USD 684.50 per tonne`;

test('what stands under a label of references is no price', async () => {
  const { trade } = await readPage(`${SWAP}
  Total Quantity | 5,000 metric tonnes
  R5 Desk deal ref | GAS-BX-7711`);
  expect(trade.commodity_reference_price).toBeUndefined();
});

test.each([
  ['Quantité', '5 MW par heure', '5'],
  ['Menge', '12 MW pro Stunde', '12'],
])('%s %s is of a period, and no total', async (label, value, each) => {
  const { trade } = await readPage(`${SWAP}
  ${label} | ${value}`);
  expect(trade.quantity).toBeUndefined();
  expect([each, undefined]).toContain(trade.quantity_per_period);
});

test.each(['Règlement en espèces ; aucune livraison physique', 'Liquidación en efectivo, ninguna entrega física'])(
  '%s is cash',
  async (value) => {
    const { trade } = await readPage(`${SWAP}
  Total Quantity | 5,000 metric tonnes
  Settlement | ${value}`);
    expect(trade.settlement_type).toBe('CASH');
  },
);

test('a UTI under its name in French, and a law', async () => {
  const { trade } = await readPage(`${SWAP}
  Total Quantity | 5,000 metric tonnes
  Identifiant unique de transaction (UTI) | 2138005Q4RCDZ1M4MX42GAS0001
  Governing Law | This trade is subject to diritto irlandese`);
  expect(trade).toMatchObject({ uti: '2138005Q4RCDZ1M4MX42GAS0001', governing_law: 'Irish law' });
});
