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

/** The runs of each page that is printed on a sheet, left to right: nearly always one. */
export function pagesOnSheet(runs: readonly TextRun[], { width, height }: PageFrame): (readonly TextRun[])[] {
  if (width < LANDSCAPE * height || runs.length < 2 * LINES) return [runs];
  const middle = width / 2;
  const inGutter = runs.some(({ x, width: its }) => x < middle + GUTTER / 2 && x + its > middle - GUTTER / 2);
  if (inGutter) return [runs];
  const left = runs.filter(({ x }) => x < middle);
  const right = runs.filter(({ x }) => x >= middle);
  const [leftLines, rightLines] = [baselines(left), baselines(right)];
  if (leftLines.length < LINES || rightLines.length < LINES) return [runs];
  const shared = rightLines.filter((y) => leftLines.some((other) => Math.abs(y - other) < SAME_LINE)).length;
  const apart = shared < FEW * Math.min(leftLines.length, rightLines.length);
  const numbered = [left, right].every((half) => half.some(({ text }) => PAGE_NUMBER.test(text.trim())));
  return apart || numbered || isRepeated(left, right, middle) ? [left, right] : [runs];
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
