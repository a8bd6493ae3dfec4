import type { Box } from '../geometry.ts';
import type { PaintSign } from './signs.ts';

/** A run of text as it is painted, in user space: points, origin at the bottom left, along its own direction. */
export interface PaintedRun {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
  /** The way its letters follow each other, of length 1: (1, 0) is level. */
  readonly direction: readonly [dx: number, dy: number];
  /** How far along the run each character begins, and after them the run's width: one more than it has characters. */
  readonly offsets: readonly number[];
  readonly hidden: boolean;
  /** A bar goes through it that belongs to its characters. */
  readonly struck: boolean;
  /** Grey or see-through, as watermarks are. */
  readonly faint: boolean;
  /** Neither black nor grey. */
  readonly colored: boolean;
  /** The annotation that shows it; undefined for the page's own text. */
  readonly annotation?: string;
}

/** A straight line, drawn or filled, in user space. */
export interface Rule {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly thickness: number;
}

/** A page as it is painted. */
export interface PaintedPage {
  readonly runs: readonly PaintedRun[];
  readonly rules: readonly Rule[];
  /** Whether text is hidden for no other reason than that it has the colour of the paper. */
  readonly paperColored: boolean;
  /** Whether it shows anything else than text. Pictures that are not decoded do not count. */
  readonly drawn: boolean;
  /** Where pictures stand, in user space. */
  readonly pictures: readonly Box[];
  readonly signs: readonly PaintSign[];
}

/** The characters of a run from one to before another, as a run of its own. */
export function partOfRun<R extends Pick<PaintedRun, 'text' | 'x' | 'y' | 'width' | 'direction' | 'offsets'>>(
  run: R,
  from: number,
  to: number,
): R {
  const [start, end] = [run.offsets[from] ?? 0, run.offsets[to] ?? run.width];
  return {
    ...run,
    text: run.text.slice(from, to),
    x: run.x + run.direction[0] * start,
    y: run.y + run.direction[1] * start,
    width: end - start,
    offsets: run.offsets.slice(from, to + 1).map((offset) => offset - start),
  };
}
