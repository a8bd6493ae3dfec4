// Forms in columns, with more room between rows than between the lines of one cell.
import { drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

const COLUMNS = [40, 130, 300, 400];
const [ROW, LINE] = [20, 12];

/** Rows from the top; `|` parts their cells, and `/` the lines of a cell. */
function drawn(top: number, text: string): string[] {
  let y = top;
  return text
    .trim()
    .split('\n')
    .flatMap((row) => {
      const cells = row.split('|').map((cell) => cell.trim().split(/\s*~\s*/));
      const content = cells.flatMap((lines, k) =>
        lines.flatMap((line, i) => (line === '' ? [] : [drawnText(line, COLUMNS[k] ?? 40, y - i * LINE, { size: 9 })])),
      );
      y -= ROW + (Math.max(...cells.map((lines) => lines.length)) - 1) * LINE;
      return content;
    });
}

async function read(rows: string) {
  const extraction = await readConfirmation(
    drawnPdf([
      drawnText('Port Lisle Bank plc', 40, 800, { size: 12 }),
      drawnText('Trade confirmation', 40, 780, { size: 10 }),
      ...drawn(740, rows),
    ]),
    'BANK',
  );
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

const CREDIT = `
  Product | Credit default swap | Our reference | PL-7701
  Bank | Port Lisle Bank plc | Client | Aldersyde Credit Fund
  Trade date | 14 Jul 2026 | Notional | USD 8,000,000.00
  Reference ~ entity | Halden Freight ~ Holdings Inc. | Scheduled ~ termination date | 20 Jun 2031
  Buyer | Client | Seller | Bank
  Fixed rate | 1.00 % | Payment ~ frequency | Quarterly, 20 Mar / Jun / ~ Sep / Dec
  Settlement ~ method | Auction; fallback: physical | Initial payment | USD 92,650.00
  Paid by | Client | Initial payment ~ date | 17 Jul 2026`;

test('what wraps in either column goes on with the cell above it', async () => {
  const { trade, flags, other_terms } = await read(CREDIT);
  expect(trade).toMatchObject({
    reference_entity: 'Halden Freight Holdings Inc.',
    termination_date: '2031-06-20',
    fixed_payment_frequency: 'QUARTERLY',
    upfront_amount: '92650.00',
    upfront_payer: 'COUNTERPARTY',
    upfront_date: '2026-07-17',
  });
  expect(trade.fixed_first_payment_date).toBeUndefined();
  expect(flags).toEqual([]);
  // A value with a colon of its own is no label.
  expect(other_terms.map(({ label }) => label).filter((label) => /fallback/.test(label))).toEqual([]);
});

test('a row that is as far below as the others is a row of its own', async () => {
  const { trade } = await read(`${CREDIT}
  Date | 16 Jul 2026`);
  expect(trade.upfront_date).toBe('2026-07-17');
});
