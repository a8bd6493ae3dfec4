import { describe, expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const FORWARD = `
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  EUR buyer: | Caisse Montclar S.A.
  EUR amount: | EUR 2,000,000.00
  USD amount: | USD 2,310,000.00
  Exchange Rate: | 1.1550`;

describe('to whom a letter is addressed', () => {
  test.each(['À :', 'À:', 'A:', 'A :', 'An:', 'Al:'])('is said by %s', async (label) => {
    const { trade } = await readPage(`
      Caisse Montclar S.A.
      4 place du Marché, 69001 Lyon
      Siège social : Lyon
      ${label} | Olivar del Sur S.L.
      Notre référence : | CM-311
      FX FORWARD CONFIRMATION
      ${FORWARD}`);
    expect(trade).toMatchObject({
      bank_name: 'Caisse Montclar S.A.',
      counterparty_name: 'Olivar del Sur S.L.',
      currency_buyer: 'BANK',
    });
  });

  test('is not said by the first letter of a list', async () => {
    const { trade } = await readPage(
      `
      Olivar del Sur S.L.
      Our Reference: | OS-20
      FX FORWARD CONFIRMATION
      A | Olivar del Sur S.L.
      B | Caisse Montclar S.A.
      ${FORWARD}`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({ bank_name: 'Caisse Montclar S.A.', counterparty_name: 'Olivar del Sur S.L.' });
  });
});

describe('a fund on its manager’s paper', () => {
  const swap = (rows: string) => `
    Sorrel Investment Management LLP - Operations
    Trade ticket SIM-88
    ${rows}
    Trade Date | 3 April 2026
    Effective Date | 7 April 2026
    Termination Date | 7 April 2031
    Notional Amount | USD 20,000,000.00
    Fixed Rate Payer | Sorrel Absolute Return Fund
    Fixed Rate | 3.9 %
    Floating Rate Payer | Port Lisle Bank plc
    Floating Rate Option | USD-SOFR-OIS Compound`;

  test.each([
    [
      'a client row',
      'Product | Interest rate swap\n Client | Sorrel Absolute Return Fund\n Broker | Port Lisle Bank plc',
    ],
    ['a fund row', 'Product | Interest rate swap\n Fund | Sorrel Absolute Return Fund\n Dealer | Port Lisle Bank plc'],
    [
      'a client row below a product that names a tenor',
      'Product | Tenor swap\n Client | Sorrel Absolute Return Fund\n Dealer | Port Lisle Bank plc\n Type | Interest rate swap',
    ],
  ])('is the party by %s', async (_name, rows) => {
    const { trade } = await readPage(swap(rows), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      bank_name: 'Port Lisle Bank plc',
      counterparty_name: 'Sorrel Absolute Return Fund',
      fixed_rate_payer: 'COUNTERPARTY',
    });
  });

  test('is not looked for on a bank’s paper, whose client it is', async () => {
    const { trade } = await readPage(`
      Sorrel Wealth Management Bank plc
      Interest Rate Swap
      Client | Tamar Housing Association
      Trade Date | 3 April 2026
      Effective Date | 7 April 2026
      Termination Date | 7 April 2031
      Notional Amount | USD 20,000,000.00
      Fixed Rate Payer | Tamar Housing Association
      Fixed Rate | 3.9 %
      Floating Rate Payer | Sorrel Wealth Management Bank plc
      Floating Rate Option | USD-SOFR-OIS Compound`);
    expect(trade).toMatchObject({
      bank_name: 'Sorrel Wealth Management Bank plc',
      counterparty_name: 'Tamar Housing Association',
    });
  });
});
