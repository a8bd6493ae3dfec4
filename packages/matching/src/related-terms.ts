import {
  FIELD_KINDS,
  type FieldKind,
  type OtherTerm,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import { apartBesideIdentifier, DECIMAL_KINDS } from './compare-field.ts';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';
import { areRelated, significantWords, stem } from './related-labels.ts';
import { canonicalTerm } from './same-term.ts';
import type { Side } from './side.ts';
import { type Speaker, spokenValue } from './spoken-value.ts';

/** Other words for a field than those of its name, which houses print without the reader knowing them for it. */
const SYNONYMS: { readonly [F in TradeField]?: readonly string[] } = {
  trade_date: ['executed', 'execution date', 'dealt', 'dealt on', 'deal date', 'traded', 'date of trade'],
  effective_date: ['starts', 'start date', 'starts on', 'commences', 'commencement date', 'begins'],
  termination_date: [
    'matures',
    'maturity',
    'maturity date',
    'ends',
    'ends on',
    'end date',
    'final maturity',
    'until',
    'bis',
    'hasta',
    'fino al',
  ],
  settlement_date: ['settles', 'settles on', 'value date', 'delivery date'],
  premium_date: ['payable on', 'paid on', 'premium payable on', 'on'],
  upfront_amount: ['upfront', 'up front', 'initial payment', 'initial payment amount', 'upfront fee'],
  upfront_currency: ['upfront', 'up front', 'initial payment', 'initial payment amount', 'upfront fee'],
  upfront_date: ['initial payment date', 'upfront payment date'],
  barrier_level: ['barrier', 'barrier rate', 'knock out', 'knock out level', 'knock in', 'knock in level', 'trigger'],
  cut_off_time: ['expiration time', 'expiry time', 'cut', 'cutoff', 'cut off'],
  payment_frequency: ['settlement periods', 'settlement period', 'calculation periods', 'payment periods', 'periods'],
  quantity_per_period: ['quantity'],
  number_of_shares: ['shares', 'share quantity', 'number of units'],
  cap_rate: ['cap', 'interest rate cap', 'floating rate cap'],
  floor_rate: ['floor', 'interest rate floor', 'floating rate floor', 'minimum rate'],
};

export interface Relation {
  readonly verdict: 'EQUAL' | 'DIFFERENT';
  /** Of the other side: more than one where a literal gives an amount and its currency. */
  readonly fields: readonly TradeField[];
  /** As the other side prints it. */
  readonly literal: string;
}

/**
 * Which of the other side's fields an other term states, of those that this side lacks. With one label they are one term,
 * whatever they say; with labels that share a word, if they say the same.
 */
export function relationTo(
  term: OtherTerm,
  speaker: Speaker,
  missing: readonly TradeField[],
  other: Side,
): Relation | undefined {
  const named = missing.filter((field) => isNamed(term, field, other));
  const near = missing.filter(
    (field) => named.includes(field) || namesOf(field, other).some((n) => areRelated(n, term.key)),
  );
  const equal = near.filter((field) => says(term, speaker, field, other));
  if (equal.length > 0) return { verdict: 'EQUAL', fields: equal, literal: literalOf(equal, other) };
  return named.length > 0 ? { verdict: 'DIFFERENT', fields: named, literal: literalOf(named, other) } : undefined;
}

/** The term repeats, under its label, a value that both sides state as a field: it says nothing more. */
export function isRestated(term: OtherTerm, speaker: Speaker, own: Side, other: Side): boolean {
  return TRADE_FIELDS.some((field) => {
    if (own.trade[field] === undefined || other.trade[field] === undefined) return false;
    return isNamed(term, field, own) && says(term, speaker, field, own) && says(term, speaker, field, other);
  });
}

/**
 * The other side says the term in a clause of a field's cell: `Dividend Amount: 100% of gross cash dividends` is said in
 * `Return: total return, 100% of gross cash dividends`. The value has to name what it is of; a figure alone does not.
 */
export function isSaidInField({ key, literal }: OtherTerm, { evidence = {} }: Side): boolean {
  const value = printedValue(literal);
  const named = value.split(' ').map(stem);
  if (!significantWords(key).some((word) => named.includes(word))) return false;
  return Object.values(evidence).some(
    (field) =>
      CLAUSE_ENDS.test(field.literal) &&
      field.literal.split(CLAUSE_ENDS).some((clause) => printedValue(clause) === value),
  );
}
const CLAUSE_ENDS = /[;()]|,\s/;

/**
 * A sentence that names what the other side prints under a label, and says besides only that it applies: `The terms of the
 * iTraxx Europe Untranched Standard Terms Supplement apply to this transaction`, `Terms: iTraxx Europe Untranched …`.
 */
export function isNamedByOther({ literal }: OtherTerm, { other_terms = [] }: Side): boolean {
  const said = normaliseText(literal);
  return other_terms.some((other) => {
    const name = normaliseText(other.literal);
    if (/\b(?:not|no|exclu\w*|except\w*|former|previous|superseded)\b/.test(other.key)) return false;
    if (name.split(' ').length < WORDS_OF_A_NAME || !` ${said} `.includes(` ${name} `)) return false;
    return ` ${said} `
      .replace(` ${name} `, ' ')
      .trim()
      .split(' ')
      .every((word) => THAT_IT_APPLIES.has(word));
  });
}
/** Fewer words are no name by themselves. */
const WORDS_OF_A_NAME = 4;
const THAT_IT_APPLIES: ReadonlySet<string> = new Set(
  'the terms of a an in to this our transaction trade swap confirmation deal is are be will shall apply applies applied subject incorporated incorporates into by reference and form forms part hereby governed under'.split(
    ' ',
  ),
);

/** The term's label is one of the field's names, in the singular or the plural. */
function isNamed({ key }: OtherTerm, field: TradeField, side: Side): boolean {
  const label = singular(key);
  return namesOf(field, side).some((name) => singular(name) === label);
}

function singular(label: string): string {
  return label.replace(/(?<=[a-z]{3})s\b/g, '');
}

const SCHEDULES: readonly TradeField[] = TRADE_FIELDS.filter((field) => FIELD_KINDS[field] === 'schedule');
const IN_A_TABLE = /\b(?:specified|set out|set forth|shown|stated|given|see)\b.*\b(?:table|schedule|annex)\b/i;

/** The term sends its reader to a table that both documents print, and that is compared as a schedule. */
export function refersToSchedule({ literal }: OtherTerm, own: Side, other: Side): boolean {
  if (!IN_A_TABLE.test(literal)) return false;
  return SCHEDULES.some((field) => own.trade[field] !== undefined && other.trade[field] !== undefined);
}

function literalOf([field]: readonly TradeField[], { trade, evidence }: Side): string {
  return field === undefined ? '' : (evidence?.[field]?.literal ?? trade[field] ?? '');
}

/** The labels under which a document states a field, normalised: as printed, by its name, and other words for it. */
export function namesOf(field: TradeField, { evidence }: Side): readonly string[] {
  const printed = evidence?.[field]?.label;
  const own = OWN_NAMES[field];
  return printed === undefined ? own : [normaliseText(printed), ...own];
}

const OWN_NAMES = Object.fromEntries(
  TRADE_FIELDS.map((field): [string, readonly string[]] => [field, [normaliseText(field), ...(SYNONYMS[field] ?? [])]]),
) as Record<TradeField, readonly string[]>;

/** Whether the term's literal says what the field does. */
function says({ literal }: OtherTerm, speaker: Speaker, field: TradeField, { trade }: Side): boolean {
  const value = trade[field] ?? '';
  const kind: FieldKind = FIELD_KINDS[field];
  const printed = printedValue(literal);
  if (kind === 'party') return spokenValue(literal, speaker) === value;
  if (kind === 'currency') return printed.split(' ').includes(value.toLowerCase());
  if (kind === 'percent') return printed === `${numberOf(value)} %`;
  if (kind === 'basis-points') return printed === printedValue(`${value} bps`);
  if (DECIMAL_KINDS.has(kind)) {
    // Without the currency, which is a field of its own.
    const words = printed.split(' ');
    const [figure = '', ...rest] = /^[a-z]{3}$/.test(words[0] ?? '') ? words.slice(1) : words;
    return figure === numberOf(value) && isUnit(rest.join(' '), field, trade);
  }
  if (printed === printedValue(value)) return true;
  const isOne = canonicalTerm(field, literal) === canonicalTerm(field, value);
  return isOne && apartBesideIdentifier(field, literal, value) === undefined;
}

const UNIT =
  '(?:us |metric |troy |standard )*(?:bbls?|barrels?|mt|tons?|tonnes?|tonnellate|mmbtu|mwh|therms?|gallons?|ounces?|oz|shares?|units?|contracts?|lots?|euros?|dollars?|pounds?)';
const UNITS = new RegExp(`^(?:${UNIT})?(?: ?per ${UNIT})?$`);
const IN_EACH_PERIOD = new RegExp(
  `^(?:${UNIT} )?(?:per|each|every) (?:calendar |calculation )?(?:month|period|day)(?: (\\S+)(?: ${UNIT})? in total)?$`,
);

/** What follows a figure only says what it counts: `per quarter`, a footnote's `1` and all other words change it. */
function isUnit(words: string, field: TradeField, { quantity }: Trade): boolean {
  if (UNITS.test(words)) return true;
  if (field !== 'quantity_per_period') return false;
  const [isOfPeriods, total] = IN_EACH_PERIOD.exec(words) ?? [];
  return isOfPeriods !== undefined && (total === undefined || (quantity !== undefined && total === numberOf(quantity)));
}

// With more decimals than thousands have digits, it cannot be read as grouped.
function numberOf(value: string): string {
  return printedValue(value.includes('.') ? `${value}0000` : value);
}
