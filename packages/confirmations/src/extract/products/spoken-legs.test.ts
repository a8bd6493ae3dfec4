import { describe, expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const letter = (legs: string) => `
  Aldersyde Credit Fund
  To: | Port Lisle Bank plc
  Our Reference: | ACF-90
  Cross-currency swap
  This confirms the trade between Port Lisle Bank plc ("the Bank") and Aldersyde Credit Fund ("the Fund").
  Dealt | 6 May 2027
  Start | 10 May 2027
  End | 10 May 2030
  Swiss franc amount | CHF 9.4 million
  Dollar amount | USD 10,000,000.00
  ${legs}`;

describe('the legs of a cross-currency swap in sentences', () => {
  test.each([
    [
      'who pays what on which amount',
      'The Fund pays the Bank compounded SARON (CHF-SARON-OIS Compound) plus 12.5 basis points on the Swiss franc amount, quarterly, actual/360.\n  The Bank pays the Fund compounded SOFR (USD-SOFR-OIS Compound) flat on the dollar amount, quarterly, actual/360.',
    ],
    [
      'a currency’s leg and who pays it',
      'USD leg: paid by the Bank at USD-SOFR-OIS Compound flat, quarterly, Act/360.\n  CHF leg: paid by the Fund at CHF-SARON-OIS Compound plus 12.5 basis points, quarterly, Act/360.',
    ],
  ])('are read by %s', async (_form, legs) => {
    const { trade } = await readPage(letter(legs), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      currency: 'CHF',
      notional: '9400000.00',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'CHF-SARON-OIS Compound',
      spread_bps: '12.5',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
      currency_2: 'USD',
      notional_2: '10000000.00',
      second_rate_payer: 'BANK',
      second_rate_index: 'USD-SOFR-OIS Compound',
      second_spread_bps: '0',
    });
  });

  test('and their entries are other terms only where they say more', async () => {
    const legs = (more: string) =>
      letter(
        `USD leg: paid by the Bank at USD-SOFR-OIS Compound flat, quarterly, Act/360${more}.\n  CHF leg: paid by the Fund at CHF-SARON-OIS Compound plus 12.5 basis points, quarterly, Act/360.`,
      );
    const labels = async (text: string) =>
      (await readPage(text, 'COUNTERPARTY')).other_terms.map(({ label }) => label).filter((label) => /leg/.test(label));
    expect(await labels(legs(''))).toEqual([]);
    expect(await labels(legs(', never below 1.00%, as a floor'))).toEqual(['USD leg']);
  });

  test('and none where one of them cannot be told', async () => {
    const { trade, flags } = await readPage(
      letter(
        'The Fund pays the Bank CHF-SARON-OIS Compound flat on the Swiss franc amount, quarterly.\n  The Bank pays the Fund interest on the dollar amount as agreed.',
      ),
      'COUNTERPARTY',
    );
    expect(trade.notional).toBeUndefined();
    expect(flags).toContainEqual(expect.objectContaining({ code: 'INCOMPLETE' }));
  });
});
