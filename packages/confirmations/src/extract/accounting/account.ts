import type { Accounting, OtherTerm } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../../read/positioned-text.ts';
import { isDecoy } from '../belonging.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import { boxOf, type Entry, type LooseLine } from '../layout/entry.ts';
import type { Sentence } from '../layout/prose.ts';
import type { DatedTable } from '../layout/tables.ts';
import { isCompanyName, nameIn } from '../parties/company-names.ts';
import { currencyIn } from '../values/currencies.ts';
import { dateIn } from '../values/dates.ts';
import { amountIn } from '../values/numbers.ts';
import { isAbsent } from '../values/terms.ts';
import { legOf } from '../vocabulary/term.ts';
import { countsDays, isPayment, isRegularFirst, saysMore } from './beside-a-value.ts';
import {
  hasEconomicWords,
  hasWordsOfATerm,
  isEconomic,
  isFrequency,
  isWayToFindAPrice,
  TERM_OF_A_SENTENCE,
} from './economic.ts';
import {
  hasStandardValue,
  isAccountOfPayments,
  isBoilerplate,
  isContact,
  isNonEconomicLabel,
  NON_ECONOMIC_SECTION,
} from './non-economic.ts';
import {
  holdsOnlyReferences,
  isBlank,
  isHouseEntry,
  isNoneAndMore,
  isOfTheHouse,
  withoutPageNumber,
} from './of-the-house.ts';
import { NONE, type Possible } from './possible-fields.ts';
import { isElected, isElection, isRoleOfAParty, labelSaysMore, statesATermAllTheSame } from './terms-under-labels.ts';
import { chargesAllTheSame, headingStatesATerm, saysMoreThanFields, statesATerm } from './what-a-text-states.ts';
import { hasWordsBeside } from './words-beside-values.ts';

/** What a document prints, with what was read from it. */
export interface Printed {
  readonly text: PositionedText;
  readonly entries: readonly Entry[];
  readonly loose: readonly LooseLine[];
  readonly sentences: readonly Sentence[];
  readonly tables: readonly DatedTable[];
  /** Tables that are no schedule of a field. */
  readonly unreadTables: readonly DatedTable[];
  /** Of an entry under a label that is in no list: what it would state. */
  readonly possible: (entry: Entry) => Possible;
}

/** Of the label of an other term: more words are a sentence that happens to stand beside something. */
const MOST_LABEL_WORDS = 9;
const LONGEST_LABEL = 70;
const LONGEST_SENTENCE_LABEL = 5;

/**
 * Accounts for every printed line (R1): an entry or a sentence ends as a field of the trade, as a known non-economic item,
 * or as an other term. Lines of an entry whose label is no label stay unaccounted.
 */
export function account(
  found: FoundFields,
  { text, entries, loose, sentences, tables, unreadTables, possible }: Printed,
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
    const fate = fateOf(found, entry, known);
    if (fate === 'unknown') {
      const term = otherTermOfUnknown(entry, known);
      if (term) other.set(`${term.key}=${term.literal}`, term);
      continue;
    }
    note(entry.page, entry.lines ?? [entry.line]);
    // `monthly, five business days after the month`: the days are compared where the other side counts them too.
    if (fate === 'field' && countsDays(entry) && !saysMore(found, entry)) {
      const lag = { ...otherTermOf(entry, known, false), economic: false };
      other.set(`${lag.key}=${lag.literal}`, lag);
    }
    const isBeyond = fate === 'field' && (hasWordsBeside(found, entry) || labelSaysMore(found, entry, known));
    const isMore = isBeyond || (fate === 'field' && saysMore(found, entry));
    if (fate === 'other' || isMore) {
      const { may_be, isOfAKind } = fate === 'field' ? NONE : possible(entry);
      const isQualified = fate === 'field' || isOfAKind || addsCurrency(found, entry.value);
      const term: OtherTerm = {
        ...otherTermOf(entry, known, isQualified),
        ...(isBeyond ? { says_more: true } : {}),
        ...(may_be.length > 0 ? { may_be } : {}),
      };
      if (!other.has(`${term.key}=${term.literal}`)) other.set(`${term.key}=${term.literal}`, term);
    }
  }
  for (const table of tables) note(table.page, table.lines);
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
    const term = isOfAnEntry ? undefined : otherTermOfHeading(heading, entries, known);
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

type Fate = 'field' | 'non-economic' | 'other' | 'unknown';

