import type { Source } from '@trade-matching/domain';
import { readDirection } from '../exchange/direction.ts';
import { checkBuyers, type ForwardSide, findForwardSides, opposite } from '../exchange/sides.ts';
import { readSwapLegs } from '../exchange/swap-sentence.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { readExchangesOnPage } from '../page-legs/exchanges.ts';
import * as read from '../values/readers.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import type { ProductDefinition, ProductReading } from './definition.ts';
import { BY_DELIVERY } from './fx-terms.ts';

const NEAR = /\b(?:near|first|initial|spot|start|kassa\w*|comptant|contado|corta|cercana|pronti|1|i)\b/;
const FAR = /\b(?:far|second|final|forward|end|termingesch\w*|terme|plazo|larga|lejana|termine|2|ii)\b/;
/** What a rate is called in either leg: it marks none where a heading does. */
const A_RATE = /^(?:forward|spot) (?:exchange )?rate$/;

/** Two exchanges of the same currencies: near, and far the other way round. `currency_buyer` is the near leg's. */
export const fxSwap: ProductDefinition = {
  names: [
    /\b(?:fx|foreign exchange|forex)\s+swap|\bswap (?:de |su |sui |in )?(?:change|cambi[oa]?|divisas)\b|\bdevisenswap|\bspot\s*[/-]\s*forward swap|\bfx[\s-]swap/i,
  ],
  alwaysNamed: true,
  terms: [],
  phrases: [BY_DELIVERY],
  required: [
    'trade_date',
    'currency',
    'notional',
    'currency_2',
    'notional_2',
    'currency_buyer',
    'fx_rate',
    'settlement_date',
    'far_notional',
    'far_notional_2',
    'far_fx_rate',
    'far_settlement_date',
  ],
  isMeantBy: (named, entries) =>
    (named === 'FX_FORWARD' ||
      (named === 'CROSS_CURRENCY_SWAP' &&
        !entries.some(statesInterest) &&
        entries.some(({ label }) => /\b(?:buys?|sells?|bought|sold|pays?|delivers?|receives?)\b/i.test(label)))) &&
    (['near', 'far'] as const).every((leg) =>
      entries.some(({ label, column, section }) =>
        [label, column, section].some((text) => text !== undefined && LEG_NAMES[leg].test(text)),
      ),
    ),
  read: readLegs,
};

/** A currency swap whose legs pay interest is no exchange and back. */
const statesInterest = ({ label, value }: Entry): boolean =>
  /\d\s*%|per ?cent|\bbps?\b/i.test(value) ||
  FLOATING_INDEX.test(value) ||
  /\b(?:fixed|floating|spread|day count|interest|coupon)\b/i.test(label);

/** What a leg of an FX swap is called in headings and labels. */
const LEG_NAMES = {
  near: /\bnear\b|\b(?:first|1st|spot|initial) (?:leg|exchange|value|settlement)\b/i,
  far: /\bfar\b|\b(?:second|2nd|forward|final) (?:leg|exchange|value|settlement)\b/i,
} as const;

/** Words that say nothing else: where a document has them, `Forward rate` and `Amount 2` mark no leg. */
const CLEAR_NEAR = /\bnear\b/;
const CLEAR_FAR = /\bfar\b/;

function legOf({ label, column, section }: Entry, isClear: boolean): 'near' | 'far' | undefined {
  const texts = A_RATE.test(canonicalLabel(label)) ? [column, section, label] : [label, column, section];
  for (const text of texts) {
    if (text === undefined) continue;
    const plain = canonicalLabel(text);
    const [near, far] = isClear ? [CLEAR_NEAR.test(plain), CLEAR_FAR.test(plain)] : [NEAR.test(plain), FAR.test(plain)];
    if (near !== far) return near ? 'near' : 'far';
  }
  return undefined;
}

