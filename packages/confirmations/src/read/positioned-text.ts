import type { Box } from '@trade-matching/domain';
import type { DocumentMark } from './marks.ts';

/** How a page is held for reading, and how it is shown. */
export interface PageFrame {
  /** Of the page as it is held for reading, in points. */
  readonly width: number;
  readonly height: number;
  /** Quarter turns to the right by which it is shown turned from how it is read; 0 for nearly all. */
  readonly shownTurns: 0 | 1 | 2 | 3;
}

/** Characters of a segment that were printed in one go. */
export interface Piece {
  /** Where they begin in the segment's text. */
  readonly at: number;
  /** Distance of each character's left edge from the left of the page, and last the right edge of the last one. */
  readonly edges: readonly number[];
  /** Distance of the baseline from the top of the page. */
  readonly y: number;
  /** Font size. */
  readonly height: number;
  readonly frame: PageFrame;
}

/** A run of text on one line with no wide gap in it: a word of a sentence, a label, a cell. Points, origin at the top left. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** Where its characters stand; `boxesOf` reads them. A segment that was not read from a page has none. */
  readonly pieces?: readonly Piece[];
  /** The text as it was read, in which the pieces begin, where `text` was changed since. */
  readonly printed?: string;
  /** Struck through. Such segments are in `PositionedText.struck`, never in its lines. */
  readonly struck?: boolean;
}

/** Segments on one baseline, left to right. */
export interface Line {
  /** 1-based. */
  readonly page: number;
  /** 1-based, from the top of the page; on a sheet with two pages, those of the left one first. */
  readonly number: number;
  /**
   * Distance of the baseline from the top of the page, in points. The right one of two pages on a sheet counts on from
   * the bottom of the left one: boxes say where it stands.
   */
  readonly y: number;
  /** Font size of its largest glyphs, in points. */
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** What a reader of the document sees, in reading order. */
export interface PositionedText {
  readonly pages: number;
  readonly lines: readonly Line[];
  /** What is struck through, by the lines that it stands on. It is no live text. */
  readonly struck: readonly Line[];
  /** Stamps, watermarks, strikes and annotations, none of which is in the lines. */
  readonly marks: readonly DocumentMark[];
  /** Runs that were left out because nobody would see them: tiny, off the page, white or invisible. */
  readonly hiddenRuns: number;
  /** Share of glyphs without a mapping to a character, 0 to 1. */
  readonly unmapped: number;
}

/** The text of a line, its segments two spaces apart. Of several it is kept for as long as the line is: each reader asks for it. */
export function lineText(line: Line): string {
  if (line.segments.length < 2) return line.segments[0]?.text ?? '';
  const before = TEXT_OF_LINE.get(line);
  if (before !== undefined) return before;
  const text = line.segments.map((segment) => segment.text).join('  ');
  TEXT_OF_LINE.set(line, text);
  return text;
}
const TEXT_OF_LINE = new WeakMap<Line, string>();

/** How far letters reach over their baseline, in font sizes; the rest of 1 is below it. */
const ASCENT = 0.8;

/**
 * Where a segment's characters from one to before another stand on the page as it is shown: a box for each piece of
 * them, in points from the top left, where pieces that touch on one line are one.
 */
export function boxesOf(segment: Segment, from = 0, to = segment.text.length): Box[] {
  const { text, printed = text, pieces = [] } = segment;
  if (printed === text) return boxesOfPieces(pieces, from, to);
  const wanted = text.slice(from, to).trim();
  const at = printed.indexOf(wanted);
  return at === -1 ? [] : boxesOfPieces(pieces, at, at + wanted.length);
}

/** The characters of a segment from one to before another, each where it stands. */
export function partOfSegment(segment: Segment, from: number, to: number): Segment {
  const { text, x, right, printed = text, pieces = [] } = segment;
  const perGlyph = (right - x) / Math.max(1, text.length);
  const part = { ...segment, text: text.slice(from, to), x: x + perGlyph * from, right: x + perGlyph * to };
  // A text that was changed since is looked for in what is printed.
  if (printed !== text) return part;
  const cut = pieces.flatMap((piece): Piece[] => {
    const [first, last] = [Math.max(0, from - piece.at), Math.min(piece.edges.length - 1, to - piece.at)];
    if (first >= last) return [];
    return [{ ...piece, at: Math.max(0, piece.at - from), edges: piece.edges.slice(first, last + 1) }];
  });
  const [left, end] = [cut[0]?.edges[0] ?? part.x, cut.at(-1)?.edges.at(-1) ?? part.right];
  return { ...part, x: left, right: end, printed: part.text, pieces: cut };
}

/** Two segments of one cell as one. */
export function joinSegments(first: Segment, second: Segment): Segment {
  const printed = `${first.printed ?? first.text} ${second.printed ?? second.text}`;
  const start = printed.length - (second.printed ?? second.text).length;
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    right: Math.max(first.right, second.right),
    printed,
    pieces: [...(first.pieces ?? []), ...(second.pieces ?? []).map((piece) => ({ ...piece, at: piece.at + start }))],
  };
}

function boxesOfPieces(pieces: readonly Piece[], from: number, to: number): Box[] {
  const boxes: { box: Box; y: number; right: number; frame: PageFrame }[] = [];
  for (const { at, edges, y, height, frame } of pieces) {
    const [first, last] = [Math.max(0, from - at), Math.min(edges.length - 1, to - at)];
    const [left, right] = [edges[first], edges[last]];
    if (first >= last || left === undefined || right === undefined) continue;
    const box = { x: left, y: y - ASCENT * height, width: right - left, height };
    const before = boxes.at(-1);
    if (before && Math.abs(before.y - y) < 1 && box.x >= before.box.x) {
      const top = Math.min(before.box.y, box.y);
      const bottom = Math.max(before.box.y + before.box.height, box.y + box.height);
      before.box = {
        x: before.box.x,
        y: top,
        width: Math.max(before.right, right) - before.box.x,
        height: bottom - top,
      };
      before.right = Math.max(before.right, right);
    } else {
      boxes.push({ box, y, right, frame });
    }
  }
  return boxes.map(({ box, frame }) => boxAsShown(box, frame));
}

/** The box of a whole line on the page as it is shown; undefined for a line that was not read from a page. */
export function boxOfLine(line: Line): Box | undefined {
  return enclosing(line.segments.flatMap((segment) => boxesOf(segment)));
}

export function enclosing(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let [x, y] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const box of boxes) {
    [x, y] = [Math.min(x, box.x), Math.min(y, box.y)];
    [right, bottom] = [Math.max(right, box.x + box.width), Math.max(bottom, box.y + box.height)];
  }
  return { x, y, width: right - x, height: bottom - y };
}

/** A box on the page as it is held for reading, as it is shown. */
export function boxAsShown(box: Box, { width, height, shownTurns }: PageFrame): Box {
  switch (shownTurns) {
    case 0:
      return box;
    case 1:
      return { x: height - box.y - box.height, y: box.x, width: box.height, height: box.width };
    case 2:
      return { ...box, x: width - box.x - box.width, y: height - box.y - box.height };
    case 3:
      return { x: box.y, y: width - box.x - box.width, width: box.height, height: box.width };
  }
}
