import * as read from '../values/readers.ts';
import {
  CURRENCY_TERM,
  DAY_COUNT,
  FIXED_LEG_TERMS,
  FLOATING_LEG_TERMS,
  FREQUENCY,
  NOTIONAL_TERM,
  PAYER,
} from './rates.ts';
import { list, type Term, words } from './term.ts';

/** In a credit default swap the floating rate payer is the seller of protection, the fixed rate payer its buyer. */
export const CREDIT_DEFAULT_SWAP_TERMS: readonly Term[] = [
  {
    labels: list(`
        seller | protection seller | floating rate payer | floating rate payer seller |
        credit protection seller | credit seller | seller of credit protection | party selling protection |
        floating rate payer protection seller | protection sold by | floating payer | floating amount payer |
        seller floating rate payer | protection provider | risk taker
      `),
    read: read.party('seller'),
    pattern: words('\\bprotection seller\\b|\\bsell(?:s|ing)? protection\\b|\\bprotection (?:sold|provided)\\b'),
  },
  {
    labels: list(`
        buyer | protection buyer | fixed rate payer | fixed rate payer buyer | credit protection buyer |
        buyer of credit protection | party buying protection | fixed rate payer protection buyer |
        protection bought by | fixed payer | fixed amount payer | buyer fixed rate payer
      `),
    read: read.party('buyer'),
    pattern: words('\\bprotection buyer\\b|\\bbuy(?:s|ing)? protection\\b|\\bprotection bought\\b'),
  },
  CURRENCY_TERM,
  { labels: PAYER, leg: 'fixed', read: read.party('buyer') },
  { labels: PAYER, leg: 'floating', read: read.party('seller') },
  {
    ...NOTIONAL_TERM,
    labels: [
      ...NOTIONAL_TERM.labels,
      'protected amount',
      'protection amount',
      'notional protection amount',
      'cds notional',
      'credit protection amount',
      'maximum protection amount',
    ],
  },
  {
    labels: list(`
        reference entity | ref entity | reference entity name | credit | reference credit | reference name |
        reference issuer | underlying credit | underlying reference entity | legal name of reference entity |
        credit reference entity | reference obligor | underlying entity
      `),
    read: read.text('reference_entity'),
    pattern: words(
      '\\breference (?:entity|credit|name|obligor|issuer)\\b|\\bunderlying (?:entity|credit)\\b',
      'obligation|date|notice|type|id|isin|cusip|lei|code',
    ),
  },
  {
    labels: list(`
        reference obligation | reference obligations | ref obligation | ref obligation id |
        reference obligation id | reference bond | standard reference obligation | obligation reference |
        reference obligation isin | reference obligation cusip | reference security |
        deliverable reference obligation
      `),
    read: read.obligation,
    pattern: words('\\breference (?:obligation|bond|security)\\b', 'date|maturity|coupon|type'),
  },
  {
    labels: list(`
        running coupon | coupon | fixed rate | deal spread | spread | premium rate | running spread |
        cds spread | coupon rate | fixed coupon | contractual spread | traded spread | running premium |
        cds premium | credit spread | spread premium | fixed rate payer fixed rate | rate | running rate |
        cds coupon | contract spread | trade spread | premium spread | premium | premium p a
      `),
    read: read.percent('fixed_rate'),
    pattern: words(
      '\\bcoupon\\b|\\bspread$|\\bfixed rate$|\\bpremium(?: rate| percent)?$',
      'payer|frequency|date|payment|payable|initial|upfront|up front',
    ),
  },
  {
    labels: list(`
        payment frequency | day count fraction payment frequency | premium payment frequency |
        premium frequency | coupon frequency | coupon payment frequency | frequency | payment dates |
        fixed rate payment frequency | coupon payment dates | spread payment frequency
      `),
    read: read.frequency('fixed_payment_frequency'),
    pattern: words(
      '\\bfrequency\\b|\\b(?:premium|coupon) (?:payment|payable|paid|date|period)\\b|\\bpremium payable\\b',
      'first|final|business|convention',
    ),
  },
  {
    labels: list(`
        day count | day count fraction | basis | accrual basis | premium day count | coupon day count |
        day count basis | accrual day count | daycount convention | day count convention |
        premium day count fraction | premium accrual basis | interest basis
      `),
    read: read.dayCount('fixed_day_count'),
  },
  ...FIXED_LEG_TERMS,
];

