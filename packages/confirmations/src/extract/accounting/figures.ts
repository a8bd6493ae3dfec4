import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { currencyIn } from '../values/currencies.ts';
import { dateIn } from '../values/dates.ts';
import { amountIn } from '../values/numbers.ts';

const AMOUNTS =
  /(?:\b[A-Z]{3}|US\$|[$€£¥])\s?\d(?:[\d.,'’ ]*\d)?(?:\s?(?:million|billion|mio|mn|mm|m|bn)\b)?|\b\d(?:[\d.,'’ ]*\d)?\s?(?:[A-Z]{3}\b|[€£])/g;
const RATES = /[-+]?\d[\d.,]*(?:\s\d+\/\d+)?\s?(?:%|per\s?cent|basis points?|bps?\b)/gi;

/** The figures that the trade holds, to tell a sentence that repeats them from one that adds one. */
export function knownValues(found: FoundFields): ReadonlySet<string> {
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
export function addsFigure(literal: string, known: ReadonlySet<string>): boolean {
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
export function addsCurrency(found: FoundFields, value: string): boolean {
  return (
    /^[A-Z]{3}$/.test(value.trim()) &&
    currencyIn(value) !== undefined &&
    !Object.values(found.values).some((each) => each === value.trim())
  );
}

/** Whether a text holds an amount or a rate that no field of the trade holds. */
export function addsAmount(text: string, known: ReadonlySet<string>): boolean {
  const amounts = [...text.replace(/[\u00a0\u202f]/g, ' ').matchAll(AMOUNTS)].map(([literal]) =>
    currencyIn(literal) === undefined ? undefined : amountIn(literal)?.amount,
  );
  const rates = [...text.matchAll(RATES)].map(([literal]) => /\d[\d.,]*/.exec(literal)?.[0]?.replace(',', '.'));
  return [...amounts, ...rates].some((value) => value !== undefined && !known.has(String(Number(value))));
}

/** The words of the fields' values, in lower case and without accents. */
export function wordsOfValues(found: FoundFields): ReadonlySet<string> {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
  return new Set(Object.values(found.values).flatMap((value) => plain(value ?? '').match(/\p{L}+/gu) ?? []));
}

const NAMES: ReadonlySet<TradeField> = new Set<TradeField>([
  'bank_name',
  'counterparty_name',
  'trade_id',
  'other_reference',
  'uti',
  'confirmation_date',
]);

/** The lines on which terms of the trade stand, as `page:line`: not those of names and references alone. */
export function linesOfTerms(found: FoundFields): ReadonlySet<string> {
  const lines = (Object.keys(found.evidence) as TradeField[]).flatMap((field) => {
    const at = NAMES.has(field) ? undefined : found.evidence[field];
    return at === undefined ? [] : [`${at.page}:${at.line}`];
  });
  return new Set(lines);
}
