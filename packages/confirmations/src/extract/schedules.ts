import type { TradeField } from '@trade-matching/domain';
import { FIELD_KINDS } from '@trade-matching/domain';
import type { FoundFields, Place } from './found-fields.ts';
import type { DatedTable } from './layout/tables.ts';
import { whyHeadingDoesNotFit, whyPeriodsDoNotFit } from './schedule-periods.ts';
import { readCurrency } from './values/currencies.ts';
import { DATE_LITERAL, readDate, readMonth } from './values/dates.ts';
import { plainFigures } from './values/literal.ts';
import { amountIn, percentIn, readNumber } from './values/numbers.ts';
import type { ReadingContext } from './values/readers.ts';

/** What the headings of a table's figures, or its caption, say that they are. */
const BY_HEADING: readonly (readonly [RegExp, TradeField])[] = [
  [
    /\bquantit|\bvolum|\bbarrels?\b|\bbbls?\b|\bmmbtu\b|\bmwh\b|\btonnes?\b|\bmt\b|mengen?\b|\bcantidad/i,
    'quantity_schedule',
  ],
  [/\bfixed rate\b|\brate\b|\bcoupon\b|\bfestzins|\btaux\b|\btipo\b|\btasso\b/i, 'fixed_rate_schedule'],
  [
    /\bnotion(?:al|nel)|\bno[cz]ional|\bcapital\b|\bprincipal|\bamount|\bbalance|\bnominal|\boutstanding|\bbezugsbetrag|\bmontant|\bimporte|\bimporto/i,
    'notional_schedule',
  ],
];

const DAYS_OF_A_MONTH = /^(\d{1,2})\s?[-–]\s?\d{1,2}\s+(\p{L}{3,10}\.?\s+\d{4})$/u;

/** The first day of a row: `25 March 2026`, `August 2026`, `août 2026`. */
function startOf(text: string, { slashOrder }: ReadingContext): string | undefined {
  // `01-31 JAN 2027`: the days of one month.
  const [, first, rest] = DAYS_OF_A_MONTH.exec(text) ?? [];
  const read = readDate(first === undefined ? text : `${first} ${rest}`, slashOrder);
  if (read.kind === 'date') return read.date;
  const month = readMonth(text);
  return month === undefined ? undefined : `${month}-01`;
}

/** The figure of a step, as its field writes it. */
export function figureOf(field: TradeField, text: string, { decimalMark }: ReadingContext): string | undefined {
  const plain = plainFigures(text);
  if (field === 'fixed_rate_schedule') return percentIn(plain)?.value;
  if (field === 'notional_schedule') return amountIn(plain, decimalMark)?.amount;
  return readNumber(plain, 'amount', decimalMark)?.value.toFixed();
}

/** A schedule as one table gives it, or why it does not. */
interface Schedule {
  readonly field: TradeField;
  readonly value: string | undefined;
  readonly why?: string;
  readonly place: Place;
}

/**
 * Reads the tables of dated rows that are schedules of the trade; answers those that are not. A schedule is whole or it is
 * left out, for review: a row beside the table that is not understood, or a second table of the same field, may be a step.
 */
export function readSchedules(
  found: FoundFields,
  tables: readonly DatedTable[],
  context: ReadingContext,
): DatedTable[] {
  const read = tables.map((table) => schedulesOf(found, table, context));
  const all = read.flat();
  for (const schedule of all) {
    const { field, value, place, why } = schedule;
    const other = all.find((each) => each.field === field && each.value !== value);
    if (value !== undefined && other === undefined) {
      found.add(field, value, place);
      giveCurrency(found, field, place);
      continue;
    }
    found.use(place);
    found.leaveUnread(
      { kind: 'unread', field, code: 'UNREAD_VALUE', why: why ?? other?.why ?? 'two tables give its values' },
      place,
    );
  }
  return tables.filter((_, i) => read[i]?.every(({ value }) => value === undefined));
}

/** `Notional (GBP)` over the amounts of the periods: the currency that nothing else gives. */
function giveCurrency(found: FoundFields, field: TradeField, place: Place): void {
  if (field !== 'notional_schedule' || found.get('currency') !== undefined) return;
  const [code] = /\b[A-Z]{3}\b/.exec(place.label) ?? [];
  if (code !== undefined && readCurrency(`${code} 1`) === code) found.add('currency', code, place, 0.9);
}

function schedulesOf(found: FoundFields, table: DatedTable, context: ReadingContext): Schedule[] {
  const columns = table.headings.map((heading, i) => ({ i, field: fieldOf(heading) })).filter(({ i }) => i > 0);
  // The caption names the figures where their heading does not.
  const last = table.headings.length - 1;
  const named = columns.filter(({ field }) => field !== undefined);
  const chosen = named.length > 0 ? named : [{ i: last, field: fieldOf(table.caption) }];
  return chosen.flatMap(({ i, field }) => (field === undefined ? [] : [scheduleOf(found, table, i, field, context)]));
}

