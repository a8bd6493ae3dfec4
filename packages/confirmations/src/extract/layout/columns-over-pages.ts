import type { Line, Segment } from '../../read/positioned-text.ts';
import { isOver } from './headings.ts';

/** The head of a page is at most so many lines. */
const LINES_OF_HEAD = 3;

/**
 * Headings of columns whose rows go on at the top of the next page, where they are not printed again: they hold for its first
 * row with as many cells, each right below its heading. A heading on the new page, or another row first, ends them.
 */
export class ColumnsOverPages {
  private ended: Over = NOTHING;
  private page = 0;
  private linesOnPage = 0;

  /** What stands over a line, of what stood over the one before; `breaks` says that a wide gap or a page is between. */
  at(line: Line, before: readonly Segment[], section: string, { breaks, previous, next }: Surroundings): Over {
    const nothing: Over = [[], section];
    if (before.length > 0) {
      this.ended = breaks ? [before, section] : NOTHING;
      this.page = previous?.page ?? line.page;
      this.linesOnPage = 0;
      if (!breaks) return [before, section];
    }
    const [columns] = this.ended;
    if (columns.length === 0) return nothing;
    if (line.page === this.page) {
      // The foot of the page; another row has ended the table.
      if (line.segments.length > 1 && next?.page === line.page) this.ended = NOTHING;
      return nothing;
    }
    const [, ...cells] = line.segments;
    const isRow =
      columns.length > 1 &&
      cells.length === columns.length &&
      cells.every((cell, i) => isOver(columns[i] as Segment, cell));
    this.linesOnPage++;
    const isOther = line.segments.length > 2 || this.linesOnPage > LINES_OF_HEAD || line.page > this.page + 1;
    const over = isRow ? this.ended : nothing;
    if (isRow || isOther) this.ended = NOTHING;
    return over;
  }

  endAt(heading: Line): void {
    if (heading.page !== this.page) this.ended = NOTHING;
  }
}

/** The headings of columns, and the section that they are in: the foot or the head of a page may look like another. */
type Over = readonly [columns: readonly Segment[], section: string];
const NOTHING: Over = [[], ''];

interface Surroundings {
  readonly breaks: boolean;
  readonly previous: Line | undefined;
  readonly next: Line | undefined;
}
