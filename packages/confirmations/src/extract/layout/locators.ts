import type { Box } from '@trade-matching/domain';
import { type Line, lineText, type PositionedText } from '../../read/positioned-text.ts';
import { boxesOfCharacters, inOneGrouping, MORE_THAN_A_SPACE } from './prose.ts';

/** Where on the pages a piece of the prose stands. */
export interface PlaceInText {
  readonly page: number;
  readonly line: number;
  readonly boxes: readonly Box[];
}

/** Where a value is said to stand: its line, and the boxes of the cell that it was read from. */
interface CellInText {
  readonly page: number;
  readonly line: number;
  readonly boxes?: readonly Box[];
}

/** Lines of a cell that a literal may stand on, counted from the cell's first. */
const LINES_OF_A_CELL = 3;

/** The boxes of the characters of some lines, as if they were one, from one to another place in their text. */
const boxesOfRows = (rows: readonly { readonly at: number; readonly line: Line }[], from: number, to: number): Box[] =>
  rows.flatMap(({ at, line }) => boxesOfCharacters(line, from - at, to - at));

/** Finds where a literal of the prose is printed: its first line, and a box a line. Undefined where it is not printed so. */
function locatorInText(text: PositionedText): (literal: string) => PlaceInText | undefined {
  let index: { prose: string; starts: { at: number; line: Line }[] } | undefined;
  const build = () => {
    let prose = '';
    const starts = text.lines.map((line) => {
      const at = prose.length;
      prose += `${inOneGrouping(lineText(line).replace(MORE_THAN_A_SPACE, ' ')).toLowerCase()} `;
      return { at, line };
    });
    return { prose, starts };
  };
  return (literal) => {
    index ??= build();
    const wanted = inOneGrouping(literal.replace(/\s+/g, ' ')).trim().toLowerCase();
    if (wanted === '') return undefined;
    const { prose, starts } = index;
    const [from, to] = [prose.indexOf(wanted), prose.indexOf(wanted) + wanted.length];
    if (from === -1) return undefined;
    const covered = starts.filter(({ at }, i) => at < to && (starts[i + 1]?.at ?? prose.length) > from);
    const [first] = covered;
    if (!first) return undefined;
    return { page: first.line.page, line: first.line.number, boxes: boxesOfRows(covered, from, to) };
  };
}

/**
 * Finds where a literal is printed that was read from a cell: on one of the cell's lines, in several places the one that the
 * cell's boxes cover best. Undefined where it is not printed so.
 */
function locatorInCells(text: PositionedText): (literal: string, cell: CellInText) => Box[] | undefined {
  let places: Map<string, number> | undefined;
  return (literal, { page, line, boxes: ofCell = [] }) => {
    places ??= new Map(text.lines.map((each, i) => [`${each.page}:${each.number}`, i]));
    const top = places.get(`${page}:${line}`);
    if (top === undefined || literal === '') return undefined;
    // A run of text of its own has the cell's boxes.
    if (ofCell.length === 1 && text.lines[top]?.segments.some((segment) => segment.text === literal)) return undefined;
    const lines = text.lines.slice(top, top + LINES_OF_A_CELL);
    const whole = placesIn(lines, literal);
    // Of a cell on several lines, the columns beside it stand between one line and the next.
    const found =
      whole.length > 0
        ? whole
        : placesIn(
            lines.map((each) => within(each, ofCell)),
            literal,
          );
    if (found.length < 2) return found[0];
    return found.toSorted((a, b) => overlapOf(b, ofCell) - overlapOf(a, ofCell))[0];
  };
}

/** The places of a literal in some lines that follow each other, as boxes. */
function placesIn(lines: readonly Line[], literal: string): Box[][] {
  let joined = '';
  const rows = lines.map((line) => {
    const row = { at: joined.length, line };
    joined += `${lineText(line)} `;
    return row;
  });
  const found: Box[][] = [];
  for (let at = joined.indexOf(literal); at !== -1; at = joined.indexOf(literal, at + literal.length)) {
    found.push(boxesOfRows(rows, at, at + literal.length));
  }
  return found;
}

/** A line with what stands of it in the columns of some boxes. */
function within(line: Line, boxes: readonly Box[]): Line {
  const isIn = ({ x, right }: { readonly x: number; readonly right: number }) =>
    boxes.some((box) => x < box.x + box.width && right > box.x);
  return { ...line, segments: line.segments.filter(isIn) };
}

/** The area, in square points, that boxes of one list share with those of another. */
function overlapOf(some: readonly Box[], others: readonly Box[]): number {
  const side = (a: number, aLong: number, b: number, bLong: number) =>
    Math.max(0, Math.min(a + aLong, b + bLong) - Math.max(a, b));
  return some.reduce(
    (sum, a) => others.reduce((s, b) => s + side(a.x, a.width, b.x, b.width) * side(a.y, a.height, b.y, b.height), sum),
    0,
  );
}

/** How a value is looked for on the pages: anywhere, or in the cell that it was read from. */
export interface Locators {
  readonly inText: ReturnType<typeof locatorInText>;
  readonly inCell: ReturnType<typeof locatorInCells>;
}

export const locatorsIn = (text: PositionedText): Locators => ({
  inText: locatorInText(text),
  inCell: locatorInCells(text),
});

/** Finds nothing: what is read of no page. */
export const NOWHERE: Locators = { inText: () => undefined, inCell: () => undefined };
