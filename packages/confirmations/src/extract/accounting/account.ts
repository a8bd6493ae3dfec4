import type { Accounting, OtherTerm, Product, TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import { isDecoy } from '../belonging.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry, LooseLine } from '../layout/entry.ts';
import type { Sentence } from '../layout/prose.ts';
import type { DatedTable } from '../layout/tables.ts';
import { isCompanyName, nameIn } from '../parties/company-names.ts';
import { dateIn } from '../values/dates.ts';
import { isAbsent } from '../values/terms.ts';
import { isKnownLabel } from '../vocabulary/index.ts';
import { legOf } from '../vocabulary/term.ts';
import { countsDays, isPayment, isRegularFirst } from './beside-a-value.ts';
import { beyondTheValue } from './beyond-the-value.ts';
import { hasEconomicWords, hasWordsOfATerm, isEconomic, isFrequency, isUnusual } from './economic.ts';
import { addsAmount, addsCurrency, addsFigure, knownValues, linesOfTerms, wordsOfValues } from './figures.ts';
import {
  hasStandardValue,
  isAccountOfPayments,
  isContact,
  isNonEconomicLabel,
  NON_ECONOMIC_SECTION,
} from './non-economic.ts';
import {
  holdsOnlyReferences,
  isBlank,
  isHouseEntry,
  isNoneAndMore,
  isSignaturesLabel,
  withoutNames,
} from './of-the-house.ts';
import { passedOver } from './passed-over.ts';
import { NONE, type Possible } from './possible-fields.ts';
import { namesATerm, namesOnlyTheProduct } from './product-cells.ts';
import { isSaidAgain } from './said-again.ts';
import {
  END_OF_A_SENTENCE,
  otherTermOfCell,
  otherTermOfHeading,
  otherTermOfSentence,
  otherTermOfUnknown,
} from './terms-of-texts.ts';
import {
  isElected,
  isElection,
  isRoleOfAParty,
  isTermAnywhere,
  listsCreditEvents,
  statesATermAllTheSame,
} from './terms-under-labels.ts';

/** What a document prints, with what was read from it. */
export interface Printed {
  readonly product: Product;
  readonly text: PositionedText;
  /** As the layout found them. */
  readonly printed: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly loose: readonly LooseLine[];
  readonly sentences: readonly Sentence[];
  readonly tables: readonly DatedTable[];
  /** Tables that are no schedule of a field. */
  readonly unreadTables: readonly DatedTable[];
  /** How the document names its product: what it says of the trade is checked with the title. */
  readonly title?: string;
  /** Of an entry under a label that is in no list: what it would state. */
  readonly possible: (entry: Entry) => Possible;
}

/** Of the label of an other term: more words are a sentence that happens to stand beside something. */
const MOST_LABEL_WORDS = 9;
const LONGEST_LABEL = 70;

/**
 * Accounts for every printed line (R1): an entry or a sentence ends as a field of the trade, as a known non-economic item,
 * or as an other term. Lines of an entry whose label is no label stay unaccounted.
 */
export function account(
  found: FoundFields,
  { product, text, printed, entries, loose, sentences, tables, unreadTables, possible, title = '' }: Printed,
): {
  readonly other_terms: OtherTerm[];
  readonly accounting: Accounting;
} {
  const accounted = new Set<string>();
  const other = new Map<string, OtherTerm>();
  const note = (page: number, lines: readonly number[]) => {
    for (const line of lines) accounted.add(`${page}:${line}`);
  };
  const known = knownValues(found);
  for (const entry of entries) {
    const isTitle =
      (isOfTheTitle(entry, title) && !namesATerm(found, product, entry.value)) ||
      (NAMES_PRODUCT.test(canonicalLabel(entry.label)) && namesOnlyTheProduct(found, product, entry.value));
    const fate = isTitle ? 'non-economic' : fateOf(found, entry, known);
    if (fate === 'unknown') {
      const term = otherTermOfUnknown(found, entry, known);
      if (term) other.set(`${term.key}=${term.literal}`, term);
      continue;
    }
    note(entry.page, entry.lines ?? [entry.line]);
    // `monthly, five business days after the month`: the days are compared where the other side counts them too.
    const isOfEvents = listsCreditEvents(canonicalLabel(entry.label), entry.value);
    const isCompared = countsDays(entry) || isOfEvents;
    const isAgain = isSaidAgain(found, canonicalLabel(entry.label), entry.value, DELIVERY);
    const beyond = fate === 'field' && !isAgain ? beyondTheValue(found, product, entry, known) : undefined;
    if (fate === 'field' && isCompared && (!beyond || beyond.field)) {
      const lag = { ...otherTermOf(entry, known, false), economic: false };
      other.set(`${lag.key}=${lag.literal}`, lag);
    }
    // Another value under a label that gave the field before: one of the two is not the trade's.
    const isContrary = fate === 'other' && found.isContrary(entry);
    if (fate === 'other' || beyond) {
      const { may_be, isOfAKind } = fate === 'field' || isOfEvents ? NONE : possible(entry);
      const isQualified = fate === 'field' || isContrary || isOfAKind || addsCurrency(found, entry.value);
      const term: OtherTerm = {
        ...otherTermOf(entry, known, isQualified),
        ...(beyond?.field ? { key: canonicalLabel(beyond.field), literal: beyond.literal } : {}),
        ...(beyond?.isBeyond || isContrary ? { says_more: true } : {}),
        ...(may_be.length > 0 ? { may_be } : {}),
      };
      if (!other.has(`${term.key}=${term.literal}`)) other.set(`${term.key}=${term.literal}`, term);
    }
  }
  const fieldLines = linesOfTerms(found);
  const held = wordsOfValues(found);
  for (const cell of passedOver(text, { entries: printed, loose, tables })) {
    const isBeside = fieldLines.has(`${cell.line.page}:${cell.line.number}`);
    const term = otherTermOfCell(found, cell, isBeside, known, held);
    if (term) other.set(`${term.key}=${term.literal}`, term);
  }
  for (const { page, lines, linesOfFurtherPages } of tables) {
    note(page, lines);
    for (const further of linesOfFurtherPages) note(further.page, [further.line]);
  }
  for (const table of unreadTables) {
    const term = otherTermOfTable(table);
    other.set(`${term.key}=${term.literal}`, term);
  }
  for (const sentence of sentences) {
    note(sentence.page, sentence.lines);
    const term = otherTermOfSentence(found, sentence, known);
    if (term) other.set(`${term.key}=${term.literal}`, term);
  }
  for (const heading of loose.filter(({ isHeading }) => isHeading)) {
    // A line of an entry, as in a print of a SWIFT message, has been looked at with it.
    const isOfAnEntry = accounted.has(`${heading.line.page}:${heading.line.number}`);
    note(heading.line.page, [heading.line.number]);
    const term = isOfAnEntry ? undefined : otherTermOfHeading(found, heading, [...entries, ...printed], known);
    if (term) other.set(`${term.key}=${term.literal}`, term);
  }
  return {
    other_terms: [...other.values()],
    accounting: {
      lines: text.lines.length,
      accounted: text.lines.filter(({ page, number }) => accounted.has(`${page}:${number}`)).length,
    },
  };
}

/** The type by which a matrix of ISDA's settles what is not printed: `Transaction Type: Standard Asia Corporate`. */
const STANDARD_TYPE = /^transaction type: .*\b(?:corporate|sovereign|municipal|co ?co|financial|insurance)\b/i;

/** `Middle Office - recap | FX knock-out option confirm`: the title beside the house's name or its department. */
const isOfTheTitle = ({ label, value }: Entry, title: string): boolean =>
  value.length > 5 &&
  !/\d/.test(value) &&
  ((!isKnownLabel(label) && title.includes(`${label} ${value}`)) || (IS_PRODUCT.test(label.trim()) && title === value));
// What it says of the product is looked at with the title.
const IS_PRODUCT = /^(?:product|instrument|transaction type|deal type|type of transaction|type)\s*:?$/i;

const NAMES_PRODUCT =
  /^(?:product|instrument|transaction type|deal type|type|bestatigung|confirmation|conferma|confirmacion|geschaftsart|produkt|produit|producto|prodotto)$/;

/** Whose cell may say when it is, `on value date`: what else the cell of such a field says is judged by its words. */
const DELIVERY: readonly TradeField[] = ['settlement_type'];

type Fate = 'field' | 'non-economic' | 'other' | 'unknown';

function fateOf(found: FoundFields, entry: Entry, known: ReadonlySet<string>): Fate {
  if (found.isUsed(entry)) return 'field';
  const { label, value, section } = entry;
  const plain = canonicalLabel(label.replace(/\([^)]*\)/g, ' '));
  if (isRegularFirstPayment(found, plain, value) || isStartOfExercise(found, plain, value)) return 'field';
  if (isSaidAgain(found, plain, value)) return 'field';
  if (holdsOnlyReferences(value, [found.get('trade_id'), found.get('other_reference')])) return 'field';
  if (isHouseEntry(plain, value) || isNoneAndMore(value) || isBlank(value) || isSignaturesLabel(label, value))
    return 'non-economic';
  // Elections are compared where both sides print them: `Applicable` is no `Not Applicable`.
  if (isElection(plain, value) || isElected(plain, value) || isUnusual(plain, value)) return 'other';
  if (value === '' || isAbsent(value) || hasStandardValue(plain, value)) return 'non-economic';
  if (isDecoy(section, 'notional') || NON_ECONOMIC_SECTION.test(section))
    return isTermAnywhere(plain, value, section) ? 'other' : 'non-economic';
  if (isAccountOfPayments(label, value) || isContact(value)) return 'non-economic';
  if (STANDARD_TYPE.test(`${plain}: ${value}`)) return 'other';
  if (isNonEconomicLabel(plain) || isCompanyName(nameIn(label)) || isNonEconomicLabel(canonicalLabel(label)))
    return statesATermAllTheSame(plain, isRoleOfAParty(plain) ? value : withoutPartiesOf(found, value), known)
      ? 'other'
      : 'non-economic';
  // The names of the parties and their addresses stand under many labels; who pays or may do what is a term.
  if (!isEconomic(plain, value) && isCompanyName(nameIn(value)))
    return isRoleOfAParty(plain) ? 'other' : 'non-economic';
  if (/^[_.\s]+$|_{4}|^LEI\b[\s:.]*[A-Z0-9]{20}$/.test(value)) return 'non-economic';
  // What refers to a table that was read has its values there.
  if (
    !/\d/.test(value) &&
    /\b(?:table|schedul\w*|tabelle|tableau|tabla|tabella|below|annex|nachstehend\w*|ci-dessous)\b/i.test(value) &&
    found.hasSchedule()
  )
    return 'field';
  if (!/\p{L}{2}/u.test(label) || /\d{3}/.test(label)) return isPayment(value) ? 'other' : 'unknown';
  if (END_OF_A_SENTENCE.test(label)) return 'unknown';
  if (label.length > LONGEST_LABEL || label.split(/\s+/).length > MOST_LABEL_WORDS) return 'unknown';
  return 'other';
}

