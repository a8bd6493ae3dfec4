import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import { matchesOf } from './matches-of.ts';
import { figureOf, readSteps, stepsWithDates } from './schedules.ts';
import { currencyIn } from './values/currencies.ts';
import { DATE_LITERAL, type DateReading, readDate } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';
import { WHY } from './values/reading.ts';
import { legOf } from './vocabulary/index.ts';

const FIGURE = [
  [
    '(?:outstanding )?(?:(?:notional|nominal|principal)(?: (?:amount|principal))?|bezugsbetrag|nominalbetrag|montant (?:notionnel|nominal)|importe nocional|importo nozionale)',
    'notional',
  ],
  ['(?:fixed (?:interest )?rate|festsatz|taux fixe|tipo fijo|tasso fisso)', 'fixed_rate'],
] as const;
const THEN = '(?:(?:and )?then|puis|danach|dann|sodann|luego|después|poi|quindi)';
const FROM =
  '(?:from(?: and including)?|as (?:of|from)|with effect from|ab(?: dem)?|à (?:partir|compter) du|a partir del?|dal)';

const UNTIL = `(?:,? (?:to|until|bis(?: zum)?|au|al|hasta(?: el)?) (?:but excluding )?${DATE_LITERAL})?`;

/** `Notional amount from 02 Nov 2027`: one row a step. */
const BY_LABEL = FIGURE.map(
  ([words, field]) =>
    [new RegExp(`^(?:the )?${words},? ${FROM} (${DATE_LITERAL})${UNTIL}\\s*:?$`, 'i'), field] as const,
);
/** `Rate from 14 Oct 2026 to 14 Oct 2028` below the heading of the fixed leg. */
const OF_THE_FIXED_LEG = new RegExp(`^(?:interest )?rate,? ${FROM} (${DATE_LITERAL})${UNTIL}\\s*:?$`, 'i');
/** `puis à compter du 15 mars 2028`: a further step of the level above it. */
const BY_THEN = new RegExp(`^${THEN},? ${FROM} (${DATE_LITERAL})\\s*:?$`, 'i');
/** `Fixed Rate (Effective Date to but excluding December 1, 2028)`: a row a period. */
const BY_PERIOD = FIGURE.map(
  ([words, field]) =>
    [
      new RegExp(
        `^(?:the )?${words} \\((?:from )?(?:and including )?(?:the )?(${DATE_LITERAL}|effective date) (?:to|until)(?:,? but excluding,?)? (?:the )?(?:${DATE_LITERAL}|termination date|maturity date)\\)\\s*:?$`,
        'i',
      ),
      field,
    ] as const,
);
const rowsOf = (field: TradeField): readonly RegExp[] =>
  [...BY_LABEL, ...BY_PERIOD].filter(([, of]) => of === field).map(([pattern]) => pattern);
