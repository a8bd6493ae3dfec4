import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (terms: string) => `${HEAD}
  Interest Rate Swap
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2028
  ${terms}
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.4475%
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EUR-EURIBOR
  Designated Maturity: | 6 months`;
const STEPS = '2026-09-17 9000000.00; 2027-09-17 6000000.00; 2028-03-17 3000000.00';

describe('an amortising notional', () => {
  test.each([
    [
      'a row a step',
      `Notional Amount: | EUR 9,000,000.00
      Notional Amount from 17 Sep 2026: | EUR 9,000,000.00
      Notional Amount from 17 Sep 2027: | EUR 6,000,000.00
      Notional Amount from 17 Mar 2028: | EUR 3,000,000.00`,
    ],
    [
      'a row a step, in German',
      `Bezugsbetrag: | EUR 9,000,000.00
      Bezugsbetrag ab 17.09.2026: | EUR 9,000,000.00
      Bezugsbetrag ab 17.09.2027: | EUR 6,000,000.00
      Bezugsbetrag ab 17.03.2028: | EUR 3,000,000.00`,
    ],
    [
      'a sentence',
      `Notional Amount: | EUR 9,000,000.00
      The notional amount reduces as follows: EUR 9,000,000.00 from September 17, 2026;
      EUR 6,000,000.00 from September 17, 2027; EUR 3,000,000.00 from March 17, 2028.`,
    ],
    [
      'a sentence with dates of the other form',
      `Notional Amount: | EUR 9,000,000.00
      The notional amount will be reduced: EUR 9,000,000.00 from 17 September 2026, then
      EUR 6,000,000.00 from 17 September 2027, then EUR 3,000,000.00 from 17 March 2028.`,
    ],
  ])('is read from %s', async (_form, terms) => {
    const { trade, other_terms, accounting } = await readPage(swap(terms));
    expect(trade).toMatchObject({ notional: '9000000.00', notional_schedule: STEPS });
    expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
    expect(accounting.accounted).toBe(accounting.lines);
  });

  test('with a step that cannot be read is no schedule, and is for review', async () => {
    const { trade, flags } = await readPage(
      swap(`Notional Amount: | EUR 9,000,000.00
      Notional Amount from 17 Sep 2027: | EUR 6,000,000.00
      Notional Amount from 17 Mar 2028: | as agreed`),
    );
    expect(trade.notional_schedule).toBeUndefined();
    expect(flags).toMatchObject([{ code: 'UNREAD_VALUE', severity: 'review', field: 'notional_schedule' }]);
  });
});
