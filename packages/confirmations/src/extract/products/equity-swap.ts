import * as read from '../values/readers.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition } from './definition.ts';
import { CURRENCY_TERM, DAY_COUNT, FLOATING_LEG_TERMS, FREQUENCY, NOTIONAL_TERM } from './legs.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';

/** Whole numbers only: each group of figures has three. */
const SHARES_OF =
  /^(\d{1,3}(?:[,.'’\s]\d{3})*|\d+)\s+(?:(?:registered|ordinary|common|bearer|preferred|class [A-Z])\s+)*shares\s+(?:of|in)\s+(.+?)(?:,?\s+listed on\s.*)?$/i;
const NAMES_A_RETURN = /\b(?:total|price) return\b/i;
const namedReturn = read.reader(['return_type'], (value, context) =>
  NAMES_A_RETURN.test(value) ? read.returnType('return_type')(value, context) : { kind: 'nothing' },
);
const namedIndex = read.reader(['floating_rate_index', 'designated_maturity', 'spread_bps'], (value, context) =>
  FLOATING_INDEX.test(value) ? read.index('floating_rate_index')(value, context) : { kind: 'nothing' },
);

const TERMS: readonly Term[] = [
  {
    // `40,000 registered shares of Vall SA, ISIN CH…, listed on …`: how many, and of what.
    labels: list('underlying | shares | underlying shares | underlier | reference shares | underlying asset'),
    read: read.reader(['underlier', 'number_of_shares'], (value, context) => {
      const [, number = '', name = ''] = SHARES_OF.exec(value.trim()) ?? [];
      const digits = number.replace(/[,.'’\s]/g, '');
      return name === ''
        ? read.nameOfThing('underlier')(value, context)
        : read.fields({ number_of_shares: digits, underlier: name });
    }),
  },
  {
    labels: list(`
        index | underlying index | underlier | shares | share | underlying | equity underlier |
        underlying share | reference index | underlying asset | basket | reference asset | reference equity |
        underlying equity | underlying shares | underlying stock | equity index | index share |
        underlying security | reference share | security | underlying title | reference title | underlying instrument | equity | reference underlying |
        reference security | equity underlying | underlying basket | index name | equity reference | stock |
        reference stock
      `),
    read: read.nameOfThing('underlier'),
    pattern: words(
      '\\bunderl\\w+|\\breference (?:asset|index|share|equity|stock)\\b',
      'rate|price|level|currency|exchange|type|payer|tenor|floating|number',
    ),
  },
  {
    labels: list(`
        equity amount payer | equity payer | equity leg payer | equity amounts payer | equity amount payor |
        payer of equity amount | party paying equity | equity performance payer | equity return payer |
        performance payer | payer of equity return | performance paid by | equity performance amount payer | return paid by | total return paid by | equity return paid by | short party | equity seller | equity leg payor | total return payer |
        pays equity performance | pays equity | pays equity return | pays performance | equity performance paid by |
        equity amount paid by | return payer | equity leg paid by | price return payer
      `),
    read: read.party('equity_amount_payer'),
    pattern: words('\\bequity\\b.*\\b(?:payer|paid by|payable by|due from)\\b|\\b(?:performance|return) payer\\b'),
  },
  {
    labels: list(
      'equity amount receiver | equity receiver | performance receiver | total return receiver | equity return receiver | return receiver',
    ),
    read: read.otherParty('equity_amount_payer'),
  },
  {
    // `Ref: MB-EQ-0902` below `EQUITY SWAP`: a reference of the trade, no name.
    labels: ['reference', 'name', 'ref'],
    leg: 'equity',
    read: read.reader(['underlier'], (value, context) =>
      /^(?=\S*\d)[A-Z\d./-]+$/.test(value.trim()) ? read.fields({}) : read.nameOfThing('underlier')(value, context),
    ),
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
      'exposure',
      'opening exposure',
      'initial exposure',
      'equity exposure',
      'opening notional',
      'opening value',
      'opening amount',
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
        reference level | reference price | opening index level | opening level | opening price | opening share price | entry price | entry level | entry fixing | init px | initial px | entry price per share | start level | strike px | price at inception | initial price per share | initial equity fixing | reference price at start | initial execution price | execution price
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
        total return or price return | index return type | type of equity return | performance
      `),
    read: read.returnType('return_type'),
    pattern: words('\\breturn\\b.*\\btype\\b|\\btype\\b.*\\breturn\\b|\\bperformance type\\b|^return$'),
  },
  {
    labels: list(`
        number of shares | share quantity | quantity of shares | shares number | number of units | number of index units | index units | units | quantity |
        number of share | no of shares | share amount | nbr shs | shs | shares quantity | number of securities | securities quantity | nbr of shares | no shs | share count | shares count | number of titles | quantity of securities | initial number of shares | number of baskets | anzahl aktien
      `),
    read: read.shares('number_of_shares'),
    pattern: words('\\bnumber share\\b|\\bshare number\\b|\\bnumber of (?:share|unit)s?\\b|\\bshare quantity\\b'),
  },
  // `Amount` in a leg's column: what the leg pays, where it says so and is no sum.
  { labels: ['amount', 'payout', 'pays', 'return', 'reference'], leg: 'floating', read: namedIndex },
  { labels: ['rate', 'interest rate', 'interest reference'], read: namedIndex },
  { labels: ['amount', 'payout', 'basis', 'kind', 'rate'], leg: 'equity', read: namedReturn },
  { labels: ['basis', 'kind'], leg: 'floating', read: namedIndex },
  ...FLOATING_LEG_TERMS,
  // An equity leg has no day count, spread or index: without a heading they are the floating leg's.
  { labels: DAY_COUNT, read: read.dayCount('floating_day_count') },
  { labels: FREQUENCY, read: read.frequency('floating_payment_frequency') },
  CURRENCY_TERM,
];

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  ...SWAP_PHRASES,
  {
    pattern: /\b(?:in|for) an (?:notional |principal )?amount of ((?:[A-Z]{3}|US\$|€|£) ?\d.{0,30})/,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern:
      /\b(?:equity swap\b[^.;]{0,90}? (?:on|over|referencing|linked to)|underl(?:ying|ier)(?: index| shares?)? (?:is|being)) (?:the )?([A-Z][\p{L}\d&'’. -]{2,60}?(?:Index|[Ss]hares? of [A-Z][\p{L}\d&'’. -]{2,40}|AG|plc|Inc\.?|SA|SE|ASA|NV|Corporation)(?: \((?!the )[^)]{2,20}\))?)(?=[.,;]|\s)/u,
    gives: 'underlier',
    read: read.text('underlier'),
  },
  {
    // `on 80,000 ordinary shares of Northwind Turbines plc (ISIN GB00B1122334)`.
    pattern: /\b(?:on|over|for) (\d[\d.,'’]*\d) (?:ordinary |common |registered )?shares\b/i,
    gives: 'number_of_shares',
    read: read.shares('number_of_shares'),
  },
  {
    pattern:
      /\b\d[\d.,'’]*\d (?:ordinary |common |registered )?shares (?:of|in) (?:the )?(\p{Lu}[\p{L}\d&.'’ -]{2,50}?(?: \((?:ISIN )?[A-Z]{2}[A-Z0-9]{9}\d\)))/u,
    gives: 'underlier',
    read: read.text('underlier'),
  },
  {
    pattern: /\b((?:total|price) return) (?:basis|of|(?:(?:equity|index|share) )?swap)\b/i,
    gives: 'return_type',
    read: read.returnType('return_type'),
  },
];

export const equitySwap: ProductDefinition = {
  names: [
    /(?:equity|(?<!overnight\s)index|share|stock|total return)\s+(?:[\w/-]+\s+){0,3}swap|equity (?:derivative )?transaction|aktien(?:index)?-?swap|\bindex-?swap auf aktien|swap (?:sur|de|d['’]) ?(?:actions?|indices? boursiers?|indice)\b|swap (?:de|sobre) (?:acciones|índices? bursátil)|swap azionario/i,
  ],
  terms: TERMS,
  phrases: PHRASES,
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'underlier',
    'equity_amount_payer',
    'notional',
    'currency',
  ],
  legPayers: { equity: 'equity_amount_payer', floating: 'floating_rate_payer' },
};