function scheduleOf(
  found: FoundFields,
  table: DatedTable,
  column: number,
  field: TradeField,
  context: ReadingContext,
): Schedule {
  const steps = table.rows.map(({ cells }) => {
    const [start, figure] = [startOf(cells[0] ?? '', context), figureOf(field, cells[column] ?? '', context)];
    return start === undefined || figure === undefined ? undefined : `${start} ${figure}`;
  });
  const place = {
    page: table.page,
    line: table.rows[0]?.line ?? 0,
    label: table.headings[column] || table.caption,
    value: table.rows.map(({ cells }) => cells.join(' ')).join('; '),
    boxes: table.rows.flatMap((row) => row.boxes),
  };
  const [beside] = table.beside;
  if (beside !== undefined) {
    return { field, value: undefined, why: `a row beside it is not understood: “${beside}”`, place };
  }
  const notRead = table.rows[steps.indexOf(undefined)];
  if (notRead) {
    return { field, value: undefined, why: `a row of it is not understood: “${notRead.cells.join(' ')}”`, place };
  }
  const why =
    whyHeadingDoesNotFit(found, field, table.headings[column] ?? '') ??
    whyPeriodsDoNotFit(found, table, column, context);
  if (why !== undefined) return { field, value: undefined, why, place };
  return { field, value: (steps as string[]).toSorted().join('; '), place };
}

function fieldOf(heading: string): TradeField | undefined {
  return BY_HEADING.find(([pattern]) => pattern.test(heading))?.[1];
}

const NUMBER = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})*(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?";
const LEVEL = `(?:[A-Z]{3}\\s?(?:${NUMBER})|(?:${NUMBER})\\s?(?:[A-Z]{3}\\b|%|per ?cent)(?:\\s?p\\.\\s?a\\.)?)`;
const FROM =
  '(?:from|as (?:of|from)|ab|seit|à (?:partir|compter) du|dès le|desde(?: el)?|a partir del?|dal|a decorrere dal|per|vanaf)';
/** `EUR 9,000,000.00 ab / from 5 May 2027`: a level, and the day from which it is. */
const LEVEL_FROM_DAY = new RegExp(
  `^[\\s,;.]*(${LEVEL}),?\\s+${FROM}(?:\\s*/\\s*${FROM})?(?:\\s+(?:and including|einschließlich|inclus))?\\s+(${DATE_LITERAL})`,
  'i',
);

/** `5 May 2027: EUR 9,000,000.00`. */
const DAY_AND_LEVEL = new RegExp(`^[\\s,;.]*(${DATE_LITERAL})\\s*[:=–-]?\\s+(${LEVEL})(?!\\d)`, 'i');

/** Levels each with its own day, and nothing else between them; undefined where the literal is written otherwise. */
export function stepsWithDates(field: TradeField, literal: string, context: ReadingContext): string[] | undefined {
  const steps: string[] = [];
  let rest = literal.trim();
  const isDayFirst = DAY_AND_LEVEL.test(rest);
  const pattern = isDayFirst ? DAY_AND_LEVEL : LEVEL_FROM_DAY;
  for (let match = pattern.exec(rest); match; match = pattern.exec(rest)) {
    const [level, day] = isDayFirst ? [match[2], match[1]] : [match[1], match[2]];
    const [value, date] = [figureOf(field, level ?? '', context), readDate(day ?? '', context.slashOrder)];
    if (value === undefined || date.kind !== 'date') return undefined;
    steps.push(`${date.date} ${value}`);
    rest = rest.slice(match[0].length).trim();
  }
  const inOrder = steps.every((step, i) => i === 0 || (steps[i - 1] ?? '').slice(0, 10) < step.slice(0, 10));
  return steps.length > 1 && inOrder && /^[.;,]?$/.test(rest) ? steps : undefined;
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
  // Levels in two currencies are no steps of one notional.
  if (new Set(literal.match(/\b[A-Z]{3}(?=\s?\d)|(?<=\d\s?)[A-Z]{3}\b/g)).size > 1) return undefined;
  const dated = stepsWithDates(schedule, literal, context);
  if (dated !== undefined) return dated[0]?.slice(0, 10) === effective ? dated.join('; ') : undefined;
  const parts = literal
    .split(/\b(?:and (?:then )?|then |thereafter,? |; ?|, (?=\d|[A-Z]{3}\s?\d)(?!\d{4}\b))/i)
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
  const isWhole = new Set(steps.map((step) => step.slice(0, 10))).size === steps.length;
  return steps.length > 1 && isWhole && steps.every((step) => step.slice(0, 10) >= effective)
    ? steps.toSorted().join('; ')
    : undefined;
}
