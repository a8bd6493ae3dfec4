import { expect, test } from 'vitest';
import type { Entry } from './layout/entry.ts';
import { productByContent } from './product-by-content.ts';

const entriesOf = (terms: Record<string, string>) =>
  Object.entries(terms).map(([label, value]) => ({ label, value }) as Entry);

test.each([
  [
    'COMMODITY_SWAP',
    { Commodity: 'Power', 'Monthly volume': '7,200 MWh', Price: 'EUR 61.20 per MWh, fixed', 'First day': '1 May 2027' },
  ],
  ['CREDIT_DEFAULT_SWAP', { 'Reference entity': 'Alto Gas S.p.A.', Coupon: '1%', 'Credit events': 'Bankruptcy' }],
  [
    'FX_FORWARD',
    { 'We buy': 'NOK 1,000,000.00', 'We sell': 'SEK 980,000.00', 'Forward rate': '0.9800', 'Value date': '4 May 2027' },
  ],
])('the terms of a %s', (product, terms) => {
  expect(productByContent(entriesOf(terms))).toBe(product);
});

test('an invoice in a currency is no product', () => {
  expect(
    productByContent(entriesOf({ Amount: 'EUR 900.00', 'Value date': '4 May 2027', Rate: '19 %' })),
  ).toBeUndefined();
});
