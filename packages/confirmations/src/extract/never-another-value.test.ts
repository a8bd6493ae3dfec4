// What was read as another value than the page prints, found on lines and sentences that nobody here had written.
import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';
import { party } from './values/readers.ts';
import { readFrequency } from './values/terms.ts';

test.each([
  ['15 Jan, 15 Apr, 15 Jul and 15 Oct', 'QUARTERLY'],
  ['28 Feb, 31 May, 31 Aug, 30 Nov', 'QUARTERLY'],
  ['15 Jan and 15 Jul in each year', 'SEMI_ANNUAL'],
  ['1 May', 'ANNUAL'],
  ['15 Jan, 15 Apr and 15 Jul', undefined],
])('%s is paid %s', (text, frequency) => {
  expect(readFrequency(text)).toBe(frequency);
});

const page = (product: string, ...lines: readonly string[]) => `Aldgate Harbour Bank plc ("AHB")
  ${product} Confirmation
  This confirms the transaction between Aldgate Harbour Bank plc ("AHB", "Party A", the "Bank") and Norwood Mills Limited
  ("Norwood", "Party B", the "Counterparty", the "Client").
  Our Reference: | AHB-7788123
  Trade Date: | 3 March 2027
  Calculation Agent: | Bank
  ${lines.join('\n  ')}`;

const PAGES: readonly (readonly [string, string, readonly string[], Partial<Trade>])[] = [
  [
    'who buys stands behind who sells',
    'Credit Default Swap',
    ['Party B sells and Party A buys protection; the fixed rate is 1.00% per annum.'],
    { buyer: 'BANK', seller: 'COUNTERPARTY' },
  ],
  [
    'the writer buys from the reader',
    'Credit Default Swap',
    ['We have bought from you protection on Stenvik Telekom ASA, notional USD 9,500,000.00.'],
    { buyer: 'BANK', seller: 'COUNTERPARTY' },
  ],
  [
    'a cell above a sentence is not who acts in it',
    'Commodity Swap',
    ['Norwood paie un prix fixe de 34,20 EUR par MWh et la Banque paie le prix variable.'],
    { fixed_price_payer: 'COUNTERPARTY' },
  ],
  [
    'an amount whose line breaks before its millions',
    'Credit Default Swap',
    [
      'We confirm that you bought protection on Stenvik Telekom ASA from us, notional USD 9.5',
      'million, 100 basis points.',
    ],
    { notional: '9500000.00' },
  ],
  [
    'a period has two ends',
    'Credit Default Swap',
    [
      'Protection Buyer: | Norwood',
      'Notional: | EUR 5,000,000.00',
      'Protection period: | 23 March 2027 to 20 June 2032',
    ],
    { effective_date: '2027-03-23', termination_date: '2032-06-20' },
  ],
  ['a floor of zero', 'Interest Rate Swap', ['Floating Amounts', 'Floored at: | zero per cent.'], { floor_rate: '0' }],
  ['a long tenor is the trade’s', 'Interest Rate Swap', ['Tenor: | 7Y'], { tenor: '7Y' }],
];

test.each(PAGES)('%s', async (_, product, lines, says) => {
  const { trade } = await readPage(page(product, ...lines), 'BANK' satisfies Source);
  expect(trade).toMatchObject(says);
});

test('who buys is not taken for who sells', async () => {
  const { trade } = await readPage(
    page(
      'Non-Deliverable Forward',
      'Notional Amount: | USD 2,000,000.00',
      'Forward Rate: | 5.40',
      'Who buys BRL: | the Bank',
    ),
    'BANK',
  );
  expect(trade.reference_currency_seller).not.toBe('BANK');
});

test('a name below a label that nobody knows says not who sells', async () => {
  const { trade } = await readPage(`Norwood Mills Limited
  To: | Aldgate Harbour Bank plc
  Non-Deliverable FX Forward Confirmation
  Trade Date: | 3 March 2027
  Reference Currency: | INR
  Settlement Currency: | USD
  Relationship: | Aldgate Harbour Bank plc
  Notional Amount: | USD 6,400,000.00
  Forward Rate: | 87.415
  Settlement Date: | 7 June 2027`);
  expect(trade.reference_currency_seller).toBeUndefined();
  expect(trade.reference_currency_buyer).toBeUndefined();
});

test('clauses that stand behind a role’s heading say not who has it', () => {
  const context = { slashOrder: undefined, decimalMark: undefined, party: () => 'BANK' as const };
  const clauses =
    'The Client signs by its treasurer, who has told the Bank of it in time, and pays to the Bank what is due. ';
  expect(party('seller')('the Bank', context)).toMatchObject({ fields: { seller: 'BANK' } });
  expect(party('seller')(clauses.repeat(4), context)).not.toHaveProperty('fields.seller');
});
