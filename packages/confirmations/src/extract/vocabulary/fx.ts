import { readAmount } from '../normalise-numbers.ts';
import * as read from '../readers.ts';
import type { Term } from './term.ts';

const RATE = [
  'exchange rate',
  'forward rate',
  'rate',
  'contract rate',
  'fx rate',
  'deal rate',
  'forward exchange rate',
  'all in rate',
  'outright rate',
  'dealt rate',
  'agreed rate',
];
const VALUE_DATE = [
  'value date',
  'settlement date',
  'delivery date',
  'maturity date',
  'maturity',
  'value',
  'payment date',
  'forward date',
  'settlement value date',
];

/** The two amounts of a forward, with who buys and who sells each, before they are put into their canonical order. */
export const FX_FORWARD_TERMS: readonly Term[] = [
  { labels: RATE, read: read.rateAsPrinted('fx_rate') },
  { labels: VALUE_DATE, read: read.date('settlement_date') },
];

/** Who trades an amount, seen from the document's issuer: `We buy`, `You sell`, `Bought by us`. */
export interface ForwardSide {
  readonly who: string;
  readonly verb: 'buys' | 'sells';
  readonly currency: string;
  readonly amount: string;
}

/** Reads `We Buy | USD 10,000,000.00` and its kin: a label that says who and what, a value that is an amount. */
export function readForwardSide(label: string, value: string): ForwardSide | undefined {
  const match =
    /^(we|you|party a|party b|bank|counterparty|client|dealer|customer)\s+(buys?|sells?|purchases?|receives?|pays?|delivers?|bought|sold)\b/i.exec(
      label,
    ) ?? /^()(buy|sell|bought|sold|purchase|sale)(?:\s+(?:amount|currency|currency amount))?$/i.exec(label);
  const read = readAmount(value);
  if (!match || !read?.currency) return undefined;
  const verb = /^(?:buy|purchas|receiv|bought)/i.test(match[2] ?? '') ? 'buys' : 'sells';
  return { who: match[1] || 'we', verb, currency: read.currency, amount: read.amount };
}

export const NON_DELIVERABLE_FORWARD_TERMS: readonly Term[] = [
  {
    labels: ['notional amount', 'notional', 'settlement currency notional amount', 'settlement currency amount'],
    read: read.amount('notional', 'currency'),
  },
  {
    labels: [
      'reference currency notional amount',
      'reference currency notional',
      'reference currency amount',
      'reference amount',
    ],
    read: read.amount('notional_2', 'currency_2'),
  },
  { labels: ['reference currency'], read: read.currency('currency_2') },
  { labels: ['reference currency seller'], read: read.party('reference_currency_seller') },
  { labels: ['reference currency buyer'], read: read.party('reference_currency_buyer') },
  { labels: RATE, read: read.rateAsPrinted('fx_rate') },
  { labels: VALUE_DATE, read: read.date('settlement_date') },
  {
    labels: ['valuation date', 'fixing date', 'fixing', 'rate fixing date', 'determination date'],
    read: read.date('fixing_date'),
  },
  {
    labels: [
      'settlement rate option',
      'fixing source',
      'settlement rate',
      'fixing rate option',
      'rate source',
      'fixing rate',
      'settlement rate source',
    ],
    read: read.text('settlement_rate_option'),
  },
];

export const FX_OPTION_TERMS: readonly Term[] = [
  {
    labels: ['seller', 'option seller', 'option writer', 'writer', 'grantor', 'seller of option'],
    read: read.party('seller'),
  },
  {
    labels: ['buyer', 'option buyer', 'option holder', 'holder', 'purchaser', 'buyer of option'],
    read: read.party('buyer'),
  },
  {
    labels: ['currency option style', 'option style', 'style', 'exercise style'],
    read: read.optionStyle('option_style'),
  },
  { labels: ['currency option type', 'option type', 'type'], read: read.optionType('option_type') },
  {
    labels: [
      'call currency and call currency amount',
      'call currency amount',
      'call amount',
      'call currency and amount',
      'call currency',
    ],
    read: read.amount('call_amount', 'call_currency'),
  },
  {
    labels: [
      'put currency and put currency amount',
      'put currency amount',
      'put amount',
      'put currency and amount',
      'put currency',
    ],
    read: read.amount('put_amount', 'put_currency'),
  },
  {
    labels: ['strike price', 'strike', 'strike rate', 'exercise price', 'option strike'],
    read: read.rateAsPrinted('strike_price'),
  },
  {
    labels: ['expiration date', 'expiry date', 'expiry', 'expiration', 'expires', 'option expiry'],
    read: read.date('expiry_date'),
  },
  {
    labels: ['settlement date', 'delivery date', 'value date', 'delivery value date'],
    read: read.date('settlement_date'),
  },
  {
    labels: ['premium', 'premium amount', 'option premium', 'total premium'],
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    labels: ['premium payment date', 'premium date', 'premium value date', 'premium settlement date'],
    read: read.date('premium_date'),
  },
];
