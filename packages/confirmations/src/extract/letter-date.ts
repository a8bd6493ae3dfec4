import type { Line, PositionedText } from '../read/positioned-text.ts';
import type { FoundFields } from './found-fields.ts';
import { boxOf, type LooseLine } from './layout/entry.ts';
import { dateIn } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

/** How many lines from the top a letter's date stands. */
const HEAD_LINES = 14;
/** `Bremen, den `, `La Rochelle, le `, `Cambados, `: the place and what leads on from it to the date. */
const PLACE = /^(?:\p{Lu}[\p{L} .'’-]{1,40},\s*(?:den|le|am|il|lì|a|al)?\s*)?$/u;

/** Behind the text of the line: `… (nachstehend „Kunde“). Bremen, 11.06.2026`. */
const PLACE_BEHIND = /[.)]\s+\p{Lu}[\p{L} .'’-]{1,40},\s*(?:den|le|am|il|lì)?\s*$/u;
/** Behind a telephone's number: `Switchboard 01603 555 480 22 May 2026`. */
const PHONE_BEFORE = /(?:tel\b|phone|switchboard|telefon|fax|\(\d{3}\)|\+\d{1,3})[^,]*\d{3,}\s+$/i;
const ENDS_SENTENCE = /^\.\s+(?=\p{Lu})/u;

/** The sentence of a line that is full goes on in the next one: `… falls due on the settlement date,`. */
const GOES_ON = /.{50}[\p{Ll},]$/u;
const goesOn = (line: Line | undefined): boolean => GOES_ON.test(line?.segments.at(-1)?.text ?? '');

/**
 * The date of a letter on top, where no label gives it: alone, `16 December 2026`; with its place, also beside a name or at
 * an end of a line; or as the first words of the letter, `12 March 2026. Harbour Bank plc to …`.
 */
export function readLetterDate(
  found: FoundFields,
  { lines }: PositionedText,
  loose: readonly LooseLine[],
  { slashOrder }: ReadingContext,
): void {
  if (found.get('confirmation_date') !== undefined || found.unclear.has('confirmation_date')) return;
  const free = new Set(loose.map(({ line }) => `${line.page}:${line.number}`));
  const dates = lines
    .filter(({ page, number }) => page === 1 && number <= HEAD_LINES)
    .flatMap((line, i, head) =>
      line.segments
        // In a row of cells a date has its place before it, with a comma.
        .filter(({ text }) => free.has(`${line.page}:${line.number}`) || /[,，]/.test(text))
        .map((segment) => ({ ...{ line, segment, read: dateIn(segment.text, slashOrder) }, above: head[i - 1] })),
    )
    .filter(({ line, above, read: { reading, before, after } }) => {
      if (reading.kind !== 'date') return false;
      const isFree = free.has(`${line.page}:${line.number}`);
      const isAlone = !/[\p{L}\d]/u.test(after);
      // A date without its place in a row of cells is a term.
      if (before.trim() === '') return isFree && (isAlone || (ENDS_SENTENCE.test(after) && !goesOn(above)));
      return (
        (PLACE.test(before) && (isAlone || ENDS_SENTENCE.test(after))) ||
        (isAlone && (PLACE_BEHIND.test(before) || PHONE_BEFORE.test(before)))
      );
    });
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
