import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { withoutOtherView } from './other-view.ts';

test.each([
  ['WE BUY (YOU SELL)', 'WE BUY'],
  ['Harbour sells (Client receives)', 'Harbour sells'],
  ['PLB BUYS (the Fund delivers):', 'PLB BUYS'],
  // Nothing is said again.
  ['Amount (net)', 'Amount (net)'],
  ['Client (who buys)', 'Client (who buys)'],
  ['We buy (spot)', 'We buy (spot)'],
])('%s: %s', (label, own) => expect(withoutOtherView(label)).toBe(own));

test('two parties that both buy are not one label', () => {
  expect(withoutOtherView('Harbour buys (Client receives)')).toBeUndefined();
});

const buyerOf = async (rows: string) =>
  (
    await readPage(`${HEAD}
  FX Forward Confirmation
  We confirm this deal done between you (“Client”) and ourselves (“PLB”).
  Trade Date: | 7 June 2027
${rows}
  Rate EUR/USD | 1.1700
  Value Date: | 9 September 2027`)
  ).trade;

test('who buys is read of the party that the label begins with', async () => {
  const trade = await buyerOf(`  PLB BUYS (Client delivers) | USD 4,680,000.00
  PLB SELLS (Client receives) | EUR 4,000,000.00`);
  expect(trade).toMatchObject({ currency: 'EUR', notional: '4000000.00', currency_buyer: 'COUNTERPARTY' });
});