const withoutPartiesOf = (found: FoundFields, value: string): string =>
  withoutNames(value, [found.get('bank_name'), found.get('counterparty_name')]);

/** `First Payment Date` of a leg that has no such field: one period after the start it says nothing more. */
function isRegularFirstPayment(found: FoundFields, label: string, value: string): boolean {
  const read = /^(?:.* )?first payment date$/.test(label) ? dateIn(value).reading : undefined;
  return read?.kind === 'date' && isRegularFirst(found, read.date);
}

/** An American option may be exercised from its trade date, unless another is printed (ISDA FX definitions of 1998). */
const isStartOfExercise = (found: FoundFields, label: string, value: string): boolean => {
  if (!/^(?:earliest exercise(?: date)?|(?:commencement|start) of (?:the )?exercise(?: period)?)$/.test(label))
    return false;
  const { reading, before, after } = dateIn(value);
  return (
    found.get('option_style') === 'AMERICAN' &&
    reading.kind === 'date' &&
    `${before}${after}`.trim() === '' &&
    reading.date === found.get('trade_date')
  );
};

/** Labels whose values are compared by rules of their own, or follow from other terms. */
const HAS_OWN_RULES =
  /\b(?:payments?|dates?|amounts?|periods?|days?|averaging|pricing|price|floating|method|option|definition|reference|event)\b/;

