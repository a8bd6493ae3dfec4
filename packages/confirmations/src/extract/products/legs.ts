import type { TradeField } from '@trade-matching/domain';
import * as read from '../values/readers.ts';
import { readBusinessCenters, readBusinessDayConvention, readDayCount, readFrequency } from '../values/terms.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { legLabels, list, type Term, words } from '../vocabulary/term.ts';

export const DAY_COUNT = list(`
    day count | day count fraction | basis | daycount | day count basis | day count convention | dcf |
    basis for day count | accrual basis | interest basis | accrual day count | day basis | day count method |
    daycount fraction | interest day count | day count for interest | dcc | accrual method | accrual convention | caplet basis | interest calculation basis | interest accrual | calculation basis | accrual | year basis | calculation method | interest calculation | interest calculation method
  `);
export const FREQUENCY = list(`
    payment frequency | frequency | freq | payment dates | payer payment dates | period | pay frequency |
    payment period | period end dates | payments | coupon frequency | interest payment frequency |
    interest frequency | pay periods | paid | payable | interest period | calculation periods |
    payment dates frequency | roll frequency | calculation period frequency | payment interval |
    interest payment dates | settlement frequency | period ends | calculation period | payment schedule | caplet payment frequency | interest settlement | pay period | coupon period | settlement | interest due | coupon paid | payment cycle | pay freq | coupon freq |
    payment period frequency | payment | when | periodicity | payment periodicity | interest periodicity | paid every | payment every | interest payment | interest paid | interest payable | coupon payments
  `);
export const PAYER = list(`
    payer | leg payer | rate payer | amount payer | payor | paid by | rate payor | pays | party |
    paying party | paid by party | obligor | amount payable by | pays party | payment by | payable by | due from | to be paid by | owed by
  `);
const FIRST_PAYMENT = list(`
    first payment date | first payment | first coupon date | first payment on | first interest payment date |
    initial payment date | first pay date | initial coupon date | first interest settlement | first settlement | first settlement date | first interest date | initial pay date | first premium date | first payer payment date | first coupon
  `);
const FINAL_PAYMENT = list(`
    final payment date | last payment date | last regular payment date | final payment | last payment |
    final coupon date | final interest payment date | last coupon date | last payer payment date |
    final payer payment date | last pay date | maturity coupon paid on | maturity coupon date | final settlement | final settlement date | last interest date | last settlement date | final pay date
  `);
const INDEX = list(`
    rate option | rate index | index | floating rate option | floating rate | floating rate index | rate |
    reference rate | benchmark | rate source | rate index | floating index | interest rate index | index name |
    index rate | variable rate | underlying rate | benchmark rate | relevant rate | interest rate benchmark |
    rate basis | base rate | floating rate basis | rate source | variable interest rate | market rate | index rate | rate or index | index or rate | floating benchmark | floating rate benchmark
  `);
const TENOR = list(`
    designated maturity | tenor | index tenor | rate tenor | index maturity | index term | rate maturity |
    index period | period of index | tenor of index | rate period | designated maturity of index |
    maturity of index | floating rate maturity | index designated maturity | libor tenor | floating index tenor
  `);
const SPREAD = list(`
    spread | margin | floating spread | floating rate spread | spread margin | floating rate margin |
    spread over index | floating leg spread | floating leg margin | spread margin | spread over |
    margin over index | margin over floating rate | index spread | spread over floating rate | plus minus spread |
    spread on floating rate | margin on floating rate | rate spread | credit spread on floating | add on |
    spread to index | margin spread | mark up | markup | surcharge | spread over benchmark | margin over | premium over index | additional margin | spread or margin
  `);

