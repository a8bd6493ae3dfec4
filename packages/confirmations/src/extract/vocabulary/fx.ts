import * as read from '../values/readers.ts';
import { list, type Term, words } from './term.ts';

const RATE = list(`
    exchange rate | forward rate | rate | contract rate | fx rate | deal rate | forward exchange rate |
    all in rate | outright rate | dealt rate | agreed rate | deal exchange rate | forward price |
    contract exchange rate | forward contract rate | agreed exchange rate | rate of exchange | currency rate |
    contracted rate | conversion rate | outright forward rate | all in forward rate | fx forward rate |
    forward fx rate | client rate | contract forward rate | traded rate | ndf rate | agreed forward rate
  `);
const VALUE_DATE = list(`
    value date | settlement date | delivery date | maturity date | maturity | value | payment date |
    forward date | settlement value date | settles on | value on | final value date | forward value date |
    forward settlement date | forward date value | delivery | settlement | valuta | date of settlement | contract maturity |
    contract maturity date | delivery value date | cash settlement date | date of value | settlement day |
    settlement value | date of delivery | forward delivery date | exchange date
  `);

const RATE_WORDS = words(
  '\\b(?:forward|contract|exchange|outright|all in|deal|dealt|agreed|ndf|client|trade)\\b.*\\b(?:rate|price)$',
  'spot|swap|fixing|settlement|reference|premium|strike|interest|option',
);
const VALUE_DATE_WORDS = words(
  '\\b(?:settlement|value|delivery|maturity|payment)\\b.*\\b(?:date|day|on)$',
  'premium|spot|fixing|valuation|early|option exercise|agreement|business',
);

/** A forward's two amounts, and who buys which, are read by `fx-sides.ts`. */
export const FX_FORWARD_TERMS: readonly Term[] = [
  { labels: RATE, read: read.rateAsPrinted('fx_rate'), pattern: RATE_WORDS },
  { labels: VALUE_DATE, read: read.date('settlement_date'), pattern: VALUE_DATE_WORDS },
];

export const NON_DELIVERABLE_FORWARD_TERMS: readonly Term[] = [
  {
    labels: list(`
        notional amount | notional | settlement currency notional amount | settlement currency amount |
        notional value | principal amount | notional principal | contract amount |
        settlement currency notional | settlement amount in settlement currency | dealt amount | deal amount |
        usd notional | usd amount | notional usd amount | settlement notional amount | trade notional |
        amount | base currency amount | deliverable currency amount
      `),
    read: read.amount('notional', 'currency'),
  },
  {
    labels: list(`
        reference currency notional amount | reference currency notional | reference currency amount |
        reference amount | reference currency principal amount | non deliverable currency amount |
        non deliverable currency notional amount | reference notional amount | reference notional |
        local currency amount | equivalent amount | counter amount | contra amount |
        reference currency equivalent | countervalue | counter currency amount
      `),
    read: read.amount('notional_2', 'currency_2'),
  },
  {
    labels: list(`
        reference currency | non deliverable currency | reference ccy | restricted currency | local currency
      `),
    read: read.currency('currency_2'),
  },
  {
    labels: list(`
        reference currency seller | seller of reference currency | reference currency seller party |
        seller of the reference currency | reference currency sold by | seller
      `),
    read: read.party('reference_currency_seller'),
  },
  {
    labels: list(`
        reference currency buyer | buyer of reference currency | buyer of the reference currency |
        reference currency bought by | reference currency purchaser | buyer
      `),
    read: read.party('reference_currency_buyer'),
  },
  { labels: RATE, read: read.rateAsPrinted('fx_rate'), pattern: RATE_WORDS },
  { labels: VALUE_DATE, read: read.date('settlement_date'), pattern: VALUE_DATE_WORDS },
  {
    labels: list(`
        valuation date | fixing date | fix date | fixed date | fixing | rate fixing date | determination date | fx fixing date |
        rate calculation date | fixing day | valuation fixing date | rate determination date |
        ndf fixing date | date of fixing | currency fixing date | fixing valuation date |
        reference rate fixing date | rate setting date | spot fixing date | determination day | observation date
      `),
    read: read.date('fixing_date'),
    pattern: words(
      '\\b(?:fixing|valuation|determination|observation)\\b.*\\b(?:date|day|on)$',
      'premium|postponement|business',
    ),
  },
  {
    labels: list(`
        settlement rate option | fixing source | fixing | settlement rate | fixing rate option | rate source |
        fixing rate | settlement rate source | fixing reference | fixing page | fixing reference source |
        reference rate source | fixing rate source | spot rate source | rate option | settlement rate page |
        reference page | settlement rate fixing source | reference source | spot rate option |
        primary fixing source | fixing index
      `),
    read: read.text('settlement_rate_option'),
    pattern: words(
      '\\b(?:settlement rate|fixing|rate)\\b.*\\b(?:option|source|page|reference)$',
      'date|fallback|number|forward',
    ),
  },
];

