import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const COLUMNS = [40, 70, 240, 400];

/** A form that counts its rows, as the head of which stands what is given. */
const form = (rows: string) => `${HEAD.replaceAll('To: |', 'To: | |')}
  # | Term | Agreed
  1 | Trade date | 3 April 2028
  2 | Start | 5 April 2028
  3 | End | 5 April 2033
${rows}`;

test('the two legs beside counted rows are under their own headings', async () => {
  const { trade } = await readPage(
    form(`
  No. | Per leg | Leg A | Leg B
  4 | Paid by | Port Lisle Bank plc | Aldersyde Credit Fund
  5 | Notional | USD 30,000,000 | EUR 27,000,000
  6 | Index | USD-SOFR-OIS Compound | EUR-EURIBOR
  7 | Spread (bps) | 0 | 12.5
  8 | Day count | ACT/360 | ACT/365F
  9 | Payment frequency | Quarterly | Semi-annual`).replace(
      '3 April 2028',
      '3 April 2028\n  1 | Product | Cross-currency swap',
    ),
    'BANK',
    COLUMNS,
  );
  expect(trade).toMatchObject({
    currency: 'EUR',
    notional: '27000000.00',
    currency_2: 'USD',
    notional_2: '30000000.00',
  });
  expect(trade).toMatchObject({ floating_rate_payer: 'COUNTERPARTY', second_rate_payer: 'BANK', spread_bps: '12.5' });
  expect(trade).toMatchObject({ floating_payment_frequency: 'SEMI_ANNUAL', second_payment_frequency: 'QUARTERLY' });
});

test('a number that does not count on is a value, or a label that nobody knows', async () => {
  const { trade, other_terms } = await readPage(
    form(`
  Interest rate swap
  40 | Step | 2.95 %
  5 | Fixed rate | 2.65 %
  7 | Fixed rate payer | Port Lisle Bank plc`),
    'BANK',
    COLUMNS,
  );
  expect(trade.effective_date).toBe('2028-04-05');
  expect(JSON.stringify(other_terms)).toContain('2.95');
});
