import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import { isDecoy, isForeignTo } from './belonging.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel, normaliseLabel, unitIn, withUnit } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { pairedEntries } from './paired-labels.ts';
import type { Parties } from './parties/find-parties.ts';
import { DEFINITIONS } from './products/index.ts';
import { remembering } from './remembering.ts';
import { readSteps } from './schedules.ts';
import { HAS_LEG_SENTENCES, readLegSentence } from './sentences/leg-sentence.ts';
import type { AmbiguousDate } from './slash-dates.ts';
import { currencyIn } from './values/currencies.ts';
import { dateIn } from './values/dates.ts';
import { documentationsIn, lawIn } from './values/documentation.ts';
import { type Reading, type ReadingContext, reference } from './values/readers.ts';
import { listedTerm, termsByWords, termsFor, termsSaidOtherwise } from './vocabulary/index.ts';
import { legOf, legOfField, type Term } from './vocabulary/term.ts';

/** Reads what one entry says of the trade, if its label is a term of the product and its value can be read as that. */
export function readEntry(
  found: FoundFields,
  product: Product,
  entry: Entry,
  context: ReadingContext,
  ambiguous: AmbiguousDate[],
): void {
  const [, speaker = '', spoken] = SAYS_WHO_PAYS.exec(entry.value) ?? [];
  const byValue = spoken !== undefined && HAS_LEG_SENTENCES.has(product) ? context.party(speaker) : undefined;
  if (byValue) readLegSentence(found, product, byValue, spoken ?? '', entry);
  const { side, receiver } = whoDoes(entry.label);
  const receives = receiver === undefined ? undefined : context.party(receiver);
  const pays = side === undefined ? undefined : context.party(side);
  const payer = UNMAPPED.test(entry.value) ? undefined : (pays ?? (receives && otherSide(receives)));
  if (payer && product === 'EQUITY_SWAP') readReturnOf(found, payer, entry);
  if (payer && HAS_LEG_SENTENCES.has(product)) readLegSentence(found, product, payer, entry.value, entry);
  if (readPayerOfLeg(found, product, entry, context)) return;
  const terms = termsOf(product, entry);
  if (terms.length === 0) return;
  if (UNMAPPED.test(entry.value)) {
    // A glyph that has no character may be any digit.
    found.flag({
      code: 'LOW_CONFIDENCE_TEXT',
      severity: 'review',
      message: `the value of ${entry.label} has glyphs without characters and was not read`,
    });
    return;
  }
  const reading = firstReading(terms, entry, context, (field) => !isForeignTo(product, field));
  switch (reading.kind) {
    case 'nothing':
      return;
    case 'ambiguous-date':
      ambiguous.push({ ...reading, entry });
      return;
    case 'unread':
      if (!isDecoy(entry.section, reading.field)) readUnread(found, reading, entry, context);
      return;
    case 'fields':
      for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
        if (!isDecoy(entry.section, field) && !isForeignTo(product, field) && !isOfOtherLeg(entry, field))
          found.add(field, value, entry);
      }
      if (reading.schedule !== undefined) found.expectSchedule(reading.schedule, entry);
  }
}

/** What a leg is called, with nothing that it has. */
const A_LEG =
  /^(?:fixed|floating|equity|interest|variable|return|performance)(?: (?:rate|leg|amount|side|interest|payment|stream|return|price))*$/;
const PAYS_OR_RECEIVES = /^(?:the )?(\S.{0,40}?) (?:(pays?|to pay|payer)|(?:to )?receives?|receiver)\.?$/i;

/** `Financing: FUND PAYS`, `Equity leg: Bank receives`: who pays a leg is all that the cell says. */
function readPayerOfLeg(found: FoundFields, product: Product, entry: Entry, context: ReadingContext): boolean {
  const plain = canonicalLabel(entry.label);
  const leg = A_LEG.test(plain) ? (legOf(entry.label) ?? legOf(plain)) : undefined;
  const field = leg && DEFINITIONS[product].legPayers?.[leg];
  const [, who = '', pays] = field === undefined ? [] : (PAYS_OR_RECEIVES.exec(entry.value.trim()) ?? []);
  const side = who === '' ? undefined : context.party(who);
  if (!field || !side) return false;
  found.add(field, pays === undefined ? otherSide(side) : side, entry);
  return true;
}

