import type { Line, Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';

/** Lines of a page: the first and the last one's index. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** Space below the last line of a column, in font sizes. */
const BELOW = 4;

/**
 * A page whose lines in a region are read column by column: undefined where text reaches from one column into the next.
 *
 * @param starts where the columns begin, left to right, in points
 */
export function unfoldColumns(
  page: readonly Line[],
  { from, to }: Region,
  starts: readonly number[],
): Line[] | undefined {
  const region = page.slice(from, to + 1);
  const columnOf = ({ x }: Segment) =>
    Math.max(
      0,
      starts.findLastIndex((start) => x > start - SAME_X),
    );
  const reaches = ({ segments }: Line) =>
    segments.some((segment) => segment.right > (starts[columnOf(segment) + 1] ?? Number.POSITIVE_INFINITY));
  if (region.some(reaches)) return undefined;
  const [top, bottom] = [region[0]?.y ?? 0, region.at(-1)?.y ?? 0];
  const height = bottom - top + BELOW * (region[0]?.height ?? 0);
  const unfolded = starts.flatMap((_, i) =>
    region.flatMap((line) => {
      const segments = line.segments.filter((segment) => columnOf(segment) === i);
      return segments.length === 0 ? [] : [{ ...line, y: line.y + i * height, segments }];
    }),
  );
  const after = page.slice(to + 1).map((line) => ({ ...line, y: line.y + (starts.length - 1) * height }));
  const first = page[0]?.number ?? 1;
  return [...page.slice(0, from), ...unfolded, ...after].map((line, i) => ({ ...line, number: first + i }));
}