const DAY_COUNT_WORDS = words(
  '\\bday count\\b|\\bbasis\\b|\\baccrual\\b|\\bday basis',
  'point|points|spread|start|date|period|convention date',
);
const FREQUENCY_WORDS = words(
  '\\bfrequency\\b|\\b(?:payment|coupon|interest|calculation|settlement|premium) (?:period|interval|date)\\b|\\binterest payment\\b|\\bpremium payment\\b|\\bpayable$|^paid$|\\bpaid (?:how|every)',
  'reset|compounding|fixing|first|final|last|initial|lag|delay|convention|business|amount|account|by|notice|early',
);
const PAYER_WORDS = words(
  '\\bpayer$|^payer\\b|\\b(?:paid|payable) by$|\\bpaying party\\b|\\bpayer party\\b',
  'date|frequency|option|reference|account|premium',
);
const SPREAD_WORDS = words('\\bspread\\b|\\bmargin\\b', 'compounding|treatment|call|initial|variation');
const TENOR_WORDS = words(
  '\\btenor\\b|\\bdesignated maturity\\b|\\bindex (?:maturity|term)\\b|\\brate maturity\\b',
  'swap|trade',
);
const INDEX_WORDS = words(
  '\\breference rate$|\\bbenchmark$|\\bfloating rate$|\\brate option$|\\brate index$|\\bfloating index$|\\bvariable rate$|\\bindex rate$|\\brate source$',
  'payer|spread|margin|over|initial|first|stub|fallback|cap|floor|commodity|tenor|maturity|settlement|fixing|spot|exchange',
);
const FIXED_RATE_WORDS = words(
  '\\brate$|\\bcoupon$|\\binterest rate$',
  'option|index|reference|reset|exchange|default|settlement|floating|tax|recovery',
);
const NOTIONAL_WORDS = words(
  '\\bnotional\\b|\\bprincipal amount\\b|\\bcalculation amount\\b|\\bprotection amount\\b',
  'exchange|quantity|volume|schedule|reference|date|type|reset|currency|threshold|outstanding|previous|collateral|per period',
);

function legTerm(
  leg: 'fixed' | 'floating',
  labels: readonly string[],
  reader: read.ValueReader,
  pattern?: RegExp,
): Term[] {
  return [
    { labels: legLabels(leg, labels), read: reader },
    { labels, leg, read: reader, ...(pattern ? { pattern } : {}) },
  ];
}

const BUSINESS_DAYS = /^(\p{Lu}.{1,60}?) (?:business|banking|working) days?$/u;

const DAY_OF_MONTH =
  /^(?:on the|el día|le|il|am|jeweils am|zum)?\s*\d{1,2}(?:st|nd|rd|th|\.)?(?: day)?(?: of (?:each|the) month)?$/i;

/** `quarterly, Act/360, modified following, New York business days`: all of how a leg is paid, if every part is of it. */
function paymentTerms(value: string, leg: 'fixed' | 'floating'): Partial<Record<TradeField, string>> | undefined {
  const parts = value.split(/,\s+/);
  const [often = '', ...rest] = parts;
  const frequency = readFrequency(often);
  if (frequency === undefined || /\d/.test(often) || rest.length === 0) return undefined;
  const terms: Partial<Record<TradeField, string>> = { [`${leg}_payment_frequency`]: frequency };
  for (const part of rest) {
    const places = BUSINESS_DAYS.exec(part)?.[1];
    const dayCount = readDayCount(part);
    const convention = readBusinessDayConvention(part);
    if (places !== undefined) terms.business_centers = readBusinessCenters(places) ?? places;
    else if (dayCount !== undefined) terms[`${leg}_day_count`] = dayCount;
    else if (convention !== undefined) terms.business_day_convention = convention;
    // `mensuales, el día 15, …`: the day stays beside the value, to be compared as it is printed.
    else if (!DAY_OF_MONTH.test(part)) return undefined;
  }
  return terms;
}

/** How often a leg is paid, with the day count that some print behind it: `quarterly, Actual/365 (Fixed)`. */
export const frequencyOf = (leg: 'fixed' | 'floating'): read.ValueReader =>
  read.reader(
    [`${leg}_payment_frequency`, `${leg}_day_count`, 'business_day_convention', 'business_centers'],
    (value) => {
      if (read.isDoubtful(`${leg}_payment_frequency`, value))
        return read.unread(`${leg}_payment_frequency`, 'UNREAD_VALUE', read.WHY.not);
      const frequency = readFrequency(value);
      const all = frequency === undefined ? undefined : paymentTerms(value, leg);
      if (all) return read.fields(all);
      return frequency === undefined
        ? read.fields({})
        : read.fields({ [`${leg}_payment_frequency`]: frequency, [`${leg}_day_count`]: readDayCount(value) });
    },
  );

