import { joinSegments, type Line, partOfSegment, type Segment } from '../../read/positioned-text.ts';
import { DATE_LITERAL, readDate } from '../values/dates.ts';
import { SAME_X } from './entry.ts';
import type { Row } from './row-bands.ts';

/** Lines whose values begin at one place, from which on a print is typed in two columns. */
const LEAST_LINES = 4;
/** A value goes on within so many font sizes, in at most so many lines. */
const LINE_GAP = 1.6;
const MOST_LINES = 10;
/** Of a typewriter, the widest gap in one value. */
const WIDEST_GAP = 4;
/** A label, with its leaders, the colon, and where the value begins. */
const TYPED = /^([^:]{2,60}?[\s.]*:\s+)(?=\S)/;

/**
 * A print that is typed, `INITIAL EXCHANGE    : 09SEP2026`, with its values one below the other: what stands at their place on the
 * lines below a value is its rest, however it is spaced and whatever it begins with, `WE PAY NOK 600,000,000.00`.
 */
export function withWholeTypedValues(lines: readonly Line[]): readonly Row[] {
  const begins = lines.map(valueBegins);
  const places = new Map<number, number>();
  for (const x of begins) if (x !== undefined) places.set(Math.round(x), (places.get(Math.round(x)) ?? 0) + 1);
  const shown = [...places].filter(([, count]) => count >= LEAST_LINES).map(([x]) => x);
  if (shown.length === 0) return lines;
  const isShown = (x: number) => shown.some((place) => Math.abs(place - x) < SAME_X);
  const rows: Row[] = [];
  let open: { readonly place: number; lines: number } | undefined;
  for (const [i, line] of lines.entries()) {
    const place = begins[i];
    const above = rows.at(-1);
    const near = above?.page === line.page && line.y > above.y && line.y - above.y <= LINE_GAP * line.height;
    if (place !== undefined && isShown(place)) {
      open = { place, lines: 0 };
      rows.push(joined(line));
    } else if (open && above && near && open.lines < MOST_LINES && isWhole(above) && isRest(line, open.place)) {
      open.lines++;
      rows[rows.length - 1] = withRest(above, line);
    } else {
      open = undefined;
      rows.push(line);
    }
  }
  return rows;
}

function valueBegins({ segments: [first] }: Line): number | undefined {
  const label = first && TYPED.exec(first.text)?.[1];
  return first && label ? partOfSegment(first, label.length, first.text.length).x : undefined;
}

const glyphOf = ({ text, x, right }: Segment): number => (right - x) / Math.max(1, text.length);

/** A value with a gap in it is one, unless a label of its own stands behind the gap. */
function joined(line: Line): Row {
  const [first, ...rest] = line.segments;
  if (!first || rest.length === 0 || rest.some(({ text }) => text.includes(':'))) return line;
  const isClose = rest.every((segment, i) => segment.x - (line.segments[i]?.right ?? 0) <= WIDEST_GAP * glyphOf(first));
  return isClose ? { ...line, segments: [rest.reduce(joinSegments, first)] } : line;
}

/** `15OCT2026 USD 38,400,000.00`. */
const BEGINS_WITH_A_DATE = new RegExp(`^(?:${DATE_LITERAL})\\s+\\S*\\d|^(?:${DATE_LITERAL})\\s+[A-Z]{3}\\s?\\d`, 'iu');

function isRest({ segments }: Line, place: number): boolean {
  const [first] = segments;
  if (first === undefined || Math.abs(first.x - place) >= SAME_X) return false;
  // A row of a schedule begins with its day.
  const isDated = segments.length > 1 && readDate(first.text).kind !== 'none';
  return !isDated && !BEGINS_WITH_A_DATE.test(first.text) && !segments.some(({ text }) => /:\s/.test(text));
}

/** One run of text, and no code that is broken at its hyphen, `USD-` over `SOFR`: that is put together elsewhere. */
const isWhole = ({ segments: [first, ...others] }: Line): boolean =>
  first !== undefined && others.length === 0 && !/[A-Z0-9]-$/.test(first.text);

function withRest(above: Row, line: Line): Row {
  const [first] = above.segments as [Segment];
  return {
    ...above,
    y: line.y,
    top: above.top ?? above.y,
    segments: [line.segments.reduce(joinSegments, first)],
    rows: [...(above.rows ?? [above.number]), line.number],
  };
}
