import { joinSegments, type Line, type Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';
import { legOfHeading } from './headings.ts';
import type { Row } from './row-bands.ts';
import { isMostlyAValue } from './segment-labels.ts';

/** Rows of one block are nearer to each other than this many font sizes. */
const ROW_GAP = 2.6;
const LEAST_ROWS = 4;
/** Labels of a leg over their values. */
const LEAST_STACKED = 3;
/** And lines of labels over values. */
const STACK_GAP = 2.2;

/**
 * Two blocks with labels of their own, a leg each, set side by side: their rows need not stand on the same baselines
 * where a value wraps in one of them. The left block's lines come first, then the right one's, each below its heading.
 */
export function unfoldBlocks(printed: readonly Line[], isLabel: (text: string) => boolean): Line[] {
  const lines = printed.map(withWholeHeadings);
  const unfolded: Line[] = [];
  let index = 0;
  while (index < lines.length) {
    const heading = lines[index];
    const block = heading ? blockBelow(lines, index, isLabel) : undefined;
    if (!heading || !block) {
      if (heading) unfolded.push(heading);
      index++;
      continue;
    }
    const [left, right] = heading.segments as [Segment, Segment];
    const isRight = ({ x }: Segment) => x > right.x - SAME_X;
    for (const [title, side] of [
      [left, (segment: Segment) => !isRight(segment)],
      [right, isRight],
    ] as const) {
      unfolded.push({ ...heading, segments: [title] });
      for (const line of block) {
        const segments = line.segments.filter(side);
        if (segments.length > 0) unfolded.push({ ...line, segments });
      }
    }
    index += block.length + 1;
  }
  return unfolded;
}

const DIRECTION = /^(?:(?:we |you )?(?:pay|receive)s?|pay(?:ing|ment)|receiving|receipt|leg\s?[12AB])\s*:?$/i;

/** `RECEIVE | Fixed | PAY | Float` over two blocks: which way each leg goes and what it is are one heading. */
function withWholeHeadings(line: Line): Line {
  const [way, leg, otherWay, otherLeg] = line.segments;
  if (!way || !leg || !otherWay || !otherLeg || line.segments.length > 4) return line;
  const [one, other] = [leg, otherLeg].map(({ text }) => (text.length <= LONGEST_LEG ? legOfHeading(text) : undefined));
  if (one === undefined || other === undefined || way.text === otherWay.text) return line;
  if (!DIRECTION.test(way.text) || !DIRECTION.test(otherWay.text)) return line;
  const { of: _stated, ...heading } = line as Row;
  return { ...heading, segments: [joinSegments(way, leg), joinSegments(otherWay, otherLeg)] };
}
const LONGEST_LEG = 20;

/** The lines of the blocks below a heading of two legs, or undefined where no such blocks stand below. */
function blockBelow(lines: readonly Line[], at: number, isLabel: (text: string) => boolean): Line[] | undefined {
  const heading = lines[at];
  const next = lines[at + 1];
  if (!heading || !next || heading.segments.length !== 2) return undefined;
  const [left, right] = heading.segments as [Segment, Segment];
  const legs = new Set([legOfHeading(left.text), legOfHeading(right.text)]);
  const lettered = areLettered(left, right);
  if (!lettered && (legs.size < 2 || legs.has(undefined))) return undefined;
  const stands = ({ x }: Segment) => next.segments.some((cell) => Math.abs(cell.x - x) < 3 * SAME_X);
  // Labels below both headings: below headings of columns the first label stands to the left of both.
  if (!stands(left) || !stands(right) || next.segments.some(({ x }) => x < left.x - 3 * SAME_X)) return undefined;
  const block: Line[] = [];
  let lastY = heading.y;
  for (const line of lines.slice(at + 1)) {
    const gap = line.y - lastY;
    if (line.page !== heading.page || gap < 0 || gap > ROW_GAP * line.height) break;
    // A row that reaches over the middle is of neither block.
    if (line.segments.some(({ x, right: end }) => x < right.x - SAME_X && end > right.x + SAME_X)) break;
    block.push(line);
    lastY = line.y;
  }
  const hasRows = lettered ? block.length >= LEAST_ROWS : hasOwnRows(block, right.x);
  if (hasRows) return block;
  const stacked = stackedRows(heading, block, right.x, isLabel);
  return stacked.length >= 2 * LEAST_STACKED ? stacked : undefined;
}

/** `A. Trade` beside `B. Fixed leg`: headings of a form whose parts are lettered, each with its own labels below. */
function areLettered(left: Segment, right: Segment): boolean {
  const letterOf = ({ text }: Segment) => /^([A-Z])[.)]\s+\p{Lu}/u.exec(text)?.[1]?.charCodeAt(0) ?? Number.NaN;
  return letterOf(right) === letterOf(left) + 1;
}

/** Both blocks have labels with values: where all rows share a baseline, the lines can be read as they stand. */
function hasOwnRows(block: readonly Line[], middle: number): boolean {
  const alone = block.filter(({ segments }) => {
    const right = segments.filter(({ x }) => x > middle - SAME_X).length;
    return (right === 2 && segments.length === 2) || (right === 0 && segments.length === 2);
  });
  return alone.length > 2;
}

/**
 * The rows of labels over their values on both sides. Where a value wraps, its side is lines behind the other from there on.
 * They end where a row has cells of its own, or further below.
 */
function stackedRows({ y }: Line, block: readonly Line[], middle: number, isLabel: (text: string) => boolean): Line[] {
  // Beside each other, two labels have their values below; a label and its value are a row.
  const [labels, values] = block.map(({ segments }) =>
    segments.map(({ text }) => isLabel(text) && !isMostlyAValue(text.trim())),
  );
  if (labels?.length !== 2 || !labels.every(Boolean) || values?.some(Boolean) !== false) return [];
  const isRight = ({ x }: Segment) => x > middle - SAME_X;
  const end = block.findIndex(({ segments, ...line }, i) => {
    const right = segments.filter(isRight).length;
    const isFar = line.y - (block[i - 1]?.y ?? y) > STACK_GAP * line.height;
    return right > 1 || segments.length - right > 1 || isFar;
  });
  return end < 0 ? [...block] : block.slice(0, end);
}
