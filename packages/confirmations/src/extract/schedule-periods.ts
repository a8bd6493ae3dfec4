import { daysBetween, type OtherTerm, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { DatedTable } from './layout/tables.ts';
import { currencyIn } from './values/currencies.ts';
import { dateIn } from './values/dates.ts';
import { PER_TIME, type ReadingContext, unitIn } from './values/readers.ts';

/** When payments are made, by a column's heading. */
const OF_PAYMENTS = /\bpay|\bsettle|\bzahl|\bfällig|\bpaiement|\bpago|\bpagamento|\bdue\b|\bvalue date/i;
/** Days by which a period may end before the next begins: it ends on its last day, and a weekend may lie between. */
const MOST_BETWEEN = 4;

function datesIn(text: string, { slashOrder }: ReadingContext): string[] {
  const dates: string[] = [];
  for (let read = dateIn(text, slashOrder); read.reading.kind === 'date'; read = dateIn(read.after, slashOrder))
    dates.push(read.reading.date);
  return dates;
}

/** Why the periods of a table are not those of one schedule: a day is in none of them, or in two, or they end too early. */
export function whyPeriodsDoNotFit(
  found: FoundFields,
  { headings, rows }: DatedTable,
  column: number,
  context: ReadingContext,
): string | undefined {
  const periods = rows.map(({ cells }) => {
    const dates = cells.slice(0, column).flatMap((cell, i) => {
      return OF_PAYMENTS.test(headings[i] ?? '') ? [] : datesIn(cell, context);
    });
    const [start] = dates;
    const end = dates.at(-1);
    return start === undefined || end === undefined || end <= start ? undefined : { start, end, cells };
  });
  // Where no end is printed, each period ends where the next begins.
  if (periods.some((period) => period === undefined)) return undefined;
  const inOrder = (periods as { start: string; end: string; cells: readonly string[] }[]).toSorted((a, b) =>
    a.start < b.start ? -1 : 1,
  );
  const fits = (end: string, next: string) => {
    const days = daysBetween(end, next);
    return days >= 0 && days <= MOST_BETWEEN;
  };
  for (const [i, { end, cells }] of inOrder.entries()) {
    const next = inOrder[i + 1]?.start;
    if (next !== undefined && !fits(end, next))
      return `the period “${cells.join(' ')}” does not end where the next begins`;
  }
  const [until, last] = [found.get('termination_date'), inOrder.at(-1)?.end];
  if (until === undefined || last === undefined || Math.abs(daysBetween(last, until)) <= MOST_BETWEEN) return undefined;
  return `its last period ends on ${last}, the trade on ${until}`;
}

/** What a heading may say in brackets of the figures below it, besides a unit and a currency. */
const SAID_OF_FIGURES =
  /^(?:in|en|per|each|the|total|us|u\.s\.|metric|calculation|period|month|both|legs?|notional|quantity|amount|volume|incl\w*|excl\w*|net|p\.?a\.?|annum|%|both parties|beide|für|seiten|pro|je|monat|mes|mois|mese|periode|período|périodes?)$/i;
/** Outside of brackets, what makes the figures those of something else. */
const OF_SOMETHING_ELSE =
  /\b(?:only|if|drawn|undrawn|estimated|expected|indicative|optional|maximum|minimum|max\.?|min\.?|up to|nur|falls|geschätzt\w*|seulement|estimé\w*|sólo|solo|soltanto|stimat\w*)\b/i;

/** Why the figures below a heading are not simply those of the field: another unit, each day's, of one leg alone. */
export function whyHeadingDoesNotFit(found: FoundFields, field: TradeField, heading: string): string | undefined {
  if (OF_SOMETHING_ELSE.test(heading)) return `its heading says “${heading}”`;
  const time = PER_TIME.exec(heading)?.[0];
  if (field === 'quantity_schedule' && time !== undefined) return `its figures are ${time.trim()}`;
  const [unit, own] = [unitIn(heading), found.get('unit_of_measure')];
  if (field === 'quantity_schedule' && unit !== undefined && own !== undefined && unit !== own)
    return `its figures are in ${unit}, the quantity is in ${own}`;
  for (const [, said = ''] of heading.matchAll(/\(([^()]*)\)/g)) {
    const words = said
      .replace(/[“”"„‘’',.\d]/g, ' ')
      .split(/[\s/-]+/)
      .filter(Boolean);
    const isKnown = words.every((word) => SAID_OF_FIGURES.test(word) || unitIn(word) !== undefined || isCurrency(word));
    if (!isKnown && unitIn(said) === undefined) return `its heading says “${said}”`;
  }
  return undefined;
}

const isCurrency = (word: string) => /^(?:[A-Z]{3}|[$€£¥]|euros?)$/.test(word) && currencyIn(`${word} 1`) !== undefined;

/** Days of payment that a table gives its periods: to be compared where both sides print them. */
export function paymentDatesOf(tables: readonly DatedTable[], context: ReadingContext): OtherTerm[] {
  return tables.flatMap(({ headings, rows, page }) => {
    const at = headings.findIndex((heading, i) => i > 0 && OF_PAYMENTS.test(heading));
    const paid = rows.map(({ cells }) => datesIn(cells[at] ?? '', context)[0]);
    if (at === -1 || paid.some((date) => date === undefined)) return [];
    const ends = rows.map(({ cells }) => datesIn(cells.slice(0, at).join(' ; '), context).at(-1));
    const days = paid.flatMap((date, i) => (ends[i] === undefined ? [] : [daysBetween(ends[i] ?? '', date ?? '')]));
    return {
      label: headings[at] ?? '',
      key: 'payment dates of the periods',
      literal: paid.join(', '),
      page,
      line: rows[0]?.line ?? 1,
      boxes: rows.flatMap(({ boxes }) => boxes.slice(at, at + 1)),
      // Days that follow each period alike are what a sentence says on the other side.
      economic: days.length > 0 && Math.max(...days) - Math.min(...days) > 2 * MOST_BETWEEN,
    };
  });
}