/** `Margin: none` in the column of the fixed leg: the floating leg has another. */
function isOfOtherLeg({ label, column }: Entry, field: TradeField): boolean {
  const leg = column === undefined || legOf(canonicalLabel(label)) !== undefined ? undefined : legOf(column);
  return (leg === 'fixed' || leg === 'equity') && legOfField(field) === 'floating';
}

/** `The bank pays: total return of the index`: who pays the equity amounts, and of which kind. */
function readReturnOf(found: FoundFields, payer: Source, entry: Entry): void {
  const type = /\b(total|price) return\b/i.exec(entry.value)?.[1];
  if (type === undefined) return;
  if (found.get('equity_amount_payer') === undefined) found.add('equity_amount_payer', payer, entry, 0.9);
  if (found.get('return_type') === undefined) found.add('return_type', `${type.toUpperCase()}_RETURN`, entry, 0.9);
}

/** `The Bank pays`, `Sie erhalten`: who pays or receives what stands beside it. */
const whoDoes: (label: string) => { readonly side?: string | undefined; readonly receiver?: string | undefined } =
  remembering((label) => ({
    side: /^(.{1,60}?)\s+(?:pays?|payer|shall pay|to pay|zahlt|zahlen|paie|paye|payons|paga|pagano|pagará|pagamos)(?: (?:us|you|to us|to you))?\s*:?$/i.exec(
      label,
    )?.[1],
    receiver:
      /^(.{1,60}?)\s+(?:receives?|gets?|shall receive|to receive|erhält|erhalten|reçoit|recevons|recibe|recibimos|riceve|riceviamo)\s*:?$/i.exec(
        label,
      )?.[1],
  }));

/** `Financing leg: the Fund pays SOFR plus 60 bps`: who pays stands in the value. */
const SAYS_WHO_PAYS =
  /^(\S.{0,40}?)\s+(?:pays|will pay|shall pay|zahlt|paie|paga|(?<=^(?:we|you) )pay)\s+(?:(?:to )?(?:us|you)\s+)?(.+)$/i;

/** A value that steps in its own cell is a schedule; any other that cannot be read whole is left out. */
function readUnread(
  found: FoundFields,
  reading: Extract<Reading, { kind: 'unread' }>,
  entry: Entry,
  context: ReadingContext,
): void {
  const steps = readSteps(reading.field, entry.value, found.get('effective_date'), context);
  if (steps === undefined) {
    found.leaveUnread(reading, entry);
    return;
  }
  found.add(`${reading.field}_schedule` as TradeField, steps, entry);
  const [, first] = (steps.split('; ')[0] ?? '').split(' ');
  if (first !== undefined) found.add(reading.field, first, entry);
  const currency = reading.field === 'notional' ? currencyIn(entry.value)?.code : undefined;
  if (currency !== undefined) found.add('currency', currency, entry);
}

const PAIR_OF_CURRENCIES = /^[A-Z]{3}\s?\/\s?[A-Z]{3}(?: rate)?\s*:?$/;

/** `Term: 20 August 2026 to 20 August 2029`, `Laufzeit: 20.08.2026 bis 20.08.2029`. */
const A_TERM =
  /^(?:from to|(?:runs )?from until|runs from to|from till|start end|tenor|term|trade term|term of (?:the )?(?:trade|transaction|swap)|period|trade period|duration|life|(?:pricing|delivery|protection|cover|coverage|hedge|hedging) period|calculation periods?|term of (?:the )?(?:protection|agreement|hedge))$/;
const isATerm: (label: string) => boolean = remembering((label) =>
  A_TERM.test(normaliseLabel(label.replace(/\([^)]*\)/g, ' '))),
);
const FROM_TO =
  /^(?:from |vom |von |du |del |dal )?(.{6,40}?)\s*(?:\b(?:to|until|till|through|bis(?: zum)?|au|al|hasta(?: el)?|fino al)\b|[-–—])\s*(.{6,40})$/i;

/** `1 de enero de 2027 al 31 de diciembre de 2027`: the two dates of a period, each alone. */
function datesOf(value: string): readonly [string, string] | undefined {
  // `16-Nov-2026 / 16-Nov-2033`: a hyphen is the dates' own.
  const [, from = '', to = ''] = /^(.{6,40}?)\s+\/\s+(.{6,40})$/.exec(value) ?? FROM_TO.exec(value) ?? [];
  const isAlone = (text: string) => {
    const { reading, before, after } = dateIn(text);
    return reading.kind !== 'none' && !/[\p{L}\d]/u.test(before + after);
  };
  return isAlone(from) && isAlone(to) ? [from, to] : undefined;
}

