import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import { figureOf, readSteps } from './schedules.ts';
import { DATE_LITERAL, readDate } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

const FIGURE = [
  [
    '(?:outstanding )?(?:(?:notional|nominal|principal)(?: (?:amount|principal))?|bezugsbetrag|nominalbetrag|montant (?:notionnel|nominal)|importe nocional|importo nozionale)',
    'notional',
  ],
  ['(?:fixed (?:interest )?rate|festsatz|taux fixe|tipo fijo|tasso fisso)', 'fixed_rate'],
] as const;
const FROM =
  '(?:from(?: and including)?|as (?:of|from)|with effect from|ab(?: dem)?|à (?:partir|compter) du|a partir del?|dal)';

/** `Notional amount from 02 Nov 2027`: one row a step. */
const BY_LABEL = FIGURE.map(
  ([words, field]) => [new RegExp(`^(?:the )?${words},? ${FROM} (${DATE_LITERAL})\\s*:?$`, 'i'), field] as const,
);
/** `The notional amount reduces as follows: EUR 24,000,000.00 from 2 November 2026; …`. */
const BY_SENTENCE =
  /\b(?:notional|nominal|principal)(?: amount)? (?:(?:shall|will) )?(?:be )?(?:reduc\w+|amorti[sz]\w+|decreas\w+|increas\w+|accret\w+|steps? (?:down|up)|is reduced|is amorti[sz]ed|changes?)(?: as follows| on the following dates| according to this schedule)?\s*:?\s+((?:[A-Z]{3}\s?\d|from\b|on\b).*?)\.(?=\s|$)/gi;

/** Reads the steps that rows of their own give. Fewer than two, or one that cannot be read, are no schedule. */
export function readSteppedLabels(found: FoundFields, entries: readonly Entry[], context: ReadingContext): void {
  for (const field of ['notional', 'fixed_rate'] as const) readRows(found, field, entries, context);
}

/** Reads the steps of the notional that a sentence gives, once it is known when the trade begins. */
export function readSteppedSentences(
  found: FoundFields,
  entries: readonly Entry[],
  prose: string,
  context: ReadingContext,
): void {
  if (found.get('notional_schedule') !== undefined) return;
  for (const [literal, steps = ''] of prose.matchAll(BY_SENTENCE)) {
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
  const rows = entries.flatMap((entry) => {
    const literal = BY_LABEL.filter(([, of]) => of === field)
      .map(([pattern]) => pattern.exec(entry.label)?.[1])
      .find((date) => date !== undefined);
    return literal === undefined ? [] : [{ entry, date: readDate(literal, context.slashOrder) }];
  });
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