function fateOf(found: FoundFields, entry: Entry, known: ReadonlySet<string>): Fate {
  if (found.isUsed(entry)) return 'field';
  const { label, value, section } = entry;
  const plain = canonicalLabel(label.replace(/\([^)]*\)/g, ' '));
  if (isRegularFirstPayment(found, plain, value)) return 'field';
  if (holdsOnlyReferences(value, [found.get('trade_id'), found.get('other_reference')])) return 'field';
  if (isHouseEntry(plain, value) || isNoneAndMore(value) || isBlank(value)) return 'non-economic';
  // Elections are compared where both sides print them: `Applicable` is no `Not Applicable`.
  if (isElection(plain, value) || isElected(plain, value)) return 'other';
  if (value === '' || isAbsent(value) || hasStandardValue(plain, value)) return 'non-economic';
  if (isDecoy(section, 'notional') || NON_ECONOMIC_SECTION.test(section)) return 'non-economic';
  if (isAccountOfPayments(label, value) || isContact(value)) return 'non-economic';
  if (STANDARD_TYPE.test(`${plain}: ${value}`)) return 'other';
  if (isNonEconomicLabel(plain) || isCompanyName(nameIn(label)) || isNonEconomicLabel(canonicalLabel(label)))
    return statesATermAllTheSame(plain, value, known) ? 'other' : 'non-economic';
  // The names of the parties and their addresses stand under many labels; who pays or may do what is a term.
  if (!isEconomic(plain, value) && isCompanyName(nameIn(value)))
    return isRoleOfAParty(plain) ? 'other' : 'non-economic';
  if (/^[_.\s]+$|_{4}|^LEI\b[\s:.]*[A-Z0-9]{20}$/.test(value)) return 'non-economic';
  // What refers to a table that was read has its values there.
  if (!/\d/.test(value) && /\b(?:table|schedule)\b/i.test(value) && found.hasSchedule()) return 'field';
  if (!/\p{L}{2}/u.test(label) || /\d{3}/.test(label)) return isPayment(value) ? 'other' : 'unknown';
  if (label.length > LONGEST_LABEL || label.split(/\s+/).length > MOST_LABEL_WORDS) return 'unknown';
  return 'other';
}

/** `First Payment Date` of a leg that has no such field: one period after the start it says nothing more. */
function isRegularFirstPayment(found: FoundFields, label: string, value: string): boolean {
  const read = /^(?:.* )?first payment date$/.test(label) ? dateIn(value).reading : undefined;
  return read?.kind === 'date' && isRegularFirst(found, read.date);
}

/** An entry whose label is no label, `From 16 March 2029: 2.95 %`, is judged as the sentence that it is. */
function otherTermOfUnknown(entry: Entry, known: ReadonlySet<string>): OtherTerm | undefined {
  const text = `${entry.label} ${entry.value}`;
  // `2029: EUR 12,500,000.00`: a step of something.
  const isAStep = /\d{4}|\d[./]\d/.test(entry.label) && A_FIGURE.test(entry.value) && addsFigure(entry.value, known);
  if (isBoilerplate(text) || isOfTheHouse(text) || !(isAStep || statesATerm(text, known))) return undefined;
  const { page, line, boxes } = entry;
  return otherTermOfText(text, { page, line, ...(boxes && boxes.length > 0 ? { boxes } : {}) });
}

