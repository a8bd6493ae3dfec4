import type { TradeField } from '@trade-matching/domain';
import { FIELD_KINDS } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { DatedTable } from './layout/tables.ts';
import { readDate } from './values/dates.ts';
import { plainFigures } from './values/literal.ts';
import { amountIn, percentIn, readNumber } from './values/numbers.ts';
import type { ReadingContext } from './values/readers.ts';

/** What the headings of a table's figures, or its caption, say that they are. */
const BY_HEADING: readonly (readonly [RegExp, TradeField])[] = [
  [
    /\bquantit|\bvolume|\bbarrels?\b|\bbbls?\b|\bmmbtu\b|\bmwh\b|\btonnes?\b|\bmt\b|\bmenge\b|\bquantit/i,
    'quantity_schedule',
  ],
  [/\bfixed rate\b|\brate\b|\bcoupon\b|\bfestzins|\btaux\b|\btipo\b|\btasso\b/i, 'fixed_rate_schedule'],
  [
    /\bnotional|\bprincipal|\bamount|\bbalance|\bnominal|\boutstanding|\bbezugsbetrag|\bmontant|\bimporte|\bimporto/i,
    'notional_schedule',
  ],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first day of a row: `25 March 2026`, `August 2026`. */
function startOf(text: string, { slashOrder }: ReadingContext): string | undefined {
  const read = readDate(text, slashOrder);
  if (read.kind === 'date') return read.date;
  const [, name = '', year = ''] = /^([a-z]{3})[a-z]*\.?[\s-]*'?(\d{4}|\d{2})$/i.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return month === 0 ? undefined : `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-01`;
}

/** The figure of a step, as its field writes it. */
export function figureOf(field: TradeField, text: string, { decimalMark }: ReadingContext): string | undefined {
  const plain = plainFigures(text);
  if (field === 'fixed_rate_schedule') return percentIn(plain)?.value;
  if (field === 'notional_schedule') return amountIn(plain, decimalMark)?.amount;
  return readNumber(plain, 'amount', decimalMark)?.value.toFixed();
}

/** Reads the tables of dated rows that are schedules of the trade; answers those that are not. */
export function readSchedules(
  found: FoundFields,
  tables: readonly DatedTable[],
  context: ReadingContext,
): DatedTable[] {
  return tables.filter((table) => !readSchedule(found, table, context));
}

function readSchedule(found: FoundFields, table: DatedTable, context: ReadingContext): boolean {
  const columns = table.headings.map((heading, i) => ({ i, field: fieldOf(heading) })).filter(({ i }) => i > 0);
  // The caption names the figures where their heading does not.
  const last = table.headings.length - 1;
  const named = columns.filter(({ field }) => field !== undefined);
  const chosen = named.length > 0 ? named : [{ i: last, field: fieldOf(table.caption) }];
  let read = false;
  for (const { i, field } of chosen) {
    if (field === undefined) continue;
    const steps = table.rows.map(({ cells: [first = '', ...rest] }) => {
      const [start, figure] = [startOf(first, context), figureOf(field, rest[i - 1] ?? '', context)];
      return start === undefined || figure === undefined ? undefined : `${start} ${figure}`;
    });
    if (steps.some((step) => step === undefined)) continue;
    const [first] = table.rows;
    const boxes = table.rows.flatMap((row) => row.boxes[i] ?? []);
    const literal = table.rows.map(({ cells }) => cells.join(' ')).join('; ');
    const value = (steps as string[]).toSorted().join('; ');
    found.add(field, value, {
      page: table.page,
      line: first?.line ?? 0,
      label: table.headings[i] || table.caption,
      value: literal,
      boxes,
    });
    read = true;
  }
  return read;
}

function fieldOf(heading: string): TradeField | undefined {
  return BY_HEADING.find(([pattern]) => pattern.test(heading))?.[1];
}

const STEP = /(\d[\d.,]*\s*(?:%|per ?cent\.?(?: per annum)?)|[A-Z]{3}\s?\d[\d.,]*)/g;

/**
 * A value that changes once or more in its own cell: `3.75% until 17 September 2028 and 4.25% thereafter`. Each step begins
 * where the one before ends; the first begins with the trade.
 */
export function readSteps(
  field: TradeField,
  literal: string,
  effective: string | undefined,
  context: ReadingContext,
): string | undefined {
  const schedule = `${field}_schedule` as TradeField;
  if (!(schedule in FIELD_KINDS) || effective === undefined) return undefined;
  const parts = literal
    .split(/\b(?:and (?:then )?|then |thereafter,? |; ?|, (?=\d)(?!\d{4}\b))/i)
    .filter((part) => /\d/.test(part));
  const steps: string[] = [];
  let from: string | undefined = effective;
  for (const [i, part] of parts.entries()) {
    const figures = part.match(STEP) ?? [];
    const [figure] = figures;
    const value = figure === undefined || figures.length > 1 ? undefined : figureOf(schedule, figure, context);
    const rest = figure === undefined ? part : part.replace(figure, ' ');
    const date = readDate(rest, context.slashOrder);
    const ends = /\b(?:until|to|up to|through|before|ending)\b/i.test(rest);
    const begins = /\bfrom\b/i.test(rest);
    if (value === undefined || date.kind === 'ambiguous') return undefined;
    if (begins && !ends && date.kind === 'date') from = date.date;
    if (from === undefined) return undefined;
    steps.push(`${from} ${value}`);
    from = ends && date.kind === 'date' ? date.date : undefined;
    if (from === undefined && i < parts.length - 1 && !/\bfrom\b/i.test(parts[i + 1] ?? '')) return undefined;
  }
  return steps.length > 1 && new Set(steps.map((step) => step.slice(0, 10))).size === steps.length
    ? steps.toSorted().join('; ')
    : undefined;
}
