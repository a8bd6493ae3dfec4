import * as read from '../readers.ts';
import { FIXED_LEG_TERMS, FLOATING_LEG_TERMS, NOTIONAL_TERM } from './rates.ts';
import type { Term } from './term.ts';

/** In a credit default swap the floating rate payer is the seller of protection, the fixed rate payer its buyer. */
export const CREDIT_DEFAULT_SWAP_TERMS: readonly Term[] = [
  {
    labels: [
      'seller',
      'protection seller',
      'floating rate payer',
      'floating rate payer seller',
      'credit protection seller',
    ],
    read: read.party('seller'),
  },
  {
    labels: ['buyer', 'protection buyer', 'fixed rate payer', 'fixed rate payer buyer', 'credit protection buyer'],
    read: read.party('buyer'),
  },
  { ...NOTIONAL_TERM, labels: [...NOTIONAL_TERM.labels, 'protected amount', 'protection amount'] },
  {
    labels: ['reference entity', 'ref entity', 'reference entity name', 'credit'],
    read: read.text('reference_entity'),
  },
  {
    labels: [
      'reference obligation',
      'reference obligations',
      'ref obligation',
      'ref obligation id',
      'reference obligation id',
    ],
    read: read.text('reference_obligation'),
  },
  {
    labels: ['running coupon', 'coupon', 'fixed rate', 'deal spread', 'spread', 'premium rate'],
    read: read.percent('fixed_rate'),
  },
  {
    labels: ['payment frequency', 'day count fraction payment frequency'],
    read: read.frequency('fixed_payment_frequency'),
  },
  { labels: ['day count', 'day count fraction', 'basis'], read: read.dayCount('fixed_day_count') },
  ...FIXED_LEG_TERMS,
];

export const EQUITY_SWAP_TERMS: readonly Term[] = [
  {
    labels: [
      'index',
      'underlying index',
      'underlier',
      'shares',
      'share',
      'underlying',
      'equity underlier',
      'underlying share',
      'reference index',
      'underlying asset',
      'basket',
    ],
    read: read.text('underlier'),
  },
  {
    labels: ['equity amount payer', 'equity payer', 'equity leg payer', 'equity amounts payer'],
    read: read.party('equity_amount_payer'),
  },
  { labels: ['payer', 'amount payer'], leg: 'equity', read: read.party('equity_amount_payer') },
  {
    labels: ['equity notional amount', 'equity notional', ...NOTIONAL_TERM.labels],
    read: read.amount('notional', 'currency'),
  },
  {
    labels: [
      'initial price',
      'initial level',
      'initial index level',
      'initial share price',
      'strike level',
      'initial reference price',
    ],
    read: read.price('initial_price'),
  },
  { labels: ['type of return', 'return type', 'equity return'], read: read.returnType('return_type') },
  ...FLOATING_LEG_TERMS,
];

export const COMMODITY_SWAP_TERMS: readonly Term[] = [
  { labels: ['commodity', 'underlying commodity', 'product underlying', 'underlying'], read: read.text('commodity') },
  {
    labels: [
      'total notional quantity',
      'total volume',
      'total quantity',
      'notional quantity',
      'aggregate quantity',
      'contract quantity',
    ],
    read: read.quantity('quantity', 'unit_of_measure'),
  },
  {
    labels: [
      'quantity per period',
      'notional quantity per calculation period',
      'quantity per calculation period',
      'volume per period',
      'monthly quantity',
      'quantity per month',
      'monthly volume',
    ],
    read: read.quantity('quantity_per_period'),
  },
  { labels: ['fixed price payer', 'fixed payer', 'fixed amount payer'], read: read.party('fixed_price_payer') },
  { labels: ['fixed price', 'contract price', 'swap price'], read: read.price('fixed_price', 'currency') },
  {
    labels: ['floating price payer', 'float payer', 'floating payer', 'floating amount payer'],
    read: read.party('floating_price_payer'),
  },
  { labels: ['payer'], leg: 'fixed', read: read.party('fixed_price_payer') },
  { labels: ['payer'], leg: 'floating', read: read.party('floating_price_payer') },
  {
    labels: [
      'commodity reference price',
      'reference price',
      'floating price reference',
      'pricing source',
      'floating price index',
    ],
    read: read.text('commodity_reference_price'),
  },
];