/**
 * `Our Ref / Your Ref` with two references, `Option style / type` with both: each a label of its own. A pair of
 * currencies over a number is a rate's label.
 */
export function partsOf(product: Product, entry: Entry): Entry[] {
  if (PAIR_OF_CURRENCIES.test(entry.label) && /^\d[\d.,]*$/.test(entry.value))
    return [{ ...entry, label: 'Exchange Rate' }];
  if (isAgreementUnder(product, entry)) return [{ ...entry, label: 'Master Agreement' }];
  const [from, to] = (isATerm(entry.label) && datesOf(entry.value)) || [];
  if (from !== undefined && to !== undefined) {
    const [start, end] = [
      { ...entry, label: 'Effective Date', value: from },
      { ...entry, label: 'Termination Date', value: to },
    ];
    return [start, end];
  }
  return pairedEntries(product, entry);
}

/** Labels of another agreement than the one that the trade is under. */
const OF_ANOTHER_AGREEMENT =
  /\b(?:replac\w*|previous|prior|former|old|original|amend\w*|not|no|novat\w*|supersed\w*|instead|other|excluding|terminat\w*|csa|annex|schedule|definitions?|guarant\w*)\b/i;
const MOST_LABEL_WORDS = 2;

/** `Under: ISDA 2002 Master Agreement of 14-Jul-21; New York law`: a cell that is an agreement says so under any short label. */
function isAgreementUnder(product: Product, { label, value }: Entry): boolean {
  if (label.trim().split(/\s+/).length > MOST_LABEL_WORDS || OF_ANOTHER_AGREEMENT.test(label)) return false;
  const [named, ...others] = documentationsIn(value, undefined);
  const isFirst = named !== undefined && value.trim().startsWith(named.literal.slice(0, 4));
  const [, ...behind] = value.split(/[;,]\s+/);
  return isFirst && others.length === 0 && behind.every(isOfAgreement) && listedTerm(product, label) === undefined;
}

/** What may stand behind an agreement's name: its date, the law. Whatever else is a term of its own. */
function isOfAgreement(part: string): boolean {
  if (lawIn(part) !== undefined) return part.trim().split(/\s+/).length <= MOST_LAW_WORDS;
  const { reading, before, after } = dateIn(part);
  if (reading.kind === 'none') return /^(?:19|20)\d\d$/.test(part.trim());
  return /^(?:dated|dtd|signed|made|as of|of|\s)*$/i.test(before) && !/[\p{L}\d]/u.test(after);
}
const MOST_LAW_WORDS = 4;

/** Reads, for the fields that no listed label gave, the labels that have the words of one. */
export function readByWords(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  context: ReadingContext,
  ambiguous: AmbiguousDate[],
): void {
  const listed = new Set([...Object.keys(found.values), ...ambiguous.map(({ field }) => field)]);
  for (const entry of entries) {
    if (termsOf(product, entry).length > 0) continue;
    const headings = [entry.column, entry.section];
    const terms = [
      ...termsByWords(product, entry.label, headings),
      ...termsSaidOtherwise(product, entry.label, headings),
    ];
    const own = OF_A_LEG.test(entry.section) ? terms.filter(({ read }) => read.gives[0] !== 'tenor') : terms;
    const reading = firstReading(own, entry, context);
    if (reading.kind === 'ambiguous-date' && !listed.has(reading.field)) ambiguous.push({ ...reading, entry });
    if (reading.kind !== 'fields' || UNMAPPED.test(entry.value)) continue;
    for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
      if (listed.has(field) || isDecoy(entry.section, field) || isForeignTo(product, field)) continue;
      found.add(field, value, entry, 0.8);
    }
  }
}

/** A row that names who stands in its column: `Party | Harbour Bank plc | Northwind Ltd` below `Buyer | Seller`. */
const NAMES_A_PARTY = /^(?:party|name|legal name|entity|counterparty|company|who|party name)$/;

/** A tenor below such a heading is its leg's index's, not the trade's. */
const OF_A_LEG = /\bleg\b|\b(?:pays|receives|payable by)\b/i;

