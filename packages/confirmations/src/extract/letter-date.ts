import type { FoundFields } from './found-fields.ts';
import { boxOf, type LooseLine } from './layout/entry.ts';
import { dateIn } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

/** How many lines from the top a letter's date stands. */
const HEAD_LINES = 14;
/** `Bremen, den `, `La Rochelle, le `, `Cambados, `: the place and what leads on from it to the date. */
const PLACE = /^(?:\p{Lu}[\p{L} .'’-]{1,40},\s*(?:den|le|am|il|lì|a|al)?\s*)?$/u;

/** The date of a letter that stands alone on top, `16 December 2026` or with its place, where no label gives it. */
export function readLetterDate(found: FoundFields, loose: readonly LooseLine[], { slashOrder }: ReadingContext): void {
  if (found.get('confirmation_date') !== undefined || found.unclear.has('confirmation_date')) return;
  const dates = loose
    .filter(({ line }) => line.page === 1 && line.number <= HEAD_LINES)
    .flatMap(({ line }) => line.segments.map((segment) => ({ line, segment, read: dateIn(segment.text, slashOrder) })))
    .filter(
      ({ read: { reading, before, after } }) =>
        reading.kind === 'date' && PLACE.test(before) && !/[\p{L}\d]/u.test(after),
    );
  const [only] = dates;
  if (!only || dates.length > 1 || only.read.reading.kind !== 'date') return;
  const { line, segment } = only;
  found.add(
    'confirmation_date',
    only.read.reading.date,
    { page: line.page, line: line.number, label: 'letter date', value: segment.text, boxes: [boxOf(line, segment)] },
    0.8,
  );
}