export const EQUITY_SWAP_TERMS: readonly Term[] = [
  {
    labels: list(`
        index | underlying index | underlier | shares | share | underlying | equity underlier |
        underlying share | reference index | underlying asset | basket | reference asset | reference equity |
        underlying equity | underlying shares | underlying stock | equity index | index share |
        underlying security | reference share | underlying instrument | equity | reference underlying |
        reference security | equity underlying | underlying basket | index name | equity reference | stock |
        reference stock
      `),
    read: read.text('underlier'),
    pattern: words(
      '\\bunderl\\w+|\\breference (?:asset|index|share|equity|stock)\\b',
      'rate|price|level|currency|exchange|type|payer|tenor|floating|number',
    ),
  },
  {
    labels: list(`
        equity amount payer | equity payer | equity leg payer | equity amounts payer | equity amount payor |
        payer of equity amount | party paying equity | equity performance payer | equity return payer |
        performance payer | payer of equity return | equity leg payor | total return payer |
        equity amount paid by | return payer | equity leg paid by | price return payer
      `),
    read: read.party('equity_amount_payer'),
    pattern: words('\\bequity\\b.*\\b(?:payer|paid by|payable by)\\b|\\b(?:performance|return) payer\\b'),
  },
  {
    labels: ['payer', 'amount payer', 'paid by', 'pays', 'paying party', 'leg payer', 'payable by', 'payor', 'party'],
    leg: 'equity',
    read: read.party('equity_amount_payer'),
  },
  {
    labels: [
      'equity notional amount',
      'equity notional',
      'initial equity notional amount',
      'initial equity notional',
      'equity notional value',
      'equity leg notional',
      'equity leg notional amount',
      'equity amount notional',
      'initial notional amount',
      ...NOTIONAL_TERM.labels,
    ],
    read: read.amount('notional', 'currency'),
  },
  {
    labels: list(`
        initial price | initial level | initial index level | initial share price | strike level |
        initial reference price | reference price initial | initial equity price | initial stock price |
        initial underlier price | equity initial price | initial index price | index initial level |
        starting price | start price | initial value | initial fixing | initial share level | strike price |
        initial equity level | starting level | initial reference level | initial underlying price |
        reference level
      `),
    read: read.price('initial_price'),
    pattern: words(
      '\\binitial\\b.*\\b(?:price|level|value|fixing)\\b|\\b(?:inception|start)\\b.*\\b(?:price|level)\\b|\\b(?:price|level)\\b.*\\b(?:inception|start)\\b',
      'date|exchange|notional|rate',
    ),
  },
  {
    labels: list(`
        type of return | return type | equity return | return | equity return type | performance type |
        total return or price return | index return type | type of equity return
      `),
    read: read.returnType('return_type'),
    pattern: words('\\breturn\\b.*\\btype\\b|\\btype\\b.*\\breturn\\b|\\bperformance type\\b|^return$'),
  },
  ...FLOATING_LEG_TERMS,
  // An equity leg has no day count, spread or index: without a heading they are the floating leg's.
  { labels: DAY_COUNT, read: read.dayCount('floating_day_count') },
  { labels: FREQUENCY, read: read.frequency('floating_payment_frequency') },
  CURRENCY_TERM,
];