/** Labels whose values are compared by rules of their own, or follow from other terms. */
const HAS_OWN_RULES = /\b(?:payments?|dates?|amounts?|periods?|days?|averaging|pricing|price|floating|method|option|definition|reference|event)\b/;
const A_FIGURE = /\d\s?%|\b[A-Z]{3}\s?\d|\d[.,'’]\d{3}\b(?!.*\d{4}-|.*\/)/;

function otherTermOf(
  { label, value, column, section, page, line, boxes }: Entry,
  known: ReadonlySet<string>,
  isQualified: boolean,
): OtherTerm {
  const plain = canonicalLabel(label);
  const leg = legOf(plain) === undefined ? (legOf(column ?? '') ?? legOf(section)) : undefined;
  return {
    label,
    key: leg === undefined ? plain : `${leg} ${plain}`,
    literal: value,
    page,
    line,
    ...(boxes && boxes.length > 0 ? { boxes } : {}),
    // `From and including January 15, 2026`, which is the trade date, adds no figure.
    economic:
      ((isQualified ||
        (isRoleOfAParty(plain) && isCompanyName(nameIn(value))) ||
        ((isNonEconomicLabel(plain) || !HAS_OWN_RULES.test(plain)) && statesATermAllTheSame(plain, value, known))) &&
        !isElection(plain, value)) ||
      (isPayment(value)
        ? addsAmount(value, known)
        : isEconomic(plain, value) &&
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

const AMOUNTS =
  /(?:\b[A-Z]{3}|US\$|[$€£¥])\s?\d(?:[\d.,'’ ]*\d)?(?:\s?(?:million|billion|mio|mn|mm|m|bn)\b)?|\b\d(?:[\d.,'’ ]*\d)?\s?(?:[A-Z]{3}\b|[€£])/g;
const RATES = /[-+]?\d[\d.,]*(?:\s\d+\/\d+)?\s?(?:%|per\s?cent|basis points?|bps?\b)/gi;

/** The figures that the trade holds, to tell a sentence that repeats them from one that adds one. */
function knownValues(found: FoundFields): ReadonlySet<string> {
  const values = new Set<string>();
  for (const [field, value] of Object.entries(found.values)) {
    if (field.endsWith('_schedule')) for (const step of stepsOf(value)) values.add(step);
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) values.add(value);
    if (!/^-?\d+(?:\.\d+)?$/.test(value)) continue;
    values.add(String(Math.abs(Number(value))));
    // A rate as a fraction, basis points as percent.
    if (/rate|spread/.test(field)) {
      const size = Math.abs(Number(value));
      for (const each of [size / 100, size * 100]) values.add(String(Number(each.toFixed(6))));
    }
  }
  return values;
}

/** The days and values of a schedule, and by how much each differs from the one before: `2027-03-01 500.00; …`. */
function stepsOf(schedule: string): string[] {
  const steps = schedule.split('; ').map((step) => step.split(' '));
  const values = steps.map(([, value]) => Number(value));
  const changes = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
  return [...steps.map(([day = '']) => day), ...[...values, ...changes].filter(Number.isFinite).map(String)];
}

/** Whether a literal holds a figure that no field of the trade holds. */
function addsFigure(literal: string, known: ReadonlySet<string>): boolean {
  let rest = literal;
  for (
    let { reading, before, after } = dateIn(rest);
    reading.kind === 'date';
    { reading, before, after } = dateIn(rest)
  ) {
    if (!known.has(reading.date)) return true;
    rest = `${before} ${after}`;
  }
  const figures = rest.match(/\d[\d.,'’]*/g) ?? [];
  return figures.some(
    (figure) => !known.has(String(Number(figure.replace(/[,'’](?=\d{3})/g, '').replace(/[.,]+$/, '')))),
  );
}

/** `CHF` alone, of a trade that has no such currency. */
function addsCurrency(found: FoundFields, value: string): boolean {
  return (
    /^[A-Z]{3}$/.test(value.trim()) &&
    currencyIn(value) !== undefined &&
    !Object.values(found.values).some((each) => each === value.trim())
  );
}

/** Whether a text holds an amount or a rate that no field of the trade holds. */
function addsAmount(text: string, known: ReadonlySet<string>): boolean {
  const amounts = [...text.replace(/[\u00a0\u202f]/g, ' ').matchAll(AMOUNTS)].map(([literal]) =>
    currencyIn(literal) === undefined ? undefined : amountIn(literal)?.amount,
  );
  const rates = [...text.matchAll(RATES)].map(([literal]) => /\d[\d.,]*/.exec(literal)?.[0]?.replace(',', '.'));
  return [...amounts, ...rates].some((value) => value !== undefined && !known.has(String(Number(value))));
}

/** `Interest Rate Swap (step-up coupon)` names the schedule that was read: without a figure it adds none. */
function withoutNamesOfSchedules(text: string, found: FoundFields): string {
  let rest = text;
  if (/\d/.test(text)) return text;
  if (found.get('fixed_rate_schedule') !== undefined)
    rest = rest.replace(/\bstep(?:s|ped)?[\s-](?:up|down)\b(?: (?:coupon|rate|swap))?/gi, ' ');
  if (found.get('notional_schedule') !== undefined) rest = rest.replace(/\bamorti[sz](?:ing|ation)\b/gi, ' ');
  return rest;
}

/** A sentence that is no boilerplate and states a figure that no field holds, or grants something. */
function otherTermOfSentence(
  found: FoundFields,
  sentence: Sentence,
  known: ReadonlySet<string>,
): OtherTerm | undefined {
  const { text, section, page, line, boxes } = sentence;
  const term = () => otherTermOfText(text, { page, line, boxes });
  if (found.isInSentence(text)) {
    const more = saysMoreThanFields(text, known) && !isBoilerplate(text);
    return more ? term() : undefined;
  }
  if (NON_ECONOMIC_SECTION.test(section)) return chargesAllTheSame(text, known) ? term() : undefined;
  const unnumbered = withoutPageNumber(text);
  if (
    unnumbered !== undefined &&
    holdsOnlyReferences(unnumbered, [found.get('trade_id'), found.get('other_reference')])
  )
    return undefined;
  const said = withoutNamesOfSchedules(text, found);
  const grants = TERM_OF_A_SENTENCE.test(said) || isWayToFindAPrice(text);
  if ((isBoilerplate(text) || isOfTheHouse(text)) && !grants)
    return chargesAllTheSame(text, known) ? term() : undefined;
  return grants || addsAmount(text, known) || statesATerm(said, known) ? term() : undefined;
}

/** A line that looks like a heading and states a term. */
function otherTermOfHeading(
  { line }: LooseLine,
  entries: readonly Entry[],
  known: ReadonlySet<string>,
): OtherTerm | undefined {
  const text = lineText(line);
  const isSection = entries.some(({ section }) => section === text);
  if (isBoilerplate(text) || isOfTheHouse(text) || !headingStatesATerm(text, known, isSection)) return undefined;
  return otherTermOfText(text, {
    page: line.page,
    line: line.number,
    boxes: line.segments.map((segment) => boxOf(line, segment)),
  });
}

function otherTermOfText(text: string, place: Pick<OtherTerm, 'page' | 'line' | 'boxes'>): OtherTerm {
  const words = canonicalLabel(text.replace(/[\d.,%]+/g, ' '))
    .split(' ')
    .slice(0, LONGEST_SENTENCE_LABEL);
  return { label: 'text', key: words.join(' '), literal: text, ...place, economic: true };
}