/** A tenor beside no leg is the trade's where no rate has one as long: `Tenor: 7Y`. */
const ofAnIndex = read.reader(['designated_maturity'], (value, context) => {
  const reading = read.tenor('designated_maturity')(value, context);
  const [, count = '', unit] =
    /^(\d+)([DWMY])$/.exec((reading.kind === 'fields' && reading.fields.designated_maturity) || '') ?? [];
  const isLong = (unit === 'Y' && Number(count) > 1) || (unit === 'M' && Number(count) > 12);
  return isLong ? { kind: 'nothing' } : reading;
});

const takenOff = read.reader(['spread_bps'], (value, context) => {
  const reading = read.spread('spread_bps')(value, context);
  const spread = reading.kind === 'fields' ? reading.fields.spread_bps : undefined;
  return spread === undefined || spread === '0' || spread.startsWith('-')
    ? reading
    : read.fields({ spread_bps: `-${spread}` });
});

/** The floating leg of an interest rate swap and of an equity swap. */
/** `Reference: 6-month EURIBOR` among a floating leg's rows. */
const reference = read.reader(['floating_rate_index', 'designated_maturity', 'spread_bps'], (value, context) =>
  FLOATING_INDEX.test(value) ? read.index('floating_rate_index')(value, context) : read.fields({}),
);

export const FLOATING_LEG_TERMS: readonly Term[] = [
  { labels: ['reference'], leg: 'floating', read: reference },
  {
    labels: list(`
        party paying floating | party paying floating rate | party paying floating amount |
        floating rate paid by | floating leg paid by | floating paid by | floating payable by |
        floating rate payable by | floating amount payable by | pays floating | floating paying party |
        variable rate payer | payer of variable rate | payer floating | payer of floating |
        floating rate party | fixed rate receiver | receiver of fixed rate
      `),
    read: read.party('floating_rate_payer'),
    pattern: words('\\b(?:floating|variable)\\b.*\\b(?:due from|payable by|paid by|owed by)$'),
  },
  ...legTerm('floating', TENOR, read.tenor('designated_maturity')),
  ...legTerm('floating', SPREAD, read.spread('spread_bps')),
  {
    // `Abschlag: 0,08 %`: what is taken off.
    labels: ['abschlag', 'discount', 'discount to index', 'discount margin', 'abzug', 'decote', 'descuento', 'sconto'],
    read: takenOff,
  },
  ...legTerm('floating', DAY_COUNT, read.dayCount('floating_day_count'), DAY_COUNT_WORDS),
  ...legTerm('floating', FREQUENCY, frequencyOf('floating'), FREQUENCY_WORDS),
  {
    labels: ['floating interest payment', 'floating rate settlement', 'floating settlement'],
    read: read.frequencyAndDayCount('floating_payment_frequency', 'floating_day_count'),
  },
  ...legTerm('floating', PAYER, read.party('floating_rate_payer'), PAYER_WORDS),
  ...legTerm('floating', FIRST_PAYMENT, read.date('floating_first_payment_date')),
  ...legTerm('floating', FINAL_PAYMENT, read.date('floating_final_payment_date')),
  { labels: INDEX, leg: 'floating', read: read.index('floating_rate_index'), pattern: INDEX_WORDS },
  {
    labels: list(`
        floating rate option | floating rate index | floating rate | reference rate | floating interest rate |
        floating leg index | floating leg rate | floating index name | floating rate reference |
        interest rate index | floating leg reference rate | variable rate | floating rate benchmark |
        floating rate name | reference index | floating rate source | underlying index | benchmark |
        benchmark rate | reference interest rate | float rate | floating amount rate option | index |
        floating leg floating rate option | relevant floating rate | floating amount index |
        floating payer rate option | floating option | rate option | float index | floating index | flt index |
        index name | rate index | floating benchmark | floating reference rate | index rate | financing | funding | floating leg financing
      `),
    read: read.index('floating_rate_index'),
    pattern: INDEX_WORDS,
  },
  {
    labels: [...TENOR, 'float tenor', 'floating tenor'],
    read: ofAnIndex,
    pattern: TENOR_WORDS,
  },
  {
    labels: [...SPREAD, 'float spread', 'flt spread', 'floating margin'],
    read: read.spread('spread_bps'),
    pattern: SPREAD_WORDS,
  },
];

