import type { Line, Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';

/** What a platform or an administrator says of a term, and what is no value of any: `Affirmed`, `Matched`, `OK`. */
const STATUS = /^(?:affirmed|agreed|confirmed|matched|verified|checked|accepted|approved|ok|✓|✔)\.?$/i;
/** Fewer of them below each other may be values. */
const FEWEST = 3;

const statusOf = ({ segments }: Line): Segment | undefined => {
  const last = segments.at(-1);
  return segments.length > 2 && last && STATUS.test(last.text.trim()) ? last : undefined;
};

/** The lines without a column of statuses behind labels and values: it says of each term that it was looked at. */
export function withoutStatuses(lines: readonly Line[]): readonly Line[] {
  const statuses = lines.flatMap((line) => statusOf(line) ?? []);
  const isOfColumn = (status: Segment) => statuses.filter(({ x }) => Math.abs(x - status.x) < SAME_X).length >= FEWEST;
  return lines.map((line) => {
    const status = statusOf(line);
    return status && isOfColumn(status) ? { ...line, segments: line.segments.slice(0, -1) } : line;
  });
}
