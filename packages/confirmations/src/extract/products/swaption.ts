import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import { list } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition } from './definition.ts';
import { interestRateSwap } from './interest-rate-swap.ts';
import { CUT_OFF_PHRASE, EXPIRES_AT_PHRASE, OPTION_PHRASES, OPTION_TERMS, STYLE_PHRASE } from './option-parties.ts';

const ROLES_OF_A_LEG =
  /^(?:fixed rate payer|fixed amount payer|floating rate payer|floating amount payer|fixed rate payer payment date)$/;

/** `Receiver swaption dealt 15 December 2026`, `on 17 March 2027 only (European)`, `is entered into (physical settlement)`. */
const PHRASES: readonly Phrase[] = [
  { pattern: /\b(payer|receiver)(?:['’]s)? swaption\b/i, gives: 'option_type', read: read.swaptionType('option_type') },
  {
    pattern: /\b(European|American|Bermudan?)(?:[- ]style)? (?:(?:payer|receiver)(?:['’]?s)? )?swaption\b/i,
    gives: 'option_style',
    read: read.optionStyle('option_style'),
  },
  {
    // `The Fund has bought the right to receive fixed from the Bank.`
    pattern: /\bright to (pay|receive)(?: the| a)? fixed\b/i,
    gives: 'option_type',
    read: read.reader(['option_type'], (verb) =>
      read.fields({ option_type: /pay/i.test(verb) ? 'PAYER' : 'RECEIVER' }),
    ),
  },
  {
    // `It may be exercised on 19 April 2027 until 11.00 a.m.`
    pattern: new RegExp(`\\b(?:exercis(?:ed|able)|expir(?:es|ing|y))\\b(?: only)? on (${DATE_LITERAL})`, 'i'),
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    pattern: /\bis ((?:cash|physically)[- ]settled)\b/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  { pattern: /\((European|American|Bermudan?)\)/i, gives: 'option_style', read: read.optionStyle('option_style') },
  {
    pattern: /\(((?:physical|cash) settlement)\)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
];

/** An option on an interest rate swap: the option's terms, then those of the swap. */
export const swaption: ProductDefinition = {
  names: [/\bswaptions?\b|\bswap option|\boption on (?:an? )?(?:interest rate )?swap/i],
  alwaysNamed: true,
  terms: [
    // In a swaption the fixed rate payer is the underlying swap's.
    ...OPTION_TERMS.map((term) => ({ ...term, labels: term.labels.filter((label) => !ROLES_OF_A_LEG.test(label)) })),
    {
      labels: list('option style | style | swaption style | exercise style | exercise type'),
      read: read.optionStyle('option_style'),
    },
    {
      labels: list('option type | swaption type | type of swaption | payer receiver | type'),
      read: read.swaptionType('option_type'),
    },
    {
      labels: list(
        'expiration date | expiry date | expiry | exercise | last exercise | last exercise date | exercisable on | exercise date | option expiry | swaption expiry date',
      ),
      read: read.expiry,
    },
    {
      labels: list('expiration time | expiry time | latest exercise time | cut off time'),
      read: read.cutOff('cut_off_time'),
    },
    { labels: list('strike | strike rate | exercise rate'), read: read.percent('fixed_rate') },
    ...interestRateSwap.terms,
  ],
  phrases: [
    ...interestRateSwap.phrases,
    ...OPTION_PHRASES,
    CUT_OFF_PHRASE,
    EXPIRES_AT_PHRASE,
    STYLE_PHRASE,
    ...PHRASES,
  ],
  required: [
    'trade_date',
    'buyer',
    'seller',
    'expiry_date',
    'effective_date',
    'termination_date',
    'currency',
    'notional',
    'fixed_rate',
    'floating_rate_index',
  ],
  counterparts: [
    ['seller', 'buyer'],
    ['fixed_rate_payer', 'floating_rate_payer'],
  ],
  legPayers: { fixed: 'fixed_rate_payer', floating: 'floating_rate_payer' },
};
