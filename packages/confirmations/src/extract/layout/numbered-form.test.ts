import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const FORM = `${HEAD}
  Interest Rate Swap
  1 | Trade Date | 3 April 2026
  2 | Effective Date | 7 April 2026
  3 | Termination Date | 7 April 2031
  4 | Notional Amount | USD 20,000,000
  5 | Fixed Rate Payer | Port Lisle Bank plc
  6 | Fixed Rate | 3.9 %
  7 | Floating Rate Payer | Aldersyde Credit Fund
  8 | Floating Rate Option | USD-SOFR-OIS Compound`;

test('a row of a numbered form keeps its value though nobody knows its label', async () => {
  const { other_terms, accounting } = await readPage(`${FORM}
  9 | Recouponing | at USD 1,250,000.00 of market value
  10 | Calculation Agent | Port Lisle Bank plc`);
  expect(other_terms).toMatchObject([
    { label: 'Recouponing', literal: 'at USD 1,250,000.00 of market value', economic: true },
  ]);
  expect(accounting.accounted).toBe(accounting.lines);
});

test('the heading of the next section goes on with no label above it', async () => {
  const { trade } = await readPage(`${HEAD}
    Zinscap / Interest Rate Cap
    1. Allgemeines / General
    Handelstag / Trade date | 07.04.2026
    Käufer / Buyer | Aldersyde Credit Fund
    Basis / Day count | Act/360
    2. Prämie / Premium
    Prämie / Premium | EUR 187.920,00
    Prämienzahlung am / Premium date | 09.04.2026`);
  expect(trade).toMatchObject({ floating_day_count: 'ACT/360', premium_amount: '187920.00' });
});