function otherTermOf(
  { label, value, column, section, page, line, boxes }: Entry,
  known: ReadonlySet<string>,
  isQualified: boolean,
): OtherTerm {
  const plain = canonicalLabel(label);
  const named = plain.replace(/^payment (?:lag|offset|day delay)$/, 'payment delay');
  const isOfBoth = /\bboth (?:legs|parties|sides)\b/i.test(value);
  const leg = legOf(plain) === undefined && !isOfBoth ? (legOf(column ?? '') ?? legOf(section)) : undefined;
  return {
    label,
    key: leg === undefined ? named : `${leg} ${named}`,
    literal: value,
    page,
    line,
    ...(boxes && boxes.length > 0 ? { boxes } : {}),
    // `From and including January 15, 2026`, which is the trade date, adds no figure.
    economic:
      isUnusual(plain, value) ||
      ((isQualified ||
        (isRoleOfAParty(plain) && isCompanyName(nameIn(value))) ||
        ((isNonEconomicLabel(plain) || !HAS_OWN_RULES.test(plain)) && statesATermAllTheSame(plain, value, known))) &&
        !isElection(plain, value)) ||
      (isPayment(value)
        ? addsAmount(value, known) && !listsCreditEvents(plain, value)
        : !listsCreditEvents(plain, value) &&
          isEconomic(plain, value) &&
          (hasEconomicWords(plain) || hasWordsOfATerm(value) || isFrequency(plain, value) || addsFigure(value, known))),
  };
}

function otherTermOfTable({ headings, caption, rows, page }: DatedTable): OtherTerm {
  const label = headings.filter(Boolean).join(' / ') || caption || 'table';
  return {
    label,
    key: canonicalLabel(label),
    literal: rows.map(({ cells }) => cells.join(' ')).join('; '),
    page,
    line: rows[0]?.line ?? 1,
    boxes: rows.flatMap(({ boxes }) => boxes),
    economic: true,
  };
}