export const FX_OPTION_TERMS: readonly Term[] = [
  {
    labels: list(`
        seller | option seller | option grantor | option writer | writer | grantor | seller of option | option grantor |
        party selling option | seller party | sold by | option sold by | seller of the option | writer of option
      `),
    read: read.party('seller'),
  },
  {
    labels: list(`
        buyer | option buyer | option holder | holder | purchaser | buyer of option | option purchaser |
        party buying option | buyer party | bought by | option bought by | buyer of the option | owner |
        purchased by | option owner
      `),
    read: read.party('buyer'),
  },
  {
    labels: list(`
        currency option style | option style | style | exercise | expiry style | exercise style | style of option |
        option exercise style | exercise type | type of exercise | style of exercise
      `),
    read: read.optionStyle('option_style'),
  },
  {
    labels: list(`
        currency option type | option type | type | put call | call put | option kind | kind of option |
        put or call | currency option | option
      `),
    read: read.optionType('option_type'),
  },
  {
    labels: list(`
        calls | call currency and call currency amount | call currency amount | call amount |
        call currency and amount | call currency | call currency call currency amount | call ccy amount |
        call notional | call currency notional | call currency notional amount | call side amount |
        call notional amount | amount of call currency | call | call ccy and amount |
        call amount and currency | currency and amount of call
      `),
    read: read.currencyOrAmount('call_amount', 'call_currency'),
    pattern: words('\\bcall\\b.*\\b(?:amount|notional)\\b', 'put|premium'),
  },
  {
    labels: list(`
        puts | put currency and put currency amount | put currency amount | put amount | put currency and amount |
        put currency | put currency put currency amount | put ccy amount | put notional |
        put currency notional | put currency notional amount | put side amount | put notional amount |
        amount of put currency | put | put ccy and amount | put amount and currency | currency and amount of put
      `),
    read: read.currencyOrAmount('put_amount', 'put_currency'),
    pattern: words('\\bput\\b.*\\b(?:amount|notional)\\b', 'call|premium'),
  },
  {
    labels: list(`
        strike price | strike | strike rate | exercise price | option strike | exercise rate |
        strike exchange rate | option strike price | strike level | exercise price strike |
        option exercise price | strike fx rate | strike price rate | strike rate of exchange
      `),
    read: read.rateAsPrinted('strike_price'),
  },
  {
    labels: list(`
        expiration date | expiry date | expiry | expiration | expires | option expiry |
        option expiration date | option expiry date | exercise date | date of expiry | final exercise date |
        last exercise date | expires on | expiry day | maturity date of option | latest exercise date |
        expiry cut date
      `),
    read: read.date('expiry_date'),
    pattern: words('\\b(?:expiry|exercise)\\b.*\\b(?:date|day|on)\\b', 'time|premium|commencement|first|business'),
  },
  {
    labels: list(`
        settlement date | delivery date | value date | delivery value date | option settlement date | delivery | settlement | value |
        option delivery date | exercise settlement date | date of settlement | settlement value date |
        final settlement date | option value date | delivery settlement date
      `),
    read: read.date('settlement_date'),
  },
  {
    labels: list(`
        premium | premium amount | option premium | total premium | premium payable | premium due |
        option price | premium currency and amount | premium currency amount | option premium amount |
        price of option | total option premium
      `),
    read: read.premium,
  },
  {
    labels: list(`
        premium payment date | premium date | premium value | premium due | premium payable | premium value date | premium settlement date | premium due date |
        premium paid on | premium pay date | premium payable on | date of premium payment |
        option premium payment date | option premium date | premium settlement
      `),
    read: read.date('premium_date'),
  },
];
