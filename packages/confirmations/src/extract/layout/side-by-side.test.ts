import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('labels over their values in two columns, of which one wraps, are read column by column', async () => {
  const { trade } = await readPage(`${HEAD}
    Commodity Swap
    Trade Date: 4 May 2027
    Fixed side | Floating side
    Fixed price paid by | Floating price paid by
    Port Lisle Bank plc | Aldersyde Credit Fund
    Fixed price | Commodity reference price
    USD 742.50 / MT | JET FUEL-CARGOES CIF
    Product | NWE-PLATTS EUROPEAN
    Jet Fuel | Settlement
    Total volume | Cash
    10,000 MT
    Term
    01 Jun 2027 to 30 Sep 2027`);
  expect(trade).toMatchObject({
    ...{ fixed_price_payer: 'BANK', floating_price_payer: 'COUNTERPARTY', fixed_price: '742.5', quantity: '10000' },
    ...{ commodity: 'Jet Fuel', commodity_reference_price: 'JET FUEL-CARGOES CIF NWE-PLATTS EUROPEAN' },
    ...{ settlement_type: 'CASH', effective_date: '2027-06-01', termination_date: '2027-09-30' },
  });
});

test('a price of one box is never the reference price of the other, whose name is no label', async () => {
  const { trade } = await readPage(`${HEAD}
    Commodity Swap
    Trade Date: 4 May 2027
    Total volume: 10,000 MT
    Fixe / Fixed | Flytande / Floating
    Betalare / Payer | Betalare / Payer
    Client | Bank
    Pris / Price | Referenspris / Reference price
    USD 612,25 per MT | FUEL OIL-CARGOES FOB MED/BASIS ITALY-PLATTS
    Enhet / Unit | Grund / Basis
    MT | Mean of the high and low quotations`);
  expect(trade).toMatchObject({
    fixed_price: '612.25',
    commodity_reference_price: 'FUEL OIL-CARGOES FOB MED/BASIS ITALY-PLATTS',
    ...{ fixed_price_payer: 'COUNTERPARTY', floating_price_payer: 'BANK' },
  });
});