const ROWS_OF = { notional: rowsOf('notional'), fixed_rate: rowsOf('fixed_rate') };
/** What each of these labels has: a date in figures, or one of the trade's in brackets. */
const NAMES_A_DATE = /[\d(]/;
/** The level of the whole trade, or of its beginning, in front of its steps. */
const AT_THE_START: { readonly [F in 'notional' | 'fixed_rate']: RegExp } = {
  notional: /\b(?:notional|principal|capital de référence|bezugsbetrag|nominalbetrag)/i,
  fixed_rate: /\b(?:fixed rate|festsatz|taux fixe|tipo fijo|tasso fisso)/i,
};

/** `The notional amount reduces as follows: EUR 24,000,000.00 from 2 November 2026; …`. */
const BY_SENTENCE =
  /\b(?:notional|nominal|principal)(?: amount)? (?:(?:shall|will) )?(?:be )?(?:reduc\w+|amorti[sz]\w+|decreas\w+|increas\w+|accret\w+|steps? (?:down|up)|is reduced|is amorti[sz]ed|changes?)(?: as follows| on the following dates| according to this schedule)?\s*:?\s+((?:[A-Z]{3}\s?\d|from\b|on\b).*?)\.(?=\s|$)/gi;

/** Reads the steps that rows of their own give. Fewer than two, or one that cannot be read, are no schedule. */
export function readSteppedLabels(found: FoundFields, entries: readonly Entry[], context: ReadingContext): void {
  for (const field of ['notional', 'fixed_rate'] as const) readRows(found, field, entries, context);
  readOrdered(found, entries, context);
  readCells(found, entries, context);
}

/** What says that a cell has the levels of the notional: its own words, or those of its other language. */
const OF_THE_NOTIONAL =
  /\b(?:notional|principal|nominal|amorti[sz]ation|amortissement|tilgung\w*|bezugsbetrag|nominalbetrag|notionnel|nocional|nozionale)\b/i;

/** Reads the levels of the notional that one cell lists, each with its day, `15 June 2026: EUR 42,000,000.00`, and nothing else. */
function readCells(found: FoundFields, entries: readonly Entry[], context: ReadingContext): void {
  for (const entry of entries) {
    if (found.get('notional_schedule') !== undefined || found.isUsed(entry) || !OF_THE_NOTIONAL.test(entry.label))
      continue;
    const steps = stepsWithDates('notional_schedule', entry.value, context);
    const [first] = steps ?? [];
    if (steps === undefined || first === undefined) continue;
    const [from, level = ''] = first.split(' ');
    const notional = found.get('notional');
    const isOneCurrency = readSteps('notional', entry.value, from, context) !== undefined;
    if (!isOneCurrency || from !== found.get('effective_date') || (notional !== undefined && notional !== level)) {
      found.leaveUnread({ kind: 'unread', field: 'notional_schedule', code: 'UNREAD_VALUE', why: WHY.several }, entry);
      continue;
    }
    found.add('notional_schedule', steps.join('; '), entry);
    if (notional === undefined) found.add('notional', level, entry);
    const currency = currencyIn(entry.value)?.code;
    if (currency !== undefined && found.get('currency') === undefined) found.add('currency', currency, entry);
  }
}

/** Reads the steps of the notional that a sentence gives, once it is known when the trade begins. */
export function readSteppedSentences(
  found: FoundFields,
  entries: readonly Entry[],
  prose: string,
  context: ReadingContext,
): void {
  if (found.get('notional_schedule') !== undefined) return;
  for (const [literal, steps = ''] of matchesOf(prose, BY_SENTENCE)) {
    const schedule = readSteps('notional', steps, found.get('effective_date'), context);
    if (schedule === undefined) continue;
    const entry = entries.find(({ label }) => /\s/.test(label) && literal.startsWith(label.replace(/^the\s+/i, '')));
    found.add('notional_schedule', schedule, { page: 0, line: 0, label: 'text', value: literal }, 0.9);
    if (entry) found.use(entry);
    return;
  }
}

function readRows(
  found: FoundFields,
  field: 'notional' | 'fixed_rate',
  entries: readonly Entry[],
  context: ReadingContext,
): void {
  const schedule = `${field}_schedule` as TradeField;
  const rows = entries.flatMap((entry, i) => {
    if (!NAMES_A_DATE.test(entry.label)) return [];
    const ofLeg = field === 'fixed_rate' && legOf(entry.column ?? entry.section) === 'fixed' ? [OF_THE_FIXED_LEG] : [];
    const literal = [...ROWS_OF[field], ...ofLeg]
      .map((pattern) => pattern.exec(entry.label)?.[1])
      .find((date) => date !== undefined);
    if (literal !== undefined) return [{ entry, date: dateOfRow(found, literal, context) }];
    const then = BY_THEN.exec(entry.label)?.[1];
    return then !== undefined && isStepOf(field, entries, i) ? [{ entry, date: dateOfRow(found, then, context) }] : [];
  });
  const [earliest] = rows;
  const at = earliest ? entries.indexOf(earliest.entry) - 1 : -1;
  const level = entries[at];
  // `Capital de référence au départ`, then its steps.
  if (level && earliest && BY_THEN.test(earliest.entry.label))
    rows.unshift({ entry: level, date: dateOfRow(found, 'effective date', context) });
  if (found.get(schedule) !== undefined) return;
  // Unless they are read below, a person is told that the level changes.
  for (const { entry, date } of rows) {
    if (date.kind !== 'date' || date.date !== found.get('effective_date')) found.expectSchedule(schedule, entry);
  }
  if (rows.length < 2) return;
  const steps = rows.map(({ entry, date }) => {
    const figure = figureOf(schedule, entry.value, context);
    return date.kind === 'date' && figure !== undefined ? `${date.date} ${figure}` : undefined;
  });
  const [first] = rows;
  if (!first || steps.some((step) => step === undefined) || new Set(steps).size < 2) return;
  const ordered = (steps as string[]).toSorted();
  if (new Set(ordered.map((step) => step.slice(0, 10))).size < ordered.length) return;
  const value = rows.map(({ entry }) => `${entry.label} ${entry.value}`).join('; ');
  const boxes = rows.flatMap(({ entry }) => entry.boxes ?? []);
  found.add(schedule, ordered.join('; '), { ...first.entry, value, boxes });
  for (const { entry } of rows) found.use(entry);
}

/** `Initial coupon: 3.35% through 11/30/2028`, `Step-up coupon: 3.88% from and including 12/01/2028`. */
const IN_ORDER =
  /^(?:initial|first|step(?:ped)?[\s-]?(?:up|down)|second|third|subsequent|final)\s+(?:fixed )?(?:coupon|rate)\s*:?$/i;

/** Reads the rates of a fixed leg that are told apart by their order, each with when it holds. */
function readOrdered(found: FoundFields, entries: readonly Entry[], context: ReadingContext): void {
  const rows = entries.filter(({ label, value }) => IN_ORDER.test(label) && /\d\s?(?:%|per ?cent)/i.test(value));
  const [first] = rows;
  if (!first || rows.length < 2 || found.get('fixed_rate_schedule') !== undefined) return;
  const value = rows.map((row) => row.value).join('; ');
  const steps = readSteps(
    'fixed_rate',
    value.replace(/\bfrom and including\b/gi, 'from'),
    found.get('effective_date'),
    context,
  );
  const place = { ...first, value, boxes: rows.flatMap(({ boxes }) => boxes ?? []) };
  if (steps === undefined) {
    found.leaveUnread({ kind: 'unread', field: 'fixed_rate', code: 'UNREAD_VALUE', why: WHY.several }, place);
    return;
  }
  found.add('fixed_rate_schedule', steps, place);
  if (found.get('fixed_rate') === undefined)
    found.add('fixed_rate', (steps.split('; ')[0] ?? '').split(' ')[1] ?? '', first);
  for (const row of rows) found.use(row);
}

function dateOfRow(found: FoundFields, literal: string, { slashOrder }: ReadingContext): DateReading {
  const effective = found.get('effective_date');
  if (!/^effective date$/i.test(literal)) return readDate(literal, slashOrder);
  return effective === undefined ? { kind: 'none' } : { kind: 'date', date: effective };
}

/** A row `then from …` is of the level that the rows above it begin with. */
function isStepOf(field: 'notional' | 'fixed_rate', entries: readonly Entry[], at: number): boolean {
  const above = entries.slice(0, at).findLast(({ label }) => !BY_THEN.test(label));
  return above !== undefined && AT_THE_START[field].test(above.label);
}
