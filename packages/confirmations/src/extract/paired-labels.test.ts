import type { Product } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { pairedEntries } from './paired-labels.ts';

const parted = (product: Product, label: string, value: string): string[] =>
  pairedEntries(product, { label, value, section: '', page: 1, line: 1 }).map(
    (entry) => `${entry.label}=${entry.value}`,
  );

test.each<[Product, string, string, string[]]>([
  ['FX_OPTION', 'Seller / Buyer:', 'A / B', ['Seller=A', 'Buyer=B']],
  ['INTEREST_RATE_SWAP', 'Freq. & day count:', 'Annual, 30E/360', ['Freq.=Annual', 'day count=30E/360']],
  [
    'CREDIT_DEFAULT_SWAP',
    'Initial payment payer / date',
    'A / 4 May 2027',
    ['Initial payment payer=A', 'Initial payment date=4 May 2027'],
  ],
  [
    'FX_OPTION',
    'Expiry and settlement date',
    '4 May 2027; 6 May 2027',
    ['Expiry=4 May 2027', 'settlement date=6 May 2027'],
  ],
  [
    'INTEREST_RATE_SWAP',
    'Festsatz und Zinsmethode',
    '3,125 % p.a., 30/360',
    ['fixed rate=3,125 % p.a.', 'day count fraction=30/360'],
  ],
])('%s: %s', (product, label, value, entries) => {
  expect(parted(product, label, value).map((each) => each.toLowerCase())).toEqual(
    entries.map((each) => each.toLowerCase()),
  );
});

test.each<[Product, string, string]>([
  ['INTEREST_RATE_SWAP', 'Currency and Notional Amount', 'USD 10,000,000.00'],
  ['INTEREST_RATE_SWAP', 'Spread / Margin', 'Nil'],
  ['INTEREST_RATE_SWAP', 'Terms and conditions', 'none / none'],
])('%s: %s is one label', (product, label, value) => {
  expect(parted(product, label, value)).toEqual([`${label}=${value}`]);
});
