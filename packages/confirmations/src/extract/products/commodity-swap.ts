import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { unitIn } from '../values/quantities.ts';
import * as read from '../values/readers.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import {
  inferTotalQuantity,
  readMonthlyQuantities,
  readPriceSentences,
  readQuantitiesOfCells,
} from './commodity-sentences.ts';
import type { Phrase, ProductDefinition, ProductReading } from './definition.ts';
import { CURRENCY_TERM } from './legs.ts';
import { legOfPayer, payerOfLabel } from './legs-of-payers.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';

/** `Arithmetic average of the daily settlement prices of OIL-BRENT-ICE, …`: the price that a sentence is about. */
function priceNamedIn(value: string): read.Reading {
  const name = /\b(?:of|for) ([A-Z][A-Z ]{2,}-[A-Z]{2,}(?:[ -][A-Z]{2,})*)(?=$|[,;.]|\s+[a-z])/.exec(value)?.[1];
  return name === undefined ? { kind: 'nothing' } : read.fields({ commodity_reference_price: name });
}

const TERMS: readonly Term[] = [
  // A summary states an amount of money where the whole confirmation has a quantity.
  {
    labels: list(
      'notional amount | notional | notional principal | notional value | contract value | principal amount | trade amount',
    ),
    read: read.amount('notional', 'currency'),
  },
  CURRENCY_TERM,
  {
    labels: list(`
        commodity | product grade | product traded | traded product | underlying commodity | product underlying | underlying | commodity type | commodity name |
        underlier | relevant commodity | commodity grade | contract commodity | energy commodity |
        physical commodity | commodity underlying | underlying product | grade | metal | hedged commodity | material | energy product | fuel | product hedged | hedged product | crop | grain | fuel type | raw material
      `),
    read: read.text('commodity'),
  },
  {
    labels: list('unit of measure | unit | units | uom | quantity unit | measure | volume unit | unit of quantity'),
    read: read.reader(['unit_of_measure'], (value) => read.fields({ unit_of_measure: unitIn(value) })),
  },
  { labels: ['product', 'item', 'goods'], read: read.nameOfThing('commodity') },
  // Of the trade, since no rate here has one: `TENOR: 01 JUL 2026 THRU 31 DEC 2026`.
  { labels: list('tenor | pricing tenor | deal tenor | hedge period | hedge tenor'), read: read.period },
  {
    labels: list(`
        total notional quantity | total volume | total quantity | aggregate quantity |
        contract quantity | aggregate notional quantity | total contract quantity | total contract volume |
        overall quantity | total tonnage | aggregate tonnage | aggregate volume | total notional volume | total quantity contracted | overall notional | overall volume | total notional | hedged volume | volume hedged | quantity hedged | full quantity | total hedged volume |
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
        volume per period | monthly quantity | monthly tonnage | tonnage per month | quantity per month | monthly volume | units per period |
        quantity unit per period | monthly notional quantity | notional quantity per month | period quantity |
        volume per month | notional quantity per period | quantity per calculation period |
        quantity each period | per period quantity | calculation period quantity |
        quantity per determination period | monthly contract quantity |
        notional quantity per determination period | quantity per delivery period | monthly units |
        units per month | barrels per month | tonnes per month | bbl per month | mwh per month | mmbtu per month | tonnes per calendar month | barrels per calendar month | mt per month | monthly notional | qty month | quantity month | notional per month | volume each month | quantity each calculation period | quantity in each month | volume in each calculation period | monthly hedge volume | monthly amount
      `),
    read: read.quantity('quantity_per_period', 'unit_of_measure'),
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
        fixed leg price | hedge price | hedged price | price fixed at | fixed level | strike fixed | agreed price | fixed hedge price | price agreed | swap level | hedge level | fixed at
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
  {
    labels: ['price', 'pricing', 'price reference', 'reference'],
    leg: 'floating',
    read: read.referencePrice('commodity_reference_price'),
  },
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
    // `NATURAL GAS-NYMEX, being the settlement price of …`: a price that is named as ISDA's definitions name it.
    labels: list('floating price | variable price'),
    read: read.reader(['commodity_reference_price'], (value, context) =>
      /^[A-Z][A-Z ]{2,}-[A-Z]{2,}/.test(value)
        ? read.referencePrice('commodity_reference_price')(value, context)
        : priceNamedIn(value),
    ),
  },
  {
    labels: list(`
        commodity reference price | reference price | floating price reference | pricing source |
        floating price index | floating reference price | reference price source | floating price option |
        price reference | price index | pricing index | commodity reference | index |
        reference commodity price | floating index | commodity price reference | price source index |
        floating price source | floating leg reference price | commodity reference price index | benchmark |
        pricing reference | settlement index | settlement price index | reference index | price benchmark | hedge index | floating price reference source | publication
      `),
    read: read.referencePrice('commodity_reference_price'),
    pattern: words(
      '\\breference price\\b|\\bprice (?:source|index|reference)\\b|\\bpricing (?:index|source|reference)\\b',
      'specified|date|payer|initial',
    ),
  },
];

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  ...SWAP_PHRASES,
  {
    pattern: /\bin total,? (\d[\d.,'’ ]*\s?\w+)/i,
    gives: 'quantity',
    read: read.quantity('quantity', 'unit_of_measure'),
  },
  {
    pattern: /\b(\d[\d.,'’]*\s?\w+(?: \w+)?) in (?:aggregate|total)\b/i,
    gives: 'quantity',
    read: read.quantity('quantity', 'unit_of_measure'),
  },
  {
    pattern: /\b[Tt]he commodity is ([A-Z](?:[^.;,(]|\.(?=\d)){2,50}?)\s*(?:[;,(]|\.(?!\d))/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    pattern:
      /\bquantity for (?:each|every) (?:calendar |calculation )?(?:month|period|quarter) is (\d[\d.,'’ ]*\s?\w+(?: tonn?e?s?)?)/i,
    gives: 'quantity_per_period',
    read: read.quantity('quantity_per_period'),
  },
  {
    pattern: /\bcovers ([A-Z][^.;,(]{2,50}?)\s*[.;,(]/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    pattern:
      /\bcommodity swap (?:transaction )?(?:on|over|in respect of) ([A-Z](?:[^.;,(]|\.(?=\d)){2,50}?)(?:\s*(?:[;,(]|\.(?!\d))|\s+for\s)/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    pattern: /\bin respect of ([A-Z][^.;,(]{2,50}?)\s*[.;,(]/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    pattern:
      /\b(?:mean of|average of|by reference to|taken from|determined from) (?:the )?((?:[A-Z0-9][A-Z0-9/#.]*[ -])*[A-Z0-9/.]*[A-Z0-9/]-[A-Z0-9/]+(?:\.\d+)?(?:[ -][A-Z0-9/]+)*)(?![a-z])/,
    gives: 'commodity_reference_price',
    read: read.text('commodity_reference_price'),
  },
  {
    pattern: /\b(\d[\d.,'’ ]*\s?\w+ (?:per|in each|each) (?:calendar |calculation )?(?:month|period|day|quarter))/i,
    gives: 'quantity_per_period',
    read: read.quantity('quantity_per_period'),
  },
  {
    pattern:
      /\b[Rr]eference [Pp]rice (?:is |of |being |for )?(?![A-Z]{3} \d)((?:[A-Z][A-Z0-9]*[ -])+[A-Z0-9]+)(?![a-z])/,
    gives: 'commodity_reference_price',
    read: read.referencePrice('commodity_reference_price'),
  },
];

/** `fixed`, `fest`, `prezzo variabile:` in front of what is paid. */
const KIND_OF_PRICE =
  /^(?:(?:the|an?|der|den|le|un|el|il)\s+)?(?:(?:price|preis|prix|precio|prezzo)\s+)?(?:(fixed|fixe?|fest(?:er|en|preis)?|fijo|fisso)|float(?:ing)?|variab\p{L}*|flottant)(?:\s+(?:price|preis|prix|precio|prezzo))?(?:\s*[:,]\s*|\s+(?:of|von|de|di)\s+|\s+|$)(.*)$/iu;

/** A price for a unit is fixed, a reference price or an average floats: `USD 71.40/bbl (fixed)`, `WHEAT-EURONEXT, mean of …`. */
function legOfPrice(value: string): readonly [leg: string, what: string] {
  const [said, isFixed, what = ''] = KIND_OF_PRICE.exec(value) ?? [];
  if (said !== undefined && what !== '') return [isFixed === undefined ? 'floating' : 'fixed', what];
  const [, price] =
    /^((?:[A-Z]{3}|US\$|[$€£])\s?\d[\d.,'’]*\s*(?:\/|per\s)\s*\p{L}.*?)(?:,?\s*\(?fixed\)?)?$/iu.exec(value) ?? [];
  if (price !== undefined) return ['fixed', price];
  if (/^[A-Z][A-Z ]*[A-Z]-[A-Z]{2}/.test(value)) return ['floating', value];
  const [, average] = /\b(?:average|mean)\s+(?:of\s+)?(?:the\s+)?(.{4,60})$/i.exec(value) ?? [];
  return average === undefined ? ['', ''] : ['floating', average];
}

/** `USD 73.40/bbl` as readers of prices write it, `28,75 EUR/MWh` too. */
const perUnit = (price: string): string => price.replace(/\s*\/\s*(?=[A-Za-z])/, ' per ');

/** `We pay: fixed USD 71.40/bbl`, `Wir erhalten: variabel, OIL-WTI-NYMEX`, `Norwood pays fixed: USD 548.75/mt`. */
function readSides(
  found: FoundFields,
  entries: readonly Entry[],
  context: read.ReadingContext,
  parties: Parties,
): void {
  for (const entry of entries) {
    const payer = payerOfLabel(entry.label, parties);
    if (!payer) continue;
    const ofLabel = legOfPayer(entry.label)?.leg;
    const [leg, what] = ofLabel === undefined ? legOfPrice(entry.value) : [ofLabel, entry.value];
    if (what === '') continue;
    const isFixed = leg === 'fixed';
    const reading = isFixed
      ? read.price('fixed_price', 'currency')(perUnit(what), context)
      : read.referencePrice('commodity_reference_price')(what, context);
    found.add(isFixed ? 'fixed_price_payer' : 'floating_price_payer', payer, entry);
    if (reading.kind !== 'fields') continue;
    for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][])
      if (found.get(field) === undefined) found.add(field, value, entry);
  }
}

export const commoditySwap: ProductDefinition = {
  names: [
    /commodity\s+(?:[\w/-]+\s+){0,3}swap|commodity (?:derivative )?transaction|\b(?:oil|crude|gas|power|electricity|metals?|energy|aluminium|aluminum|copper|zinc|nickel|lead|tin|gold|silver|platinum|palladium|wheat|corn|maize|soy(?:a|bean)?s?|sugar|coffee|cocoa|cotton|rice|coal|lng|naphtha|diesel|gasoline|propane|iron ore|steel|freight|jet fuel|gasoil|emissions?)\s+(?:[\w/-]+\s+){0,2}swap|waren(?:termin)?swap|roh(?:stoff|waren)-?swap|\b(?:gas|erdgas|strom|öl|rohöl|gasöl|kohle|metall|kupfer)(?:preis)?-?swap|swap (?:de|sur) (?:mati[èe]res|marchandises)|swap de materias|swap su merci|\bswap (?:de|del?|di|su|sur|d['’]) ?(?:l['’])?(?:cobre|cuivre|rame|gas(?: natural[e]?)?|gaz|p[ée]trol[eo]o?|petrolio|crudo|electricidad|électricité|energia|trigo|blé|grano|ma[ií]z|aluminio|alluminio|or[oe]?|zinc|níquel|nickel)\b|\b(?:fuel|financial gas|financial|power) (?:price )?swap|\bswap\b[^.\n]{0,40}\b(?:crude oil|fuel oil|gasoil|jet fuel|natural gas|power|gold|silver|copper|alumin\w+|wheat|corn|coal|soybeans?)\b|\b(?:oil|fuel|gas|power|metals?|commodity|grain) hedge\b/i,
  ],
  terms: TERMS,
  phrases: PHRASES,
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'commodity',
    'quantity',
    'fixed_price',
    'fixed_price_payer',
    'commodity_reference_price',
  ],
  legPayers: { fixed: 'fixed_price_payer', floating: 'floating_price_payer' },
  counterparts: [['fixed_price_payer', 'floating_price_payer']],
  // `BRENT FIXED/FLOATING SWAP`: what is called by its legs and states a commodity.
  isMeantBy: (named, entries) =>
    named === 'INTEREST_RATE_SWAP' &&
    entries.some(({ label }) => /^commodity\b/.test(canonicalLabel(label))) &&
    entries.some(({ label }) => /\bprice\b/.test(canonicalLabel(label))),
  read(reading) {
    const { found, entries, context, parties } = reading;
    readPriceSentences(reading);
    readMonthlyQuantities(reading);
    readQuantitiesOfCells(reading);
    inferTotalQuantity(reading);
    readSides(found, entries, context, parties);
    readPricesOfColumns(found, entries, context);
    // `USD 60.00 per Barrel` says of what there are 36,000.
    const price = found.evidence.fixed_price;
    const unit = price && read.unitIn(price.literal);
    if (price && unit && found.get('unit_of_measure') === undefined) {
      found.add('unit_of_measure', unit, { ...price, value: price.literal }, 0.9);
    }
  },
};

/** `Price: USD 3.10 per MMBtu, fixed` in a column whose `Payer` is named: the word says which price it is. */
function readPricesOfColumns(
  found: ProductReading['found'],
  entries: ProductReading['entries'],
  context: ProductReading['context'],
): void {
  if (found.get('fixed_price') !== undefined) return;
  const fixed = entries.find(({ label, value }) => /^price\s*:?$/i.test(label) && /\d.*,? fixed$/i.test(value.trim()));
  if (!fixed) return;
  const reading = read.price('fixed_price', 'currency')(fixed.value.replace(/,? fixed$/i, ''), context);
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) found.add(field, value, fixed);
  const payer = entries.find(
    ({ label, column, value }) =>
      /^(?:payer|paid by)\s*:?$/i.test(label) && column === fixed.column && context.party(value) !== undefined,
  );
  const side = payer && context.party(payer.value);
  if (payer && side) found.add('fixed_price_payer', side, payer);
}
