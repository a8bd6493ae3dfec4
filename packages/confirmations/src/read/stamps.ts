import type { Box } from '@trade-matching/domain';
import { isStampAlone } from './stamp-words.ts';
import type { TextRun, TurnedRun } from './text-run.ts';

/** Letters this much larger than the page's are large. */
const LARGE = 1.6;
/** What most letters have does not set a stamp apart. */
const COMMON_SHARE = 0.3;
/** Letters of a stamp may stand this far apart, in font sizes. */
const LETTER_GAP = 1.2;
/** The same words in this many columns and rows are a pattern behind the page. */
const TILES = 3;

export interface Stamp {
  readonly text: string;
  /** On the page as it is held for reading. */
  readonly box: Box;
}

/** Runs of one style that follow each other on a baseline. */
interface Group {
  readonly runs: TextRun[];
  text: string;
  readonly x: number;
  right: number;
  readonly y: number;
  readonly height: number;
  readonly faint: boolean;
  readonly colored: boolean;
}

/**
 * Parts stamps and watermarks that run level from the text that they lie across: what stamps say in a style of their
 * own; grey letters that are large, or repeated all over the page, and overprint text.
 */
export function withoutStamps(runs: readonly TextRun[]): {
  readonly text: readonly TextRun[];
  readonly stamps: Stamp[];
} {
  const style = pageStyle(runs);
  const distinct = (run: TextRun) =>
    (run.faint && style.faintIsRare) || (run.colored && style.coloredIsRare) || run.height >= LARGE * style.height;
  if (!runs.some(distinct)) return { text: runs, stamps: [] };
  const groups = groupsOf(runs.filter(distinct));
  const others = runs.filter((run) => !distinct(run));
  const removed = new Set<TextRun>();
  const stamps: Stamp[] = [];
  for (const group of groups) {
    const inStyle = (group.faint && style.faintIsRare) || (group.colored && style.coloredIsRare);
    const large = group.height >= LARGE * style.height;
    const alone = isStampAlone(group.text);
    const overprints = others.some((run) => overlap(group, run));
    const isWatermark = group.faint && style.faintIsRare && ((large && overprints) || isTiled(group, groups));
    if (!alone && !isWatermark) continue;
    stamps.push({ text: group.text, box: boxOf(group) });
    // A large heading that lies across nothing is read as the line that it is, too.
    if (inStyle || overprints) for (const run of group.runs) removed.add(run);
  }
  return { text: removed.size === 0 ? runs : runs.filter((run) => !removed.has(run)), stamps };
}

/** The lines of text that runs askew or along the margin, joined in the way that they run. */
export function turnedText(runs: readonly TurnedRun[]): (Stamp & { readonly askew: boolean })[] {
  const lines: { runs: TurnedRun[]; text: string; end: number; across: number }[] = [];
  const along = ({ x, y, direction: [dx, dy] }: TurnedRun) => x * dx + y * dy;
  const across = ({ x, y, direction: [dx, dy] }: TurnedRun) => y * dx - x * dy;
  for (const run of [...runs].sort((a, b) => along(a) - along(b))) {
    const line = lines.find(
      (open) =>
        sameDirection(open.runs[0], run) &&
        Math.abs(open.across - across(run)) < 0.5 * run.height &&
        along(run) - open.end < 2 * run.height,
    );
    if (!line) {
      lines.push({ runs: [run], text: run.text.trim(), end: along(run) + run.width, across: across(run) });
      continue;
    }
    const letters = run.text.length === 1 && line.runs.at(-1)?.text.length === 1;
    line.text += (along(run) - line.end > (letters ? 1 : 0.2) * run.height ? ' ' : '') + run.text.trim();
    line.end = along(run) + run.width;
    line.runs.push(run);
  }
  return lines.map(({ runs: its, text }) => ({ text, box: boxOfTurned(its), askew: isAskew(its[0]) }));
}

function pageStyle(runs: readonly TextRun[]) {
  let [letters, faint, colored] = [0, 0, 0];
  const heights = new Map<number, number>();
  const seen = new Set<string>();
  for (const run of runs) {
    const { length } = run.text;
    // Each text counts once, however often it is repeated.
    if (run.faint && seen.size === seen.add(run.text).size) continue;
    letters += length;
    if (run.faint) faint += length;
    if (run.colored) colored += length;
    heights.set(run.height, (heights.get(run.height) ?? 0) + length);
  }
  const [height = 10] = [...heights].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { height, faintIsRare: faint < COMMON_SHARE * letters, coloredIsRare: colored < COMMON_SHARE * letters };
}

function groupsOf(runs: readonly TextRun[]): Group[] {
  const groups: Group[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const open = groups.findLast(
      (group) =>
        Math.abs(group.y - run.y) < 1 &&
        Math.abs(group.height - run.height) < 1 &&
        group.faint === run.faint &&
        group.colored === run.colored,
    );
    const gap = open ? run.x - open.right : Number.POSITIVE_INFINITY;
    if (open && gap < LETTER_GAP * run.height) {
      open.text += (gap > 0.3 * run.height && open.runs.at(-1)?.text.length !== 1 ? ' ' : '') + run.text.trim();
      open.right = Math.max(open.right, run.x + run.width);
      open.runs.push(run);
    } else {
      const { x, y, width, height, faint, colored } = run;
      groups.push({ runs: [run], text: run.text.trim(), x, right: x + width, y, height, faint, colored });
    }
  }
  return groups;
}

function isTiled(group: Group, groups: readonly Group[]): boolean {
  const same = groups.filter(({ text }) => text === group.text);
  if (same.length < TILES * TILES) return false;
  const places = (of: (each: Group) => number) => new Set(same.map((each) => Math.round(of(each)))).size;
  return places(({ x }) => x) >= TILES && places(({ y }) => y) >= TILES;
}

function overlap(group: Group, run: TextRun): boolean {
  const [top, bottom] = [group.y - 0.7 * group.height, group.y];
  const [runTop, runBottom] = [run.y - 0.7 * run.height, run.y];
  const shared = Math.min(bottom, runBottom) - Math.max(top, runTop);
  return shared > 0.3 * run.height && run.x < group.right - 1 && run.x + run.width > group.x + 1;
}

function boxOf({ x, right, y, height }: Group): Box {
  return { x, y: y - 0.8 * height, width: right - x, height };
}

function sameDirection(a: TurnedRun | undefined, b: TurnedRun): boolean {
  return (
    a !== undefined && Math.abs(a.direction[0] - b.direction[0]) + Math.abs(a.direction[1] - b.direction[1]) < 0.05
  );
}

function isAskew(run: TurnedRun | undefined): boolean {
  return run !== undefined && Math.abs(run.direction[0]) > 0.05 && Math.abs(run.direction[1]) > 0.05;
}

function boxOfTurned(runs: readonly TurnedRun[]): Box {
  const corners = runs.flatMap(({ x, y, width, height, direction: [dx, dy] }) => {
    const [upX, upY] = [dy * height, -dx * height];
    const [endX, endY] = [x + dx * width, y + dy * width];
    return [
      [x, y],
      [endX, endY],
      [x + upX, y + upY],
      [endX + upX, endY + upY],
    ] as const;
  });
  const [xs, ys] = [corners.map(([cx]) => cx), corners.map(([, cy]) => cy)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