/** The terms of an entry: of its column and its label together, `Call` over `Amount`, then of its label alone. */
function termsOf(product: Product, { label, column, section }: Entry): readonly Term[] {
  const headings = [column, section];
  if (column === undefined) {
    const terms = termsFor(product, label, headings);
    return OF_A_LEG.test(section) ? terms.filter(({ read }) => read.gives[0] !== 'tenor') : terms;
  }
  if (NAMES_A_PARTY.test(canonicalLabel(label))) return termsFor(product, column, []);
  const together = listedTerm(product, `${column} ${label}`);
  // A tenor in the column of a leg is its index's.
  const own = termsFor(product, label, headings).filter(({ read }) => read.gives[0] !== 'tenor');
  return together ? [together, ...own] : own;
}

function firstReading(
  terms: readonly Term[],
  { label, value }: Entry,
  context: ReadingContext,
  isOwn: (field: TradeField) => boolean = () => true,
): Reading {
  // `KRW amount` over a bare figure: the currency is the label's.
  const unit =
    unitIn(label) ??
    /^([A-Z]{3}) (?:amount|notional|equivalent|notional amount)\s*:?$/i.exec(label)?.[1]?.toUpperCase();
  const text = unit === undefined ? value : withUnit(value, unit);
  let unread: Reading | undefined;
  for (const term of terms) {
    const reading = term.read(text, context);
    if (reading.kind === 'unread') {
      unread ??= isOwn(reading.field) ? reading : undefined;
      continue;
    }
    // `Maturity / Value Date`: an option has no maturity of its own.
    if (reading.kind === 'fields' && !(Object.keys(reading.fields) as TradeField[]).some(isOwn)) continue;
    if (reading.kind !== 'nothing') return reading;
  }
  return unread ?? { kind: 'nothing' };
}

/** `GSI Reference`: a reference under the name of the party that gave it. */
export function readNamedReferences(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  source: Source,
  context: ReadingContext,
): void {
  for (const entry of entries.flatMap(referencesOfTwo)) {
    const side = sideOfReference(entry.label, parties);
    const field = side === source ? 'trade_id' : 'other_reference';
    if (!side || found.get(field) !== undefined) continue;
    const reading = reference(field)(entry.value, context);
    if (reading.kind === 'fields') found.add(field, reading.fields[field] ?? '', entry, 0.9);
  }
}

/** `Fund ref / dealer ref` over two references: each with its own. */
function referencesOfTwo(entry: Entry): readonly Entry[] {
  const [labels, values] = [entry.label.split(/\s+\/\s+/), entry.value.split(/\s+\/\s+/)];
  // `References (ours / yours)`.
  if (values.length === 2 && /^ref(?:erence)?s?\b.*\bours?\b\s*\/\s*\byours?\b/i.test(entry.label))
    return ['our ref', 'your ref'].map((label, i) => ({ ...entry, label, value: values[i] ?? '' }));
  const isPair =
    labels.length === 2 && values.length === 2 && labels.every((label) => BEFORE_REFERENCE.test(normaliseLabel(label)));
  return isPair ? labels.map((label, i) => ({ ...entry, label, value: values[i] ?? '' })) : [entry];
}

/** `GSI Reference`, `Référence Banque`, and in two languages `Rif. Banca / Bank ref.`: whose reference it is. */
function sideOfReference(label: string, parties: Parties): Source | undefined {
  const parts = label.split(/\s+\/\s+/);
  for (const part of parts.length > 1 ? [label, ...parts] : parts) {
    const plain = normaliseLabel(part);
    const who = (BEFORE_REFERENCE.exec(plain) ?? BEHIND_REFERENCE.exec(plain))?.[1];
    const side = who === undefined ? undefined : parties.resolve(who);
    if (side) return side;
  }
  return undefined;
}
const BEFORE_REFERENCE =
  /^(.{2,40}?)(?: s)? (?:(?:trade |deal |transaction |contract |ticket )?(?:references?|ref|id|numbers?|no)|contract|deal|ticket)$/;
const BEHIND_REFERENCE =
  /^(?:r[eé]f[eé]rences?|r[eé]f|referenz|referencia|riferimento|rif|geschäftsnummer|geschaftsnummer|vertragsnummer) (?:of the |of |de la de l |du |del? |della |der |des |der |des )?(.{2,40})$/;

/** Characters that a font without a usable mapping gives. */
const UNMAPPED = /[\p{Co}\p{Cc}\ufffd]/u;
