import { FIELD_KINDS, PRODUCTS, type TradeField } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { DEFINITIONS } from '../products/index.ts';
import { COMMON_TERMS } from './common.ts';
import { isListed, termsSaidOtherwise } from './index.ts';
import { saidOtherwise } from './said-otherwise.ts';

describe('a label that no list holds, by its words', () => {
  test.each([
    ['Agreed by telephone on', 'trade date'],
    ['Interest accrues from', 'effective date'],
    ['On risk from', 'effective date'],
    ['Cover runs to', 'termination date'],
    ['Protection up to and including', 'termination date'],
    ['Length of cap', 'tenor'],
    ['Receiver of fixed', 'floating rate payer'],
    ['Who pays the market price', 'floating price payer'],
    ['Performance receiver', 'equity amount receiver'],
    ['Accrued premium basis', 'day count'],
    ['Rate refreshed', 'reset frequency'],
    ['Addition to index', 'spread'],
    ['Deduction from index', 'discount'],
    ['Option granted by', 'seller'],
    ['Option granted to', 'buyer'],
    ['Party assuming the credit risk', 'seller'],
    ['Party entitled to exercise', 'buyer'],
    ['Bond referenced', 'reference obligation'],
    ['Prm val', 'premium date'],
    ['Swaption cost', 'premium amount'],
    ['Option extinguishes at', 'barrier level'],
    ['Difference paid on', 'settlement date'],
    ['Whole-term quantity', 'total notional quantity'],
    ['Volumes stated in', 'unit of measure'],
    ['Principals swapped back on', 'final exchange date'],
    ['Maximum rate you pay', 'cap rate'],
  ])('%s is the %s', (label, listed) => {
    expect(saidOtherwise(label)).toContain(listed);
  });

  test.each([
    'Early termination payment by the Fund',
    'Interest on late payment',
    'Account number',
    'First exercise date',
    'Break date',
    'Settlement calendar',
    'Interest accrual',
    'Rate cut off date',
    'Collateral amount at start',
  ])('%s has a word that its line does not know, and is none', (label) => {
    expect(saidOtherwise(label)).toEqual([]);
  });
});

/** Fields of which one stands for the other in some product, or is told apart by the value. */
const ALIKE = [
  ['tenor', 'designated_maturity'],
  ['trade_date', 'confirmation_date'],
  ['settlement_currency', 'payment_currency'],
  ['expiry_date', 'termination_date', 'settlement_date'],
  ['seller', 'floating_rate_payer'],
  ['buyer', 'fixed_rate_payer'],
  ['premium_amount', 'upfront_amount'],
];

test('says of no listed label that it is another field of the same kind than the lists say', () => {
  const others: string[] = [];
  const plain = (field: TradeField) => field.replace(/^(?:fixed|floating)_/, '');
  for (const product of PRODUCTS)
    for (const { labels, leg, read } of [...DEFINITIONS[product].terms, ...COMMON_TERMS])
      for (const label of leg === undefined ? labels : []) {
        const [field] = read.gives;
        if (field === undefined || !isListed(product, label)) continue;
        for (const { read: other } of termsSaidOtherwise(product, label, [])) {
          const [said] = other.gives;
          if (said === undefined || read.gives.includes(said) || FIELD_KINDS[said] !== FIELD_KINDS[field]) continue;
          const isAlike = ALIKE.some((fields) => fields.includes(plain(said)) && fields.includes(plain(field)));
          const isSame = plain(said) === plain(field) || ALIKE.some((f) => f.includes(said) && f.includes(field));
          if (!isAlike && !isSame) others.push(`${product}: ${label} is ${field}, said ${said}`);
        }
      }
  expect([...new Set(others)]).toEqual([]);
});