/** `Harbour buys EUR 5,000,000.00` in the place of a label, the far leg's amount in the place of its value. */
function withOwnLabels(entries: readonly Entry[]): Entry[] {
  return entries.flatMap((entry) => {
    const [, label, value] =
      /^(.{2,60}?\s(?:buys?|sells?|pays?|receives?|bought|sold))\s+([A-Z]{3}\s?\d[\d.,'’]*)$/i.exec(entry.label) ?? [];
    if (label === undefined || value === undefined) return [entry];
    // In one row both legs' amounts: of the same currency the other way round, of the other one the same way.
    const same = entry.value.slice(0, 3) === value.slice(0, 3);
    const swapped = !same
      ? label
      : /\b(?:sells?|sold)$/i.test(label)
        ? label.replace(/sells?|sold/i, 'buys')
        : label.replace(/buys?|bought/i, 'sells');
    return [
      { ...entry, label, value, column: 'Near leg' },
      { ...entry, label: swapped, column: 'Far leg' },
    ];
  });
}

/** `EUR 30,000,000.00 against USD 34,920,000.00`: both amounts of a leg in one cell. */
const BOTH_AMOUNTS =
  /^([A-Z]{3}\s?\d[\d.,'’ ]*)\s+(?:against|versus|vs\.?|for|gegen|contre|contra|contro)\s+([A-Z]{3}\s?\d[\d.,'’ ]*)$/i;
/** `Buyer of EUR / Seller of USD`: one trader in two ways. */
const BOTH_ROLES = /^(.*?\b(?:buyer|seller) of [A-Z]{3})\s*\/\s*(?:buyer|seller) of [A-Z]{3}\s*:?$/i;

function parted(entry: Entry): Entry[] {
  const [, first, second] = BOTH_AMOUNTS.exec(entry.value.trim()) ?? [];
  if (first !== undefined && second !== undefined)
    return [
      { ...entry, label: entry.label.replace(/\bamounts?\b/i, 'Amount 1'), value: first },
      { ...entry, label: entry.label.replace(/\bamounts?\b/i, 'Amount 2'), value: second },
    ];
  const role = BOTH_ROLES.exec(entry.label)?.[1];
  return role === undefined ? [entry] : [{ ...entry, label: role }];
}

const BUYS = /^(?:buys?|bought|ach[eè]t(?:e|ons|ez)|kauf(?:en|t)|compra(?:mos|n)?|acquista(?:mo|no)?|compriamo)$/i;
const SELLS = /^(?:sells?|sold|vend(?:s|ons|ez|emos|e|en|iamo)?|verkauf(?:en|t))$/i;
const WHO = /^(?:we|you|us|nous|vous|wir|sie|nosotros|ustedes|noi|voi|(?:the )?(?:bank|client|fund|counterparty))$/i;

/** `We | buy | sell` over the amounts of both legs: who trades the first amount of each column. */
function withTraders(entries: readonly Entry[]): readonly Entry[] {
  const traders = entries.filter(({ label, value }) => WHO.test(label) && (BUYS.test(value) || SELLS.test(value)));
  if (traders.length === 0) return entries;
  const taken = new Set<Entry>();
  return entries.map((entry) => {
    const trader = traders.find(({ column }) => column === entry.column);
    const isFirst = trader && !taken.has(trader) && /^[A-Z]{3}\s?\d|\d\s?[A-Z]{3}$/.test(entry.value.trim());
    if (!isFirst) return entry;
    taken.add(trader);
    return { ...entry, label: `${trader.label} ${BUYS.test(trader.value) ? 'buys' : 'sells'}` };
  });
}

/** The legs under their labels; where no label gives the amounts, the legs that sentences or rows state. */
function readLegs(reading: ProductReading): void {
  readLabelledLegs(reading);
  if (reading.found.get('notional') === undefined) readSpokenLegs(reading);
  if (fxSwap.required.some((field) => reading.found.get(field) === undefined))
    readExchangesOnPage(reading.found, reading.text.lines, reading.parties, reading.context);
}

function readSpokenLegs({ found, prose, context, parties }: ProductReading): void {
  const legs = readSwapLegs(prose, parties, context);
  if (!legs) return;
  const { near, far } = legs;
  const straight = fits(near.sides, near.rate) || !fits([near.sides[1], near.sides[0]], near.rate);
  const [base, quote] = straight ? near.sides : [near.sides[1], near.sides[0]];
  const farBase = far.sides.find(({ currency }) => currency === base.currency);
  const farQuote = far.sides.find(({ currency }) => currency === quote.currency);
  if (!farBase || !farQuote) return;
  found.add('currency', base.currency, base.entry);
  found.add('notional', base.amount, base.entry);
  found.add('currency_2', quote.currency, quote.entry);
  found.add('notional_2', quote.amount, quote.entry);
  found.add('far_notional', farBase.amount, farBase.entry);
  found.add('far_notional_2', farQuote.amount, farQuote.entry);
  if (base.buyer) found.add('currency_buyer', base.buyer, base.entry);
  for (const [leg, rate, date] of [
    [near, 'fx_rate', 'settlement_date'],
    [far, 'far_fx_rate', 'far_settlement_date'],
  ] as const) {
    const entry = { page: 0, line: 0, label: 'text', value: leg.literal };
    found.add(rate, leg.rate, entry, 0.9);
    found.add(date, leg.date, entry, 0.9);
    if (!fits(leg.sides, leg.rate) && !fits([leg.sides[1], leg.sides[0]], leg.rate)) {
      found.flag({
        code: 'CONTRADICTION',
        severity: 'review',
        field: rate,
        message: `the amounts of this leg are not at a rate of ${leg.rate}`,
      });
    }
  }
  if (base.buyer && farBase.buyer === base.buyer) flagSameBuyer(found, base.currency);
}

function flagSameBuyer(found: ProductReading['found'], currency: string): void {
  found.flag({
    code: 'CONTRADICTION',
    severity: 'review',
    field: 'currency_buyer',
    message: `${currency} is bought by the same party in both legs`,
  });
}

function readLabelledLegs({ found, entries: given, context, parties }: ProductReading): void {
  const entries = withTraders(withOwnLabels(given.flatMap(parted)));
  const byLeg = { near: [] as LegEntry[], far: [] as LegEntry[] };
  let last: 'near' | 'far' = 'near';
  const isClear = entries.some(({ label, column, section }) =>
    [label, column, section].some((text) => text !== undefined && CLEAR_FAR.test(canonicalLabel(text))),
  );
  const seen = new Set<string>();
  for (const entry of entries) {
    const plain = canonicalLabel(entry.label);
    // Where nothing marks the legs, the second of a label is the far leg's.
    const leg = legOf(entry, isClear) ?? (seen.has(plain) ? 'far' : last);
    seen.add(plain);
    last = legOf(entry, isClear) ?? last;
    byLeg[leg].push({ ...unmarked(entry), isMarked: legOf(entry, isClear) !== undefined });
  }
  const [near, far] = [twoSides(byLeg.near, parties, context), twoSides(byLeg.far, parties, context)];
  const [nearRate, farRate] = [
    termOf(byLeg.near, RATE, 'fx_rate', context),
    termOf(byLeg.far, RATE, 'fx_rate', context),
  ];
  if (near) {
    const rate = nearRate?.value;
    const straight = rate === undefined || fits(near, rate) || !fits([near[1], near[0]], rate);
    const [base, quote] = straight ? near : [near[1], near[0]];
    const buyer: Source | undefined = base.buyer ?? (quote.buyer && opposite(quote.buyer));
    found.add('currency', base.currency, base.entry);
    found.add('notional', base.amount, base.entry);
    found.add('currency_2', quote.currency, quote.entry);
    found.add('notional_2', quote.amount, quote.entry);
    if (buyer) found.add('currency_buyer', buyer, base.entry);
    for (const side of far ?? []) {
      found.add(side.currency === base.currency ? 'far_notional' : 'far_notional_2', side.amount, side.entry);
    }
    checkBuyers(found, near);
    if (far) checkBuyers(found, far);
    const isSame = far?.some(
      (side) => side.buyer && near.some((n) => n.currency === side.currency && n.buyer === side.buyer),
    );
    if (isSame) flagSameBuyer(found, base.currency);
  }
  readTraders(found, byLeg.near, parties);
  useFarDirection(found, byLeg.far, parties);
  if (nearRate) found.add('fx_rate', nearRate.value, nearRate.entry);
  if (farRate) found.add('far_fx_rate', farRate.value, farRate.entry);
  const [nearDate, farDate] = [
    termOf(byLeg.near, DATE, 'settlement_date', context),
    termOf(byLeg.far, DATE, 'settlement_date', context),
  ];
  if (nearDate) found.add('settlement_date', nearDate.value, nearDate.entry);
  if (farDate) found.add('far_settlement_date', farDate.value, farDate.entry);
}

/** `Direction: Fund BUYS EUR / SELLS USD` of the far leg says the near one's again, the other way round. */
function useFarDirection(
  found: ProductReading['found'],
  far: readonly Entry[],
  parties: ProductReading['parties'],
): void {
  const direction = readDirection(far, parties);
  const [first, second, buyer] = [found.get('currency'), found.get('currency_2'), found.get('currency_buyer')];
  if (!direction || buyer === undefined || (direction.currency !== first && direction.currency !== second)) return;
  const buysFirst = direction.currency === first ? direction.buyer : opposite(direction.buyer);
  if (buysFirst === buyer) flagSameBuyer(found, first ?? '');
  else found.use(direction.entry);
}

/** `Buyer of EUR` over a name: who buys the near leg's first currency, where no amount's label says so. */
function readTraders(found: ProductReading['found'], near: readonly Entry[], parties: ProductReading['parties']): void {
  const [first, second] = [found.get('currency'), found.get('currency_2')];
  if (first === undefined || found.get('currency_buyer') !== undefined) return;
  const direction = readDirection(near, parties);
  if (direction && (direction.currency === first || direction.currency === second)) {
    const buyer = direction.currency === first ? direction.buyer : opposite(direction.buyer);
    found.add('currency_buyer', buyer, direction.entry);
    return;
  }
  for (const entry of near) {
    const [, role = '', code = ''] =
      /(?:^|\/ )(buyer|seller|buys|sells)(?: of)? ([A-Z]{3})\s*:?$/i.exec(entry.label) ?? [];
    const side = parties.resolve(entry.value);
    if (!side || (code !== first && code !== second)) continue;
    const buys = /^buy/i.test(role) === (code === first);
    found.add('currency_buyer', buys ? side : opposite(side), entry);
    return;
  }
}

/** An entry of a leg, and whether its own label, column or section says so. */
type LegEntry = Entry & { readonly isMarked: boolean };

/** The label without what marks its leg. */
function unmarked(entry: Entry): Entry {
  const label = entry.label.replace(/\b(?:near|far|first|second|1st|2nd)(?:\s+leg)?\b\s*[:–-]?\s*/gi, '').trim();
  return { ...entry, label: label === '' ? entry.label : label };
}

const RATE = /\brate$|^price$|\brate \w+$|\brate [a-z]{3} [a-z]{3}$/;
const DATE = /\b(?:value|settlement|delivery|maturity|payment)\b.*\b(?:date)?$/;

function termOf(
  entries: readonly LegEntry[],
  label: RegExp,
  field: 'fx_rate' | 'settlement_date',
  context: read.ReadingContext,
) {
  for (const entry of entries) {
    const plain = canonicalLabel(entry.label.replace(/\([^)]*\)/g, ' '));
    // `Date` alone is a leg's only under its mark; else it is the letter's.
    const isLegsDate = field === 'settlement_date' && plain === 'date' && entry.isMarked;
    if ((!label.test(plain) && !isLegsDate) || /\b(?:trade|swap|spot|point|method|type|currency)\b/.test(plain))
      continue;
    const reading = (field === 'fx_rate' ? read.rateAsPrinted(field) : read.date(field))(entry.value, context);
    const value = reading.kind === 'fields' ? reading.fields[field] : undefined;
    if (value !== undefined) return { value, entry };
  }
  return undefined;
}

function twoSides(
  entries: readonly Entry[],
  parties: ProductReading['parties'],
  context: read.ReadingContext,
): [ForwardSide, ForwardSide] | undefined {
  const sides = findForwardSides(entries, parties, context);
  const [first] = sides;
  const second = sides.find(({ currency }) => currency !== first?.currency);
  return first && second ? [first, second] : undefined;
}

function fits([base, quote]: readonly [ForwardSide, ForwardSide], rate: string): boolean {
  const expected = Number(base.amount) * Number(rate);
  return Math.abs(expected - Number(quote.amount)) <= expected * 0.005;
}
