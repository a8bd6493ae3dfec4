import { FLOORS_IN_WORDS } from '../sentences/floors-in-words.ts';
import * as read from '../values/readers.ts';
import { list, type Term } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition } from './definition.ts';
import { CURRENCY_TERM, FIXED_LEG_TERMS, FLOATING_LEG_TERMS, FREQUENCY, NOTIONAL_TERM } from './legs.ts';
import { FLOATING_LEG_PHRASES, SWAP_PHRASES } from './swap-phrases.ts';
import { UPFRONT_PHRASES, UPFRONT_TERMS } from './upfront.ts';

const TERMS: readonly Term[] = [
  NOTIONAL_TERM,
  CURRENCY_TERM,
  { labels: ['value date'], read: read.date('effective_date') },
  ...FIXED_LEG_TERMS,
  ...FLOATING_LEG_TERMS,
  // A day count that no leg's heading qualifies is the fixed leg's: a floating leg's comes with its index.
  { labels: ['day count convention', 'day count', 'day count fraction'], read: read.dayCount('fixed_day_count') },
  {
    labels: list(
      'reset frequency | reset dates | resets | fixing frequency | reset period | reset freq | fixings | rate fixed | rollover of rate | rate reset | rate resets | repricing | fixing period | rate revision',
    ),
    leg: 'floating',
    read: read.frequency('reset_frequency'),
  },
  {
    labels: [
      'floating rate reset frequency',
      'floating reset frequency',
      'rate reset frequency',
      'fixing frequency',
      'reset freq',
      'floating rate reset dates',
    ],
    read: read.frequency('reset_frequency'),
  },
  {
    labels: ['compounding method', 'method of averaging', 'compounding type', 'floating compounding method'],
    read: read.compounding('compounding_method'),
  },
  { labels: ['lookback period', 'lookback'], read: read.text('lookback') },
  { labels: ['rate cut off', 'rate cutoff', 'rate cut off date'], read: read.text('rate_cutoff') },
  {
    labels: ['tenor', 'term', 'swap tenor', 'trade tenor', 'swap term', 'period', 'maturity tenor', 'life'],
    read: read.tenor('tenor'),
  },
  {
    labels: list(`
        cap rate | floating rate cap | cap | cap on floating rate | capped rate | maximum rate | maximum floating rate |
        floating cap rate | cap strike rate | max rate | ceiling | ceiling rate | capped at | rate ceiling | maximum interest rate | upper limit of rate
      `),
    read: read.percent('cap_rate'),
  },
  {
    labels: list(`
        floor rate | floating rate floor | floor | floor on floating rate | floored rate | minimum rate |
        minimum floating rate | floating floor rate | floor strike rate | index floor | zero floor | min rate | floored at | rate minimum | floor at | minimum interest rate | rate floor | lower limit of rate
      `),
    read: read.percent('floor_rate'),
  },
  { labels: FREQUENCY, read: read.frequency('payment_frequency') },
  ...UPFRONT_TERMS,
];

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  ...SWAP_PHRASES,
  ...FLOATING_LEG_PHRASES,
  ...FLOORS_IN_WORDS,
  {
    pattern:
      /\bfixed (?:interest|amounts?) (?:is|are|accrues?|will be)\b[^.;]{0,40}?\b(?:basis(?: of)?|convention) (\S+)/i,
    gives: 'fixed_day_count',
    read: read.dayCount('fixed_day_count'),
  },
  ...UPFRONT_PHRASES,
  {
    pattern:
      /\bper annum\.? on (?:a notional (?:amount )?of )?((?:[A-Z]{3}|US\$|€|£) ?\d[\d.,'’]*\d(?: (?:million|billion))?)/i,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern: /\b(?:in|for) an (?:notional |principal )?amount of ((?:[A-Z]{3}|US\$|€|£) ?\d.{0,30})/,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern:
      /\bfixed (?:rate|amounts?|interest)\b(?:(?!\.\s[A-Z])[^;]){0,70}?\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'fixed_payment_frequency',
    read: read.frequency('fixed_payment_frequency'),
  },
];

export const interestRateSwap: ProductDefinition = {
  names: [
    /interest rate\s+(?:[\w/-]+\s+){0,3}swap|\binterest swap\b|\birs\b|rate swap|fixed[\s/-]+(?:for[\s-]+)?float|overnight index(?:ed)? swap|\bois swap|zins(?:satz)?swap|swap de taux|[ée]change de (?:conditions )?(?:d['’]|de )?(?:intérêts?|taux)|permuta financiera de tipos?|swap de tipos? de inter|swap (?:su|di|dei) tass[oi]|\b(?:payer|receiver|vanilla|rates)\s+swap\b|\brates transaction\b|\bswap\b[^.\n]{0,24}\(interest rates?\)|interest rate (?:derivative )?transaction|\b(?:euribor|sonia|sofr|€str|estr|saron|tona|stibor|nibor|cibor)\s+swap\b/i,
  ],
  terms: TERMS,
  phrases: PHRASES,
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'notional',
    'currency',
    'fixed_rate',
    'fixed_rate_payer',
    'floating_rate_payer',
    'floating_rate_index',
  ],
  legPayers: { fixed: 'fixed_rate_payer', floating: 'floating_rate_payer' },
  counterparts: [['fixed_rate_payer', 'floating_rate_payer']],
};
