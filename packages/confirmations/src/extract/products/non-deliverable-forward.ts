import { isRestricted, readNonDeliverableSides } from '../exchange/non-deliverable.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition } from './definition.ts';
import { RATE, RATE_WORDS, VALUE_DATE, VALUE_DATE_WORDS } from './fx-terms.ts';

/** `16-Nov-2026, BRL PTAX (BRL09)`: when it is fixed, and behind it by which rate, known by EMTA's code or as `BRL PTAX`. */
const fixing = read.reader(['fixing_date', 'settlement_rate_option'], (value, context) => {
  const [, when = '', rate = ''] = /^(.{6,20}?\d{2}),\s+(.+)$/.exec(value) ?? [];
  if (!/\b[A-Z]{3}\s?\d{2}\b|\b[A-Z]{3}[ .][A-Z][A-Z0-9]{2,}/.test(rate))
    return read.date('fixing_date')(value, context);
  const reading = read.date('fixing_date')(when, context);
  return reading.kind === 'fields' ? read.fields({ ...reading.fields, settlement_rate_option: rate.trim() }) : reading;
});

const TERMS: readonly Term[] = [
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
        local currency amount | equivalent amount | amount in non deliverable currency | amount in reference currency | amount in local currency | counter amount | contra amount |
        reference currency equivalent | countervalue | counter value | counter currency amount | notional amount 2 | amount 2
      `),
    read: read.amount('notional_2', 'currency_2'),
  },
  {
    labels: list(`
        reference currency | non deliverable currency | reference ccy | restricted currency | local currency | ndf currency | non deliverable ccy | onshore currency | non convertible currency
      `),
    read: read.currency('currency_2'),
  },
  {
    labels: list(`
        reference currency seller | seller of reference currency | reference currency seller party |
        seller of the reference currency | reference currency sold by | party selling reference currency | non deliverable currency seller | seller of non deliverable currency | ref ccy seller | local currency seller | seller
      `),
    read: read.party('reference_currency_seller'),
  },
  {
    labels: list(`
        reference currency buyer | buyer of reference currency | buyer of the reference currency |
        reference currency bought by | reference currency purchaser | party buying reference currency | non deliverable currency buyer | buyer of non deliverable currency | ref ccy buyer | local currency buyer | buyer
      `),
    read: read.party('reference_currency_buyer'),
  },
  { labels: RATE, read: read.rateAsPrinted('fx_rate'), pattern: RATE_WORDS },
  { labels: VALUE_DATE, read: read.date('settlement_date'), pattern: VALUE_DATE_WORDS },
  {
    labels: list(`
        valuation date | fixing date | fix date | fixed date | rate fixing date | determination date | fx fixing date |
        rate calculation date | fixing day | valuation fixing date | rate determination date |
        ndf fixing date | date of fixing | currency fixing date | fixing valuation date |
        reference rate fixing date | rate setting date | spot fixing date | determination day | observation date | determination date for spot rate | spot determination date | date of determination | fixed on | fixing on | rate fixed on | observed on
      `),
    read: read.date('fixing_date'),
    pattern: words(
      '\\b(?:fixing|valuation|determination|observation)\\b.*\\b(?:date|day|on)$',
      'premium|postponement|business',
    ),
  },
  {
    // `Settlement: Cash settled in USD`, `net in USD`.
    labels: list('settlement | settlement method | settlement type | ndf settlement'),
    read: read.reader(['settlement_currency', 'settlement_type'], (value, context) => {
      const code = /^(?:(?:net )?cash(?: settled| settlement)?|net)(?:,? net)?,? in ([A-Z]{3})\.?$/i.exec(
        value.trim(),
      )?.[1];
      const currency = code === undefined ? undefined : read.currency('settlement_currency')(code, context);
      return currency?.kind === 'fields'
        ? read.fields({ ...currency.fields, settlement_type: 'CASH' })
        : { kind: 'nothing' };
    }),
  },
  { labels: ['fixing', 'fixing date and source', 'fixing date and rate'], read: fixing },
  {
    labels: list(`
        settlement rate option | fixing source | fix source | fix rate source | fixing | settlement rate | fixing rate option | rate source |
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

/** An amount in the currency of settlement, which is none that cannot be delivered. */
const settled = read.reader(['notional', 'currency'], (value, context) => {
  const reading = read.amount('notional', 'currency')(value, context);
  return reading.kind === 'fields' && isRestricted(reading.fields.currency) ? { kind: 'nothing' } : reading;
});

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  {
    // `sells the reference currency against notional US dollars of USD 9,000,000.00`.
    pattern: /\bagainst (?:an? |the )?(?:[\p{L}-]+ ){0,6}?([A-Z]{3} ?\d[\d.,'’]*\d(?: ?(?:million|mn|mm|m)\b)?)/u,
    gives: 'notional',
    read: settled,
  },
  {
    // `Fixing 15 Dec 2026 on KRW KFTC18 (KRW02), value 17 Dec 2026`.
    pattern: new RegExp(`\\b[Ff]ixing (?:(?:is|date|on|takes place)\\s+){0,2}(${DATE_LITERAL})`),
    gives: 'fixing_date',
    read: read.date('fixing_date'),
  },
  {
    pattern: new RegExp(
      `\\b[Ff]ixing (?:(?:is|date|on|takes place)\\s+){0,2}${DATE_LITERAL} (?:on|at|against|by|per|using) ((?:[A-Z0-9]{2,12}[ /-]?){1,4}(?:\\([A-Z]{3}\\d{2}\\))?)`,
    ),
    gives: 'settlement_rate_option',
    read: read.text('settlement_rate_option'),
  },
  {
    pattern: /\bsettlement currency (?:is|will be|shall be) ([A-Z]{3})\b/i,
    gives: 'settlement_currency',
    read: read.currency('settlement_currency'),
  },
  {
    pattern:
      /\b[Ss]ettlement rate option (?:(?:is|will be|shall be|of) )?((?:[A-Z]{2,}[A-Z0-9]* ){0,3}[^\s(]*[A-Z][^\s(]*[A-Z0-9](?: \([A-Z]{3}\d{2}\))?)/,
    gives: 'settlement_rate_option',
    read: read.text('settlement_rate_option'),
  },
  {
    pattern: /\bcash[- ]settled in ([A-Z]{3})\b/,
    gives: 'settlement_currency',
    read: read.currency('settlement_currency'),
  },
  {
    pattern:
      /\bat (?:a|an|the) (?:\w+ ){0,2}?(?:rate|price) of\s+((?:(?:exchange )?[A-Z]{3}\/[A-Z]{3}\s+)?[\d.,'’]+\d)/i,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern: /\b[Aa][Tt] ((?:[A-Z]{3}\/[A-Z]{3}\s+)?\d{1,5}[.,]\d{2,8})(?!\s*(?:%|per ?cent|[ap]\.?m))/,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern: new RegExp(
      `\\b(?:fixed|fixes|fixing|valued|valuation|observed|determined)(?: date)? (?:on|is|of|for) (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'fixing_date',
    read: read.date('fixing_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:fixed|determined|fixing) on ${DATE_LITERAL}(?: \\([^)]*\\))? (?:against|by reference to|at|using) ((?:[\\w.]+ ){0,4}\\([A-Z]{3}\\d{2}\\)|(?![A-Z]{3}\\b(?!\\d))\\S*[A-Z]\\S*[A-Z0-9])`,
    ),
    gives: 'settlement_rate_option',
    read: read.text('settlement_rate_option'),
  },
  {
    // `the difference will be paid in USD on 6 August 2027`.
    pattern: /\b(?:paid|payable|settled) in ([A-Z]{3}) on\b/,
    gives: 'settlement_currency',
    read: read.currency('settlement_currency'),
  },
  {
    pattern: new RegExp(`\\b(?:paid|payable|settled) in [A-Z]{3} on (${DATE_LITERAL})`),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    pattern: /\b(?:settles|settling|for settlement|for value) (?:on )?(.{6,40})/i,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:settled|delivered|settlement|delivery|paid in cash)\\b(?: (?!rate|price)[^.;]{0,40}?)? on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
];

export const nonDeliverableForward: ProductDefinition = {
  names: [
    /non[\s-]*deliverable\s+(?:[\w/-]+\s+){0,3}(?:forward|transaction)|\bndf\b|(?:forward|transaction)s?\W+(?:\w+\W+){0,2}non[\s-]*deliverable/i,
    /nicht[\s-]+lieferbare\w*\s+(?:devisen|währungs|termin)|\bterme\s+(?:de\s+devises?\s+)?(?:non[\s-]+livrable|sans\s+livraison)|\bplazo\s+(?:de\s+divisas\s+)?(?:sin\s+entrega|no\s+entregable)|\btermine\s+(?:su\s+cambi\s+)?(?:senza\s+consegna|non\s+consegnabile)/i,
  ],
  terms: TERMS,
  phrases: PHRASES,
  required: [
    'trade_date',
    'currency',
    'notional',
    'currency_2',
    'reference_currency_seller',
    'fx_rate',
    'settlement_date',
    'fixing_date',
  ],
  counterparts: [['reference_currency_seller', 'reference_currency_buyer']],
  read({ found, entries, parties, prose, context }) {
    readNonDeliverableSides(found, entries, parties, prose, context);
  },
};
