import type { TradeField } from '@trade-matching/domain';
import { readOptionAmounts } from '../exchange/option-amounts.ts';
import { canonicalLabel } from '../labels.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import { readOptionStyle } from '../values/terms.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition, ProductReading } from './definition.ts';
import { BY_DELIVERY } from './fx-terms.ts';
import { readAmountsOfType, readBarrierOfLabel, readDeed } from './option-cells.ts';
import { CUT_OFF_PHRASE, EXPIRES_AT_PHRASE, STYLE_PHRASE } from './option-parties.ts';
import { readOptionTo, readRight } from './option-right.ts';

const TERMS: readonly Term[] = [
  {
    labels: list(`
        seller | option seller | option grantor | option writer | writer | grantor | seller of option | option grantor |
        party selling option | seller party | sold by | short party | short | option short | party granting option | writing party | option sold by | seller of the option | writer of option
      `),
    read: read.party('seller'),
  },
  {
    labels: list(`
        buyer | option buyer | option holder | holder | purchaser | buyer of option | option purchaser |
        party buying option | buyer party | bought by | option bought by | buyer of the option | owner |
        purchased by | option owner | premium payer | premium payable by | premium paid by | payer of premium | premium due from | long party | long | option long | party acquiring option | holder of option
      `),
    read: read.party('buyer'),
  },
  {
    labels: list(`
        currency option style | option style | style | exercise | expiry style | exercise style | style of option |
        option exercise style | exercise type | type of exercise | exercise rights | exercise right | exercise mode | exercise convention | style of exercise | style of exercise
      `),
    read: read.optionStyle('option_style'),
  },
  {
    labels: list(`
        currency option type | option type | type | type of option | put call | call put | option kind | kind of option | right | style type |
        put or call | option right | option details | strategy | right granted | c p | call or put | structure | option strategy | currency option | option
      `),
    // `Optionsart: europäisch`, `Style / type: European EUR Call USD Put`: one label for both.
    read: read.reader(['option_type', 'option_style'], (value, context) => {
      const [right, style] = [
        read.optionType('option_type')(value, context),
        read.optionStyle('option_style')(value, context),
      ];
      if (right.kind !== 'fields') return style;
      return read.fields({ ...right.fields, ...(style.kind === 'fields' ? style.fields : {}) });
    }),
  },
  {
    labels: list(`
        calls | call currency and call currency amount | call currency amount | call amount |
        call currency and amount | call currency | call currency call currency amount | call ccy amount |
        call notional | call currency notional | call currency notional amount | call side amount |
        call notional amount | amount of call currency | call | call ccy and amount |
        call amount and currency | currency and amount of call | amount callable | callable amount | amount to be bought | holder may buy | buyer may buy
      `),
    read: read.currencyOrAmount('call_amount', 'call_currency'),
    pattern: words('\\bcall\\b.*\\b(?:amount|notional)\\b', 'put|premium'),
  },
  {
    labels: list(`
        puts | put currency and put currency amount | put currency amount | put amount | put currency and amount |
        put currency | put currency put currency amount | put ccy amount | put notional |
        put currency notional | put currency notional amount | put side amount | put notional amount |
        amount of put currency | put | put ccy and amount | put amount and currency | currency and amount of put | amount puttable | puttable amount | amount to be sold | holder may sell | buyer may sell
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
        expiry cut date | termination date | option expires | expires at | option expires on | last day of exercise | exp dt | exp
      `),
    read: read.expiry,
    pattern: words('\\b(?:expiry|exercise)\\b.*\\b(?:date|day|on)\\b', 'time|premium|commencement|first|business'),
  },
  {
    labels: list(`
        settlement date | delivery date | value date | delivery value date | option settlement date | delivery | settlement | value |
        option delivery date | exercise settlement date | date of settlement | settlement value date |
        final settlement date | option value date | settlement value | delivery on exercise | settles | option settles | delivery settlement date | value date on exercise | settlement date on exercise | delivery date on exercise | value on exercise | settlement on exercise | value date if exercised | settlement date if exercised | delivery if exercised
      `),
    read: read.date('settlement_date'),
  },
  {
    labels: list(`
        premium | premium amount | option premium | total premium | premium payable | premium due |
        option price | premium currency and amount | premium currency amount | option premium amount |
        price of option | total option premium | net premium | option cost | cost of option | premium to be paid | premium sum
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
  {
    labels: list(`
        barrier event type | barrier type | barrier event | event type | knock type | type of barrier | barrier style | barrier condition | barrier kind | kind of barrier | barrier direction | exotic feature | barrier feature | knock out type | knock in type | ko type | ki type | barrier
      `),
    // `Barrier: down and in, 1.0980`: its kind, and its level in the same cell.
    read: read.reader(['barrier_type', 'barrier_level'], (value, context) => {
      const type = read.barrierType('barrier_type')(value, context);
      const level =
        type.kind === 'fields' && /\d/.test(value) ? read.rateAsPrinted('barrier_level')(value, context) : type;
      return type.kind === 'fields' && level.kind === 'fields'
        ? read.fields({ ...level.fields, ...type.fields })
        : type;
    }),
  },
  {
    labels: list(`
        barrier level | barrier | barrier rate | knock out level | knock in level | knock out rate | knock in rate | trigger level |
        barrier price | trigger rate | ko level | ki level | ko barrier | ki barrier | ko rate | ki rate | ko | ki | barrier trigger level | barrier at | knock out at | knock in at | knock out price | knock in price | knock out | knock in | trigger | barrier strike | knock out barrier | knock in barrier
      `),
    // `Barrière: désactivante à la hausse (up and out)`: under a barrier's name alone stands its type as well.
    read: read.reader(['barrier_level', 'barrier_type'], (value, context) => {
      const type = read.barrierType('barrier_type')(value, context);
      const level = /\d/.test(value) ? read.rateAsPrinted('barrier_level')(value, context) : type;
      // `Knock-out at 0.8350`: both.
      return level.kind === 'fields' && type.kind === 'fields' && level !== type
        ? read.fields({ ...type.fields, ...level.fields })
        : level;
    }),
  },
  {
    labels: list(`
        expiration time | expiry time | cut off time | cut off | cut | exercise time | latest exercise time | exercise deadline | exercise by | latest exercise | cut time | expiry cut time | expiry cut | cutoff |
        cutoff time | option cut | expiration cut | latest time for exercise | expiry cut off time | expiration time and place
      `),
    read: read.cutOff('cut_off_time'),
  },
];

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  BY_DELIVERY,
  CUT_OFF_PHRASE,
  EXPIRES_AT_PHRASE,
  STYLE_PHRASE,
  {
    // `It is a European style EUR call / USD put on a call amount of …`.
    pattern:
      /\b(european|american|bermudan?)(?:[ -]style)? (?:[A-Z]{3} (?:call|put)|(?:currency |fx |vanilla )*option)\b/i,
    gives: 'option_style',
    read: read.optionStyle('option_style'),
  },
  {
    pattern:
      /\b((?:European|American|Bermuda)n?)[- ](?:style )?(?:currency |fx |foreign exchange |vanilla )*(?:option|put|call|exercise)\b/i,
    gives: 'option_style',
    read: read.optionStyle('option_style'),
  },
  {
    pattern:
      /\b(?:consideration|premium)\b[^.;]{0,80}?\b(?:pays?|paid)\b[^.;\d]{0,30}?((?:[A-Z]{3}|US\$|€|£) ?\d[\d.,'’]*\d)/i,
    gives: 'premium_amount',
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    pattern: new RegExp(
      `\\b(?:consideration|premium)\\b[^.;]{0,80}?\\d[\\d.,'’]*\\d (?:for value|on|value) (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
  {
    pattern: new RegExp(`\\bpremium of [A-Z]{3} ?[\\d.,'’]+,? on (${DATE_LITERAL})`, 'i'),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
  {
    // `expires at 10:00 a.m. New York time on November 4, 2027`.
    pattern: new RegExp(`\\b(?:expires|expiring|exercised) (?:at|by|before) [^;]{4,45}? on (${DATE_LITERAL})`, 'i'),
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    pattern: /\b(?:expires|expiring|exercised) (?:at|by|before) (\d[^;]{3,45}?) on\b/i,
    gives: 'cut_off_time',
    read: read.cutOff('cut_off_time'),
  },
  {
    pattern: /\b(?:if|when|once) exercised\b[^.;]{0,40}?\b(delivery) (?:takes|will take|shall take) place\b/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  {
    // `It may be exercised only on 15th April 2027.`
    pattern: new RegExp(`\\bexercised only on (${DATE_LITERAL})`, 'i'),
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    pattern: /\b(?:expires|expiring|expiry) (?:on |of )?(.{6,40})/i,
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    // `We may exercise it on any business day until 3:00 p.m. Frankfurt time on 30 November 2026`.
    pattern: new RegExp(
      `\\bexercised?\\b(?:(?!(?<!\\b[ap]\\.m)\\.\\s|\\bif\\b)[^;]){0,90}?\\b(?:until|up to|no later than|by)\\b(?:(?!(?<!\\b[ap]\\.m)\\.\\s)[^;]){0,40}?(${DATE_LITERAL})`,
      'iu',
    ),
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    pattern:
      /\b(?:strike|exercise) (?:price |rate )?(?:of|at|is)\s+((?:(?:a|the) )?(?:[A-Z]{3}(?:\/[A-Z]{3})?\s|[€£$])?\d(?!\d?(?:st|nd|rd|th)?\s+[A-Z][a-z]).{1,28})/i,
    gives: 'strike_price',
    read: read.rateAsPrinted('strike_price'),
  },
  {
    pattern: /\bpremium (?:of|is|amounts to)\s+(.{4,40})/i,
    gives: 'premium_amount',
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    pattern: new RegExp(
      `\\bpremium\\b[^.;]{0,40}[\\d.,'’]*[^.;]{0,60}? (?:payable|due|paid|value)\\b[^.;]{0,40}? (?:on )?(${DATE_LITERAL})`,
      'i',
    ),
    gives: 'premium_date',
    read: read.date('premium_date'),
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

export const fxOption: ProductDefinition = {
  names: [
    /(?:currency|fx|foreign exchange|vanilla)\s+(?:put |call |vanilla |european |american )*option|\bfxo\b|\b[A-Z]{3} (?:call|put)\s*[/,]?\s*[A-Z]{3} (?:put|call)\b|\b(?:call|put) [A-Z]{3}\s*[/,]\s*(?:put|call) [A-Z]{3}\b|option\W+(?:on\s+)?(?:currency|foreign exchange|fx)|devisenoption|w[äa]hrungsoption|option de change|opci[óo]n (?:de|sobre) divisas?|opzione (?:su|in) (?:cambi|valut|divis)/i,
  ],
  terms: TERMS,
  phrases: PHRASES,
  required: [
    'trade_date',
    'seller',
    'buyer',
    'call_currency',
    'call_amount',
    'put_currency',
    'put_amount',
    'strike_price',
    'expiry_date',
  ],
  counterparts: [['seller', 'buyer']],
  read(reading) {
    const { found, entries, prose, context } = reading;
    readRight(reading);
    readDeed(reading);
    // `EUR amount` and `NOK amount` where the type says which of them is put and which called.
    for (const [, currency = '', side = ''] of (found.get('option_type') ?? '').matchAll(/([A-Z]{3})_(PUT|CALL)/g)) {
      const [amountField, currencyField] =
        side === 'PUT' ? (['put_amount', 'put_currency'] as const) : (['call_amount', 'call_currency'] as const);
      const entry = entries.find(({ label }) => new RegExp(`^${currency} (?:amount|notional)\\s*:?$`, 'i').test(label));
      if (!entry || found.get(amountField) !== undefined) continue;
      const reading = read.amount(amountField, currencyField)(`${currency} ${entry.value}`, context);
      if (reading.kind !== 'fields') continue;
      found.add(amountField, reading.fields[amountField] ?? '', entry);
      found.add(currencyField, currency, entry);
    }
    readBelowHeadings(found, entries, context);
    readStyleOfType(found);
    readOptionTo(found, prose, context);
    readOptionAmounts(found, prose, context);
    readAmountsOfType(reading);
    readBarrierOfLabel(reading);
    inferOptionType(found);
  },
};

/** Amounts that are called put and call say what the option is of. */
function inferOptionType(found: ProductReading['found']): void {
  const [call, put] = [found.get('call_currency'), found.get('put_currency')];
  if (found.get('option_type') !== undefined || found.unclear.has('option_type') || !call || !put || call === put)
    return;
  found.infer('option_type', `${call}_CALL_${put}_PUT`, `the ${call} amount is called and the ${put} amount is put`);
}

/** `Amount` below `Premium`, `Level` below `Knock-out`: the heading is the first half of the label. */
function readBelowHeadings(
  found: ProductReading['found'],
  entries: ProductReading['entries'],
  context: ProductReading['context'],
): void {
  for (const entry of entries) {
    if (entry.section === '' || entry.section.length > LONGEST_HEADING) continue;
    const label = canonicalLabel(`${entry.section} ${entry.label}`);
    const term = TERMS.find(({ labels }) => labels.includes(label));
    const [field] = term?.read.gives ?? [];
    if (!term || field === undefined || found.get(field) !== undefined) continue;
    const reading = term.read(entry.value, context);
    if (reading.kind === 'unread') found.leaveUnread(reading, entry);
    if (reading.kind !== 'fields') continue;
    for (const [name, value] of Object.entries(reading.fields) as [TradeField, string][])
      found.add(name, value, entry, 0.9);
  }
}
const LONGEST_HEADING = 20;

/** `European EUR put / PLN call`: the style stands with the type. */
function readStyleOfType(found: ProductReading['found']): void {
  const evidence = found.evidence.option_type;
  const style = evidence && readOptionStyle(evidence.literal);
  if (!evidence || style === undefined || found.get('option_style') !== undefined) return;
  found.add('option_style', style, { ...evidence, value: evidence.literal }, 0.9);
}
