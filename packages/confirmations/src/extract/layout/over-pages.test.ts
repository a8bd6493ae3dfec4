// Tables and columns that go on at the top of the next page, without their headings.
import { PAGE, writePdf } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

const COLUMNS = [50, 220, 390];

/** Pages of lines, from the top; `|` parts cells. A line of dots is room down to the foot of the page. */
async function readPages(...pages: readonly string[]) {
  const placed = pages.map((page) =>
    page
      .trim()
      .split('\n')
      .flatMap((line, i) =>
        line.split('|').flatMap((cell, k) => {
          const y = line.trim().startsWith('~') ? 30 : PAGE.height - 50 - i * 13;
          const text = cell.replace('~', '').trim();
          return text === '' ? [] : [{ text, x: COLUMNS[k] ?? 50, y, size: 9 }];
        }),
      ),
  );
  const extraction = await readConfirmation(writePdf(placed), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

const HEAD = `
  Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Our Reference: | PL-7701
  Interest Rate Swap Confirmation
  Trade Date: | 3 April 2028
  Effective Date: | 5 April 2028
  Termination Date: | 5 April 2032
  Fixed Rate Payer: | Aldersyde Credit Fund
  Fixed Rate: | 2.65%`;
const SCHEDULE = `${HEAD}
  Calculation period from | to | Notional (EUR)
  05/04/2028 | 05/04/2029 | 9,000,000.00
  05/04/2029 | 05/04/2030 | 8,000,000.00
~ Port Lisle Bank plc`;

test('the rows of a schedule on the next page belong to it', async () => {
  const { trade, accounting, flags } = await readPages(
    SCHEDULE,
    `Confirmation PL-7701
  05/04/2030 | 05/04/2031 | 7,000,000.00
  05/04/2031 | 05/04/2032 | 6,000,000.00
  Governing law: | English law`,
  );
  expect(trade.notional_schedule).toBe(
    '2028-04-05 9000000.00; 2029-04-05 8000000.00; 2030-04-05 7000000.00; 2031-04-05 6000000.00',
  );
  expect(accounting.accounted).toBe(accounting.lines);
  expect(flags.map(({ code }) => code)).not.toContain('UNREAD_VALUE');
});

test('rows on the next page that do not follow, or stand in other columns, are of no table above', async () => {
  for (const rows of [
    '  05/04/2027 | 05/04/2028 | 7,000,000.00\n  05/04/2031 | 05/04/2032 | 6,000,000.00',
    '  05/04/2030 | 7,000,000.00\n  05/04/2031 | 6,000,000.00',
  ]) {
    const { trade } = await readPages(SCHEDULE, `Confirmation PL-7701\n${rows}`);
    expect(trade.notional_schedule).toBeUndefined();
  }
});

const LEGS = `${HEAD.replace('Interest Rate', 'Cross-Currency Basis').replace(/ {2}Fixed Rate.*/gs, '')}
  | You pay | We pay
  Notional | USD 30,000,000 | EUR 27,000,000
  Index | USD-SOFR-OIS Compound | EUR-EURIBOR
  Spread | 0 | 12.5 basis points
~ Port Lisle Bank plc`;

test('the legs of a table go on under their headings on the next page', async () => {
  const { trade } = await readPages(
    LEGS,
    `Day count | Act/360 | Act/365 (Fixed)
  Payments | Quarterly | Semi-annually`,
  );
  expect(trade).toMatchObject({ currency: 'EUR', floating_rate_payer: 'BANK', second_rate_payer: 'COUNTERPARTY' });
  expect(trade).toMatchObject({ floating_day_count: 'ACT/365F', second_day_count: 'ACT/360' });
  expect(trade).toMatchObject({ floating_payment_frequency: 'SEMI_ANNUAL', second_payment_frequency: 'QUARTERLY' });
});

test('below a heading of the next page they are of no leg above', async () => {
  const { trade } = await readPages(
    LEGS,
    `Fees and charges
  Day count | Act/360 | Act/365 (Fixed)`,
  );
  expect(trade.second_day_count).toBeUndefined();
});
