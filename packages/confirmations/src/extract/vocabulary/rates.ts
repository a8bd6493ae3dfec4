import * as read from '../readers.ts';
import { legLabels, type Term } from './term.ts';

const DAY_COUNT = [
  'day count',
  'day count fraction',
  'basis',
  'daycount',
  'day count basis',
  'day count convention',
  'dcf',
];
const FREQUENCY = [
  'payment frequency',
  'frequency',
  'freq',
  'payment dates',
  'payer payment dates',
  'period',
  'pay frequency',
  'payment period',
  'period end dates',
  'payments',
];
const PAYER = ['payer', 'leg payer', 'rate payer', 'amount payer', 'payor', 'paid by', 'rate payor'];
const FIRST_PAYMENT = ['first payment date', 'first payment'];
const FINAL_PAYMENT = ['final payment date', 'last payment date', 'last regular payment date', 'final payment'];
const INDEX = [
  'rate option',
  'rate index',
  'index',
  'floating rate option',
  'floating rate',
  'floating rate index',
  'rate',
  'reference rate',
  'benchmark',
  'rate source',
  'rate index',
];
const TENOR = ['designated maturity', 'tenor', 'index tenor', 'rate tenor', 'index maturity'];
const SPREAD = ['spread', 'margin', 'floating spread', 'floating rate spread', 'spread margin'];

function legTerm(leg: 'fixed' | 'floating', labels: readonly string[], reader: read.ValueReader): Term[] {
  return [
    { labels: legLabels(leg, labels), read: reader },
    { labels, leg, read: reader },
  ];
}

/** The floating leg of an interest rate swap and of an equity swap. */
export const FLOATING_LEG_TERMS: readonly Term[] = [
  ...legTerm('floating', DAY_COUNT, read.dayCount('floating_day_count')),
  ...legTerm('floating', FREQUENCY, read.frequency('floating_payment_frequency')),
  ...legTerm('floating', PAYER, read.party('floating_rate_payer')),
  ...legTerm('floating', FIRST_PAYMENT, read.date('floating_first_payment_date')),
  ...legTerm('floating', FINAL_PAYMENT, read.date('floating_final_payment_date')),
  { labels: INDEX, leg: 'floating', read: read.text('floating_rate_index') },
  {
    labels: [
      'floating rate option',
      'floating rate index',
      'floating rate',
      'float index',
      'floating index',
      'flt index',
      'index name',
      'rate index',
      'floating benchmark',
      'floating reference rate',
    ],
    read: read.text('floating_rate_index'),
  },
  { labels: [...TENOR, 'float tenor', 'floating tenor'], read: read.tenor('designated_maturity') },
  { labels: [...SPREAD, 'float spread', 'flt spread', 'floating margin'], read: read.spread('spread_bps') },
];

export const FIXED_LEG_TERMS: readonly Term[] = [
  ...legTerm('fixed', DAY_COUNT, read.dayCount('fixed_day_count')),
  ...legTerm('fixed', FREQUENCY, read.frequency('fixed_payment_frequency')),
  ...legTerm('fixed', PAYER, read.party('fixed_rate_payer')),
  ...legTerm('fixed', FIRST_PAYMENT, read.date('fixed_first_payment_date')),
  ...legTerm('fixed', FINAL_PAYMENT, read.date('fixed_final_payment_date')),
  {
    labels: ['fixed rate', 'fixed coupon', 'fixed interest rate', 'fix rate', 'swap rate', 'fixed leg rate'],
    read: read.percent('fixed_rate'),
  },
  { labels: ['rate', 'rate index', 'coupon', 'interest rate'], leg: 'fixed', read: read.percent('fixed_rate') },
];

export const NOTIONAL_TERM: Term = {
  labels: [
    'notional amount',
    'notional',
    'notional principal',
    'notional principal amount',
    'principal amount',
    'calculation amount',
    'nominal',
    'nominal amount',
    'fixed rate payer calculation amount',
    'floating rate payer calculation amount',
    'notional value',
    'currency and notional amount',
    'currency notional amount',
    'swap notional',
    'principal',
  ],
  read: read.amount('notional', 'currency'),
};

export const INTEREST_RATE_SWAP_TERMS: readonly Term[] = [
  NOTIONAL_TERM,
  { labels: ['currency', 'trade currency', 'notional currency'], read: read.currency('currency') },
  ...FIXED_LEG_TERMS,
  ...FLOATING_LEG_TERMS,
  // A day count that no leg's heading qualifies is the fixed leg's: a floating leg's comes with its index.
  { labels: ['day count convention', 'day count', 'day count fraction'], read: read.dayCount('fixed_day_count') },
  { labels: ['reset frequency', 'reset dates', 'resets'], leg: 'floating', read: read.frequency('reset_frequency') },
  { labels: ['compounding method', 'method of averaging'], read: read.compounding('compounding_method') },
  { labels: ['lookback period', 'lookback'], read: read.text('lookback') },
  { labels: ['rate cut off', 'rate cutoff', 'rate cut off date'], read: read.text('rate_cutoff') },
  { labels: ['tenor', 'term', 'swap tenor'], read: read.tenor('tenor') },
];
