// Rows of labels and values in two columns of the page, each with headings of its own at its own height.
import { drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

/** Lines from the top of a column; `|` parts a label from its value, 90 points to the right. */
const column = (x: number, top: number, text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, i) =>
      line
        .trim()
        .split(/\s*\|\s*/)
        .map((cell, k) => (cell === '' ? '' : drawnText(cell, x + 110 * k, top - i * 14, { size: 8 }))),
    )
    .filter(Boolean);

async function read(content: readonly string[]) {
  const extraction = await readConfirmation(drawnPdf(content), 'COUNTERPARTY');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted.trade;
}

test('each column is read by itself: a heading of the one beside a row of the other is no part of it', async () => {
  const trade = await read([
    drawnText('Aldersyde Asset Management', 40, 800, { size: 12 }),
    drawnText('Deal confirmation: Interest rate swap', 40, 780, { size: 10 }),
    drawnText(
      'Aldersyde Asset Management NV ("AAM") confirms to Port Lisle Bank plc (the "Dealer") this deal.',
      40,
      762,
      {
        size: 8,
      },
    ),
    ...column(
      40,
      730,
      `References
       Our ref. | AAM-IRS-041
       Dealer ref. | PL-260881
       Dealer | Port Lisle Bank plc
       Economics
       Dealt on | 9 Nov 2027
       Start | 11 Nov 2027
       Maturity | 11 Nov 2034
       Principal amount | EUR 42.500.000,00
       Calculation agent | Dealer`,
    ),
    ...column(
      300,
      730,
      `Fixed leg
       Fixed payments due from | AAM
       Rate | 2,587 %
       Basis | 30/360
       Paid | annually
       Floating leg
       Floating payments due from | Dealer
       Index | 6M EUR-EURIBOR
       Margin over index | 12,5 bp
       Basis | Act/360
       Paid | semi-annually`,
    ),
  ]);
  expect(trade).toMatchObject({
    ...{ trade_id: 'AAM-IRS-041', trade_date: '2027-11-09', notional: '42500000.00', calculation_agent: 'BANK' },
    ...{ fixed_rate: '2.587', fixed_day_count: '30/360', fixed_payment_frequency: 'ANNUAL' },
    ...{ spread_bps: '12.5', floating_day_count: 'ACT/360', floating_payment_frequency: 'SEMI_ANNUAL' },
  });
});
