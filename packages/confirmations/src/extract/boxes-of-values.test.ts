import type { TradeField } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

/** Where a field's boxes begin and how wide they are, in points. */
async function placeOf(field: TradeField, text: string, columns?: readonly number[]) {
  const { evidence } = await readPage(text, 'BANK', columns);
  const boxes = evidence[field]?.boxes ?? [];
  return { literal: evidence[field]?.literal, at: boxes.map(({ x, width }) => [Math.round(x), Math.round(width)]) };
}

const TICKET = `${HEAD}
  Commodity Swap
  Trade Date: | 15 September 2026
  Commodity: | Natural Gas
  Total Notional Quantity: | 1,510,000 MMBtu
  Fixed Price: | USD 4.2850 per MMBtu
  Floating Price: | NATURAL GAS-NYMEX`;

describe('the boxes of a value', () => {
  test('that stands with another in one cell are its own', async () => {
    const text = `${TICKET}\n  Term: | 1 November 2026 through 31 March 2027`;
    const [first, last] = [await placeOf('effective_date', text), await placeOf('termination_date', text)];
    expect(first.literal).toBe('1 November 2026');
    expect(last.literal).toBe('31 March 2027');
    const [[start = 0, width = 0] = [], [end = 0] = []] = [first.at[0], last.at[0]];
    expect(first.at).toHaveLength(1);
    expect(end).toBeGreaterThan(start + width);
  });

  test('that is printed close to its label, and again in another column, are those by the label', async () => {
    const text = `${HEAD}
  Foreign Exchange Swap
  Trade Date: | 14 September 2026
   | Near leg | Far leg
  Port Lisle Bank plc buys EUR 5,000,000.00 |  | USD 5,736,500.00
  Port Lisle Bank plc sells USD 5,710,000.00 |  | EUR 5,000,000.00
  Settlement Date | 16 September 2026 | 16 December 2026`;
    const { literal, at } = await placeOf('notional', text, [50, 160, 300]);
    expect(literal).toBe('EUR 5,000,000.00');
    expect(at).toHaveLength(1);
    expect(at[0]?.[0]).toBeLessThan(250);
  });

  test('that a heading states are where the heading is printed', async () => {
    const text = `${HEAD}
  Interest Rate Swap
  Trade Date: | 15 September 2026
  Notional Amount: | USD 5,000,000.00
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2031
  FIXED RATE LEG - PARTY A PAYS
  Fixed Rate: | 3.75% per annum
  FLOATING RATE LEG - PARTY B PAYS
  Floating Rate Option: | USD-SOFR-OIS Compound
  Party A: | Port Lisle Bank plc
  Party B: | Aldersyde Credit Fund`;
    expect(await placeOf('fixed_rate_payer', text)).toMatchObject({
      literal: 'FIXED RATE LEG - PARTY A PAYS',
      at: [[50, expect.any(Number)]],
    });
  });
});
