import { otherSide } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import * as read from '../values/readers.ts';
import { WHY } from '../values/reading.ts';
import { restructuringCode } from '../values/word-readers.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition, ProductReading } from './definition.ts';
import { CURRENCY_TERM, FIXED_LEG_TERMS, NOTIONAL_TERM, PAYER } from './legs.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';
import { readFeeAtStart, readUpfrontActor, readUpfrontSentence, UPFRONT_PHRASES, UPFRONT_TERMS } from './upfront.ts';

const TERMS: readonly Term[] = [
  {
    labels: list(`
        seller | protection seller | floating rate payer | floating rate payer seller |
        credit protection seller | credit seller | seller of credit protection | party selling protection |
        floating rate payer protection seller | protection sold by | sold by | floating payer | floating amount payer |
        seller floating rate payer | protection provider | risk taker
      `),
    read: read.party('seller'),
    pattern: words('\\bprotection seller\\b|\\bsell(?:s|ing)? protection\\b|\\bprotection (?:sold|provided)\\b'),
  },
  {
    labels: list(`
        buyer | protection buyer | fixed rate payer | fixed rate payer buyer | credit protection buyer |
        buyer of credit protection | party buying protection | fixed rate payer protection buyer |
        protection bought by | bought by | premium payer | payer of premium | premium paid by | fixed payer | fixed amount payer | buyer fixed rate payer
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
      'maximum amount',
      'amount of protection',
      'cover amount',
      'protected notional',
    ],
  },
  {
    labels: list(`
        name | entity | underlying name | reference entity | ref entity | ref ent | reference entity name | credit | reference credit | reference name | name of obligor | obligor name | credit name | issuer referenced | referenced issuer | name covered | covered entity | protected name | debtor |
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
        bond | ref ob | reference ob | reference asset | obligation referenced | referenced obligation | underlying obligation | underlying bond | isin of reference obligation | reference obligation | reference obligations | ref obligation | ref obligation id |
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
        cds coupon | contract spread | protection fee rate | protection fee | protection premium | fee rate | fixed coupon rate | premium rate p a | running fee | trade spread | premium spread | premium | premium p a
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
        fixed rate payment frequency | coupon payment dates | spread payment frequency |
        premium dates | premium payment dates | payable | paid | payments
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
  ...UPFRONT_TERMS,
  {
    labels: list(
      'restructuring | restructuring type | doc clause | restructuring clause | documentation clause | docs clause | restructuring credit event | restructuring treatment | restructuring credit event applies | restructuring applies | r clause | restructuring convention | restructuring terms | contractual definition supplement | restructuring election',
    ),
    read: read.restructuring,
  },
  {
    labels: list('index series | series | index series number | annex series'),
    read: read.seriesNumber('index_series'),
  },
  {
    labels: list('index version | version | annex version | index annex version'),
    read: read.seriesNumber('index_version'),
  },
  {
    labels: list('index | index name | credit index | cds index | reference index | index traded | underlying index'),
    read: read.creditIndex,
  },
];

/** `Name: Lambton Paper plc`, which is neither party. */
const A_NAME = read.reader(['reference_entity'], (value, context) =>
  context.party(value) === undefined ? read.nameOfThing('reference_entity')(value, context) : read.fields({}),
);

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  {
    // `bought from you protection on X for EUR 5,000,000 from 7 June`.
    pattern:
      /\bprotection on (?:(?!\.\s)[^;]){3,140}? for ((?:[A-Z]{3}|US\$|[$€£]) ?\d[\d.,'’]*\d(?: (?:million|billion))?)/,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern: /\bprotection on (?:(?!\.\s)[^;]){3,220}? at (\d[\d.,'’]*\s?(?:%|per cent\.?)) (?:per annum|p\.a\.)/,
    gives: 'fixed_rate',
    read: read.percent('fixed_rate'),
  },
  ...SWAP_PHRASES,
  ...UPFRONT_PHRASES,
  {
    pattern: /\b(?:in|for) an (?:notional |principal )?amount of ((?:[A-Z]{3}|US\$|€|£) ?\d.{0,30})/,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern:
      /\b[Pp]rotection\b(?:[^.;]{0,80}?),? (?:on|in respect of) (\p{Lu}[^;(,]{2,60}?(?:\b(?:Inc|Ltd|Co|Corp)\.(?=\s)|(?=\s*[;(,]|\.\s)))/u,
    gives: 'reference_entity',
    read: read.text('reference_entity'),
  },
  {
    pattern: /\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'fixed_payment_frequency',
    read: read.frequency('fixed_payment_frequency'),
  },
  {
    // `The reference obligation is 4.125% Senior Notes due 15 March 2030, ISIN XS2210457714.`
    pattern: /\b[Rr]eference obligation (?:is|being) (?:the )?[^;]{3,90}?\b(?:ISIN|CUSIP):? ([A-Z0-9]{9,12})\b/,
    gives: 'reference_obligation',
    read: read.text('reference_obligation'),
  },
  {
    // `a fixed rate of 100bp p.a., quarterly on 20 Mar / …, act/360`: how often, and by which days.
    pattern:
      /\bfixed rate of \d[\d.,'’]*\s?(?:%|bps?|per cent\.?|basis points)(?: p\.?\s?a\.?| per annum)?, ((?:semi-?|half-?)?(?:quarterly|annually|monthly|yearly)\b)/i,
    gives: 'fixed_payment_frequency',
    read: read.frequency('fixed_payment_frequency'),
  },
  {
    pattern: /\bfixed rate of \d[^;]{0,120}?, ((?:act(?:ual)?|30e?)\/(?:360|365(?: fixed| \(fixed\))?|act(?:ual)?))\b/i,
    gives: 'fixed_day_count',
    read: read.dayCount('fixed_day_count'),
  },
  {
    pattern:
      /\breference obligation (?:is |being )?(?:the )?((?:ISIN|CUSIP):?\s+[A-Z0-9]{9,12}|[A-Z]{2}[A-Z0-9]{9}\d)\b/i,
    gives: 'reference_obligation',
    read: read.text('reference_obligation'),
  },
];

const RESTRUCTURING = /restructuring|umschuldung/i;
/** `Bankruptcy, Failure to Pay (no Restructuring)`. */
const WITHOUT =
  /\brestructuring does not apply\b|\brestructuring (?:is not|shall not be) a credit event\b|\b(?:no|not|without|excluding|excl\.?|ex|ohne|keine|sans|hors|sin|senza)\s+(?:restructuring|umschuldung|restructuration|reestructuraci[oó]n|ristrutturazione)\b/i;
const CLAUSE =
  /\brestructuring\s*(?:(?::|is)\s*(?:applicable\s*)?)?\(([^()]+)\)|\brestructuring\s*(?::|is)\s*((?:not )?applicable)\b(?!\s*\()|\brestructurati?on\s*\(clause\s*«?\s*([^»()]{3,50}?)\s*»?\s*applicable\)/i;

/** The document clause, in the list of credit events or by what they leave out. */
function readRestructuring({ found, entries, prose }: ProductReading): void {
  if (found.get('restructuring') !== undefined) return;
  const printed = entries.map(({ label, value }) => `${label} ${value}`);
  // A credit event listed with its clause: `Restructuring (Mod Mod R)`.
  const clause = CLAUSE.exec([...printed, prose].join('\n'));
  const code = clause && restructuringCode(clause[1] ?? clause[2] ?? clause[3] ?? '');
  if (clause && code) {
    const entry = entries.find(({ label, value }) => `${label} ${value}`.includes(clause[0]));
    found.add('restructuring', code, entry ?? { page: 0, line: 0, label: 'text', value: clause[0] });
  }
  const without = entries.find(({ label, value }) => /credit event|kreditereignis/i.test(label) && WITHOUT.test(value));
  if (!code && without) found.add('restructuring', 'XR', without);
  // What a cell of credit events says of restructuring and nobody can read is no standard.
  const unread = entries.find(
    ({ label, value }) => /credit event/i.test(label) && /\brestructuring\s*(?:[:(]|is\b)/i.test(value),
  );
  if (!code && !without && unread) {
    found.leaveUnread({ kind: 'unread', field: 'restructuring', code: 'UNREAD_VALUE', why: WHY.none }, unread);
    return;
  }
  if (code || without || RESTRUCTURING.test(prose) || printed.some((line) => RESTRUCTURING.test(line))) return;
  // Credit events without restructuring: what others call XR.
  const events = entries.find(({ label }) => /^credit events?\s*:?$/i.test(label));
  if (events && /bankruptcy|failure to pay/i.test(events.value)) {
    found.infer('restructuring', 'XR', `the credit events are “${events.value}”, without restructuring`);
  }
}

const FIXED_RATE_PAYER =
  /^(?:fixed (?:rate |amount )?payer(?: buyer)?|buyer fixed rate payer|payer (?:of )?(?:the )?fixed rate)$/;

/** `Fixed Rate Payer: Party A`, or the role: a name for the buyer that the document prints as a term of its own. */
function readFixedRatePayer({ found, entries, parties }: ProductReading): void {
  for (const entry of entries) {
    if (entry.column !== undefined || !FIXED_RATE_PAYER.test(canonicalLabel(entry.label))) continue;
    const isRole = /^(?:the )?(?:protection )?buyer$/i.test(entry.value.trim());
    const payer = isRole ? found.get('buyer') : parties.resolve(entry.value);
    if (payer !== undefined) found.add('fixed_rate_payer', payer, entry);
  }
}

/** `Side: Fund buys protection`: who does what, in the cell itself. */
const DEALS_IN_PROTECTION =
  /^(?:(?:the )?(\S.{0,40}?)\s+)?(?:(buys?|bought|buying)|sells?|sold|selling) (?:credit )?protection\.?$/i;
const A_SIDE = /^(?:(?:our |fund |client |trade )?(?:side|position|direction|action|role))$/;

function readSide({ found, entries, parties }: ProductReading): void {
  for (const entry of entries) {
    const [literal, who, buys] =
      (A_SIDE.test(canonicalLabel(entry.label)) && DEALS_IN_PROTECTION.exec(entry.value.trim())) || [];
    const side = literal === undefined ? undefined : who === undefined ? undefined : parties.resolve(who);
    if (!side) continue;
    const buyer = buys === undefined ? otherSide(side) : side;
    found.add('buyer', buyer, entry);
    found.add('seller', otherSide(buyer), entry);
  }
}

/** `Reference Obligation: 5.250% Notes due 2029` beside `ISIN: US19075QAC44`: what names it is its identifier. */
function readIdentifierApart({ found, entries }: ProductReading): void {
  const obligation = found.get('reference_obligation');
  if (obligation === undefined || AN_ISIN.test(obligation)) return;
  const own = entries.filter(
    ({ label, value }) => /\b(?:isin|instrument id)\b/.test(canonicalLabel(label)) && AN_ISIN.test(value.trim()),
  );
  const [entry] = own;
  if (!entry || own.length > 1) return;
  found.values.reference_obligation = AN_ISIN.exec(entry.value.trim())?.[0] ?? obligation;
  found.use(entry);
}
const AN_ISIN = /\b[A-Z]{2}[A-Z0-9]{9}\d\b/;

export const creditDefaultSwap: ProductDefinition = {
  names: [
    /credit (?:default|derivative)|\bcds\b|kreditderivat|d[ée]riv[ée] de cr[ée]dit|derivado de cr[ée]dito|derivato (?:di|su) credit|d[ée]riv[ée] sur [ée]v[ée]nement de cr[ée]dit|\b(?:untranched )?credit index\b|\bindex credit\b|\bcdx\b|\bitraxx\b/i,
  ],
  terms: [...TERMS, { labels: ['name'], read: A_NAME }],
  phrases: PHRASES,
  required: [
    'trade_date',
    'termination_date',
    'seller',
    'buyer',
    'reference_entity',
    'notional',
    'currency',
    'fixed_rate',
  ],
  // The buyer of protection pays the fixed rate, its seller the floating payment.
  legPayers: { fixed: 'buyer', floating: 'seller' },
  counterparts: [['seller', 'buyer']],
  read(reading) {
    readRestructuring(reading);
    readSide(reading);
    readFixedRatePayer(reading);
    readUpfrontActor(reading);
    readUpfrontSentence(reading);
    readFeeAtStart(reading);
    readIdentifierApart(reading);
  },
};