export const COMMODITY_SWAP_TERMS: readonly Term[] = [
  CURRENCY_TERM,
  {
    labels: list(`
        commodity | product grade | product traded | traded product | underlying commodity | product underlying | underlying | commodity type | commodity name |
        underlier | relevant commodity | commodity grade | contract commodity | energy commodity |
        physical commodity | commodity underlying | underlying product
      `),
    read: read.text('commodity'),
  },
  {
    labels: list(`
        total notional quantity | total volume | total quantity | aggregate quantity |
        contract quantity | aggregate notional quantity | total contract quantity | total contract volume |
        overall quantity | aggregate volume | total notional volume | total quantity contracted |
        notional total quantity | quantity total | contract volume | contract total quantity | notional volume total
      `),
    read: read.quantity('quantity', 'unit_of_measure'),
    pattern: words(
      '\\b(?:total|aggregate|overall)\\b.*\\b(?:quantity|volume)\\b|\\b(?:quantity|volume)\\b.*\\b(?:total|aggregate)\\b|^(?:notional |contract )?(?:quantity|volume)$',
    ),
  },
  {
    labels: list(`
        quantity per period | notional quantity per calculation period | notional quantity per calculation | quantity per calculation period |
        volume per period | monthly quantity | quantity per month | monthly volume | units per period |
        quantity unit per period | monthly notional quantity | notional quantity per month | period quantity |
        volume per month | notional quantity per period | quantity per calculation period |
        quantity each period | per period quantity | calculation period quantity |
        quantity per determination period | monthly contract quantity |
        notional quantity per determination period | quantity per delivery period | monthly units |
        units per month
      `),
    read: read.quantity('quantity_per_period'),
    pattern: words(
      '\\b(?:quantity|volume|unit)s?\\b.*\\b(?:per|each|period|month|monthly)\\b|\\b(?:monthly|periodic)\\b.*\\b(?:quantity|volume)\\b',
    ),
  },
  {
    labels: list(`
        fixed price payer | fixed payer | fixed amount payer | payer of fixed price | party paying fixed |
        party paying fixed price | fixed price payor | fixed price buyer | fixed leg payer |
        fixed price paid by | buyer | party paying the fixed price
      `),
    read: read.party('fixed_price_payer'),
    pattern: words('\\bfixed\\b.*\\b(?:payer|paid by|payable by|paying party)\\b|\\bpayer\\b.*\\bfixed\\b'),
  },
  {
    labels: list(`
        fixed price | contract price | swap price | fixed contract price | fixed swap price |
        agreed fixed price | price fixed | fixed price per unit | contract fixed price | fixed unit price |
        fixed leg price
      `),
    read: read.price('fixed_price', 'currency'),
    pattern: words('\\bfixed\\b.*\\bprice\\b|\\bcontract price\\b', 'payer|paid|floating|date|reference'),
  },
  {
    labels: list(`
        floating price payer | float payer | floating payer | floating amount payer | payer of floating price |
        party paying floating | party paying floating price | floating price payor | floating leg payer |
        floating price paid by | seller | party paying the floating price | float price payer
      `),
    read: read.party('floating_price_payer'),
    pattern: words('\\bfloating\\b.*\\b(?:payer|paid by|payable by|paying party)\\b|\\bpayer\\b.*\\bfloating\\b'),
  },
  { labels: ['price', 'price per unit', 'unit price'], leg: 'fixed', read: read.price('fixed_price', 'currency') },
  { labels: ['price', 'pricing', 'price reference'], leg: 'floating', read: read.index('commodity_reference_price') },
  {
    labels: ['payer', 'paid by', 'pays', 'paying party', 'leg payer', 'payable by', 'price payer', 'party'],
    leg: 'fixed',
    read: read.party('fixed_price_payer'),
  },
  {
    labels: ['payer', 'paid by', 'pays', 'paying party', 'leg payer', 'payable by', 'price payer', 'party'],
    leg: 'floating',
    read: read.party('floating_price_payer'),
  },
  {
    labels: list(`
        commodity reference price | reference price | floating price reference | pricing source |
        floating price index | floating reference price | reference price source | floating price option |
        price reference | price index | pricing index | commodity reference | index |
        reference commodity price | floating index | commodity price reference | price source index |
        floating price source | floating leg reference price | commodity reference price index | benchmark |
        pricing reference
      `),
    read: read.index('commodity_reference_price'),
    pattern: words(
      '\\breference price\\b|\\bprice (?:source|index|reference)\\b|\\bpricing (?:index|source|reference)\\b',
      'specified|date|payer|initial',
    ),
  },
];