export const FIXED_LEG_TERMS: readonly Term[] = [
  {
    labels: list(`
        party paying fixed | party paying fixed rate | party paying fixed amount | fixed rate paid by |
        fixed leg paid by | fixed paid by | fixed payable by | fixed rate payable by |
        fixed amount payable by | pays fixed | fixed paying party | payer fixed | payer of fixed |
        fixed rate party | floating rate receiver | receiver of floating rate
      `),
    read: read.party('fixed_rate_payer'),
    pattern: words('\\bfixed\\b.*\\b(?:due from|payable by|paid by|owed by)$'),
  },
  ...legTerm('fixed', DAY_COUNT, read.dayCount('fixed_day_count'), DAY_COUNT_WORDS),
  ...legTerm('fixed', FREQUENCY, frequencyOf('fixed'), FREQUENCY_WORDS),
  {
    labels: ['fixed interest payment', 'fixed rate settlement', 'fixed settlement'],
    read: read.frequencyAndDayCount('fixed_payment_frequency', 'fixed_day_count'),
  },
  ...legTerm('fixed', PAYER, read.party('fixed_rate_payer'), PAYER_WORDS),
  ...legTerm('fixed', FIRST_PAYMENT, read.date('fixed_first_payment_date')),
  ...legTerm('fixed', FINAL_PAYMENT, read.date('fixed_final_payment_date')),
  {
    labels: list(`
        fixed rate | fixed coupon | fixed interest rate | swap rate | fixed leg rate | fixed rate coupon |
        fixed coupon rate | fixed leg coupon | fixed leg fixed rate | fixed rate of interest | rate fixed leg |
        fixed amount rate | fixed rate or fixed amount | fixed rate payer rate | fixed payer rate |
        fixed rate percent | coupon rate | coupon | fixed coupon | fixed swap rate | agreed fixed rate | fixed leg interest rate
      `),
    read: read.percent('fixed_rate'),
  },
  {
    labels: list(`
        rate | rate index | index rate | coupon | interest rate | rate or index | amount | percentage |
        rate payable
      `),
    leg: 'fixed',
    read: read.percent('fixed_rate'),
    pattern: FIXED_RATE_WORDS,
  },
];

export const NOTIONAL_TERM: Term = {
  labels: list(`
      size | trade size | deal size | face value | face amount | notional amount | notional | swap principal | notional sum | contract amount | transaction notional |
      original notional | original notional amount | initial notional amount | initial notional | notional contract amount |
      base notional | reference amount | currency notional | notional currency and amount | currency and notional |
      currency principal | currency and initial notional amount | initial notional and currency | currency and amount | currency and principal amount | notional currency amount | fixed notional |
      floating notional | fixed notional amount | floating notional amount | fixed leg notional |
      floating leg notional | fixed leg notional amount | floating leg notional amount |
      fixed rate payer notional amount | floating rate payer notional amount | fixed calculation amount |
      floating calculation amount | fixed rate payer currency amount | floating rate payer currency amount |
      trade amount | aggregate notional amount | reference notional | swap amount | hedged amount | amount |
      notional principal | notional principal amount | principal amount | calculation amount | nominal |
      nominal amount | fixed rate payer calculation amount | floating rate payer calculation amount |
      notional value | currency and notional amount | currency notional amount | swap notional | principal
    `),
  read: read.amount('notional', 'currency'),
  pattern: NOTIONAL_WORDS,
};

export const CURRENCY_TERM: Term = {
  labels: list(`
        currency | trade currency | notional currency | currency of notional | contract currency |
        base currency | currency of notional amount | currency of transaction | currency of denomination
      `),
  read: read.currency('currency'),
};
