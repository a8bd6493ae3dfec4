import type { Box } from '@trade-matching/domain';
import { boxesOf, enclosing, type Line, type Segment } from '../../read/positioned-text.ts';

/** A label with its value, wherever on the page the two stood. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  /** The nearest heading above. */
  readonly section: string;
  /** The heading of the value's column, or of its row: `Party A`, `Floating Leg`, a party's name. */
  readonly column?: string;
  readonly page: number;
  readonly line: number;
  /** The lines of the page that the label and the value take. */
  readonly lines?: readonly number[];
  /** Of the value, one a printed line. */
  readonly boxes?: readonly Box[];
}

/** An entry that the lines below may go on with. */
export interface Cell {
  readonly entry: {
    label: string;
    value: string;
    section: string;
    column?: string;
    page: number;
    line: number;
    lines: number[];
    boxes: Box[];
  };
  readonly labelX: number;
  readonly valueX: number;
  /** Where a pair in one run of text ends, if the line is full so that its value goes on below. */
  fullAt?: number;
}

/** A line that is part of no entry: a heading, a line of a paragraph, an address. */
export interface LooseLine {
  readonly line: Line;
  readonly section: string;
  readonly isHeading: boolean;
}

/** Points within which two pieces of text begin at one place. */
export const SAME_X = 4;

/** The share of a font's size that stands above the baseline, and all of it with what hangs below. */
const ASCENT = 0.8;
const HEIGHT = 1.05;

/** The box of a run of text, or of some characters of it. */
export function boxOf({ y, height }: Line, segment: Segment, from = 0, to = segment.text.length): Box {
  const printed = enclosing(boxesOf(segment, from, to));
  if (printed) {
    const { x, y: top, width, height: high } = printed;
    return { x: rounded(x), y: rounded(top), width: rounded(width), height: rounded(high) };
  }
  const { x, right, text } = segment;
  const perGlyph = (right - x) / Math.max(1, text.length);
  return {
    x: rounded(x + perGlyph * from),
    y: rounded(y - ASCENT * height),
    width: rounded(perGlyph * (to - from)),
    height: rounded(HEIGHT * height),
  };
}

const rounded = (points: number) => Math.round(points * 10) / 10;
