import type { Line, Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';
import { isRestOfLabel, isStacked } from './row-rules.ts';
import type { SegmentLabels } from './segment-labels.ts';

/** So many rows of labels over their values show that a form is laid out so. */
const SHOWN = 3;
/** Points by which two distances of a form may differ. */
const SAME_DISTANCE = 0.6;

/**
 * A form of labels above their values, in columns: once several of its rows are known, a row that stands in the same columns
 * at the same distance above its values, in print of the labels' size, is one of them, whatever its labels and values are
 * called: `Client side` over `Buy`.
 */
export class StackedRows {
  private readonly rows: { readonly line: Line; readonly distance: number }[] = [];
  /** Whether the row at hand is one by its place alone. */
  private isByPlace = false;

  /** Whether a line is of labels, each over its value on the next. */
  holds(line: Line, next: Line | undefined, labels: SegmentLabels, hasColumns: boolean): boolean {
    this.isByPlace = next !== undefined && this.isNext(line, next, labels);
    if (this.isByPlace) return true;
    const isOne = isStacked(line, next, labels, hasColumns);
    if (isOne && next && line.segments.length > 1) this.rows.push({ line, distance: next.y - line.y });
    return isOne;
  }

  /** Whether what stands below a label of the row at hand is the label's second line. */
  isRest(line: Line, value: Segment, labels: SegmentLabels): boolean {
    return !this.isByPlace && isRestOfLabel(line, value, labels);
  }

  private isNext(line: Line, next: Line, labels: SegmentLabels): boolean {
    const { segments } = line;
    if (next.page !== line.page || segments.length < 2 || next.segments.length !== segments.length) return false;
    if (!segments.every(({ x }, i) => isAt(x, next.segments[i]?.x))) return false;
    if (segments.some((segment) => /\d{2}/.test(segment.text) || labels.pairs(segment).length > 0)) return false;
    // In print of one size, nothing says which of two lines is the labels'.
    if (Math.abs(line.height - next.height) < SAME_DISTANCE) return false;
    const like = this.rows.filter(
      (row) =>
        Math.abs(row.distance - (next.y - line.y)) < SAME_DISTANCE &&
        Math.abs(row.line.height - line.height) < SAME_DISTANCE &&
        segments.every(({ x }) => row.line.segments.some((other) => isAt(x, other.x))),
    );
    return like.length >= SHOWN;
  }
}

const isAt = (x: number, other: number | undefined): boolean => other !== undefined && Math.abs(x - other) < SAME_X;
