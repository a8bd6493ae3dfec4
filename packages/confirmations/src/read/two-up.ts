import type { PageFrame } from './positioned-text.ts';
import type { TextRun } from './text-run.ts';

/** A sheet with two pages is wider than high by this much. */
const LANDSCAPE = 1.25;
/** The gap between the pages, in points, around the middle of the sheet. */
const GUTTER = 12;
/** Lines that a page has at least. */
const LINES = 5;
/** Baselines this near, in points, are on one line. */
const SAME_LINE = 1.5;
/** On a form of four columns most lines go on at the right; on two pages few do by chance. */
const FEW = 0.5;
/** A page number: `Page 2`, `2/3`, `- 2 -`, in the languages that are read. */
const PAGE_NUMBER =
  /^(?:-\s*\d{1,3}\s*-|\d{1,3}\s*\/\s*\d{1,3}|(?:page|seite|página|pagina|pág\.?|pag\.?|p\.)\s*\d{1,3}(?:\s*(?:of|von|de|di|\/|sur)\s*\d{1,3})?)$/i;

/** How far from the middle of the sheet the gap may be where both pages are numbered, as a share of its width. */
const OFF_MIDDLE = 0.08;
/** Between words, in font sizes. */
const WORD_GAP = 0.2;
/** Foot and head lines that run over both pages. */
const LINES_OVER_BOTH = 2;

/** The runs of each page that is printed on a sheet, left to right: nearly always one. */
export function pagesOnSheet(runs: readonly TextRun[], { width, height }: PageFrame): (readonly TextRun[])[] {
  if (width < LANDSCAPE * height || runs.length < 2 * LINES) return [runs];
  const middle = width / 2;
  if (runs.some((run) => crosses(run, middle))) return numberedPages(runs, width);
  const left = runs.filter(({ x }) => x < middle);
  const right = runs.filter(({ x }) => x >= middle);
  const [leftLines, rightLines] = [baselines(left), baselines(right)];
  if (leftLines.length < LINES || rightLines.length < LINES) return [runs];
  const shared = rightLines.filter((y) => leftLines.some((other) => Math.abs(y - other) < SAME_LINE)).length;
  const apart = shared < FEW * Math.min(leftLines.length, rightLines.length);
  return apart || areNumbered(left, right) || isRepeated(left, right, middle) ? [left, right] : [runs];
}

const crosses = ({ x, width }: TextRun, at: number): boolean => x < at + GUTTER / 2 && x + width > at - GUTTER / 2;

const areNumbered = (...halves: readonly (readonly TextRun[])[]): boolean =>
  halves.every((half) => rowsOf(half).some((row) => PAGE_NUMBER.test(textOf(row))));

/** The runs of each baseline, left to right. */
function rowsOf(runs: readonly TextRun[]): TextRun[][] {
  return baselines(runs).map((y) =>
    runs.filter((run) => Math.abs(run.y - y) < SAME_LINE).sort((one, other) => one.x - other.x),
  );
}

/** The text of a row whose runs may be a letter each. */
function textOf(row: readonly TextRun[]): string {
  return row
    .map(({ text, x, height }, i) => {
      const before = row[i - 1];
      return before && x - before.x - before.width > WORD_GAP * height ? ` ${text}` : text;
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether the text of a row goes on over a place without a gap. */
function goesOver(row: readonly TextRun[], at: number): boolean {
  return row.some((run, i) => {
    const next = row[i + 1];
    const [end, start] = [run.x + run.width, next?.x ?? Number.POSITIVE_INFINITY];
    return crosses(run, at) || (end <= at + GUTTER / 2 && start >= at - GUTTER / 2 && start - end < GUTTER);
  });
}

/**
 * Two pages with a number each, whose gap is not in the middle or is crossed by a foot of the sheet. What crosses it is read
 * behind the right page.
 */
function numberedPages(runs: readonly TextRun[], width: number): (readonly TextRun[])[] {
  const rows = rowsOf(runs);
  // A row has the cells of both pages.
  if (!rows.some((row) => /\b(?:page|seite|página|pagina|p[áa]g)\b|\d\s*\/\s*\d|-\s*\d/i.test(textOf(row))))
    return [runs];
  for (let offset = 0; offset <= OFF_MIDDLE * width; offset += GUTTER / 4) {
    for (const at of [width / 2 - offset, width / 2 + offset]) {
      const over = rows.filter((row) => goesOver(row, at));
      const rest = rows.filter((row) => !goesOver(row, at)).flat();
      if (over.length > LINES_OVER_BOTH || rest.length === 0) continue;
      // A line over both pages stands above or below everything else.
      const [top, bottom] = [Math.min(...rest.map(({ y }) => y)), Math.max(...rest.map(({ y }) => y))];
      if (over.some(([run]) => run !== undefined && run.y > top && run.y < bottom)) continue;
      const [left, right] = [rest.filter(({ x }) => x < at), rest.filter(({ x }) => x >= at)];
      if (baselines(left).length < LINES || baselines(right).length < LINES || !areNumbered(left, right)) continue;
      return [left, [...right, ...over.flat()]];
    }
  }
  return [runs];
}

/** Whether the columns of both halves begin as far from the left edge of each: the same form twice. */
function isRepeated(left: readonly TextRun[], right: readonly TextRun[], middle: number): boolean {
  const columns = [...columnsOf(left, 0)].filter((x) => columnsOf(right, middle).has(x));
  return columns.length >= 2;
}

/** Where three runs or more begin, from the left edge of their page. */
function columnsOf(runs: readonly TextRun[], edge: number): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { x } of runs) counts.set(Math.round(x - edge), (counts.get(Math.round(x - edge)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 3).map(([x]) => x));
}

function baselines(runs: readonly TextRun[]): number[] {
  const found: number[] = [];
  for (const { y } of [...runs].sort((a, b) => a.y - b.y)) {
    if (y - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > SAME_LINE) found.push(y);
  }
  return found;
}
