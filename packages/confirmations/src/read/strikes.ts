import type { Rule } from './paint/painted-run.ts';
import { partOf, partsBy, type TextRun } from './text-run.ts';

/** A line through letters lies between these shares of the font size above the baseline. */
const LOWEST = 0.12;
const HIGHEST = 0.55;
/** A bar thicker than this share of the font size is no line through text. */
const THICKEST = 0.35;
/** A line that rises by less than this share of its length is level. */
const LEVEL = 0.03;
/** Points. Shorter slanting lines are parts of drawings. */
const SHORTEST_CROSSING = 20;
/** Of a word's characters, those that must be under the line for it to be struck. */
const MOST_OF_A_WORD = 0.5;
/** Dashes or crosses typed over text. */
const TYPED_OVER = /^(?:[-–—─]{3,}|[xX]{3,}|\/{3,})$/;

/** A level stretch that strikes what it lies on. Points, y downwards. */
export interface Strike {
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly thickness: number;
}

export interface Struck {
  /** Live runs, and struck ones marked so. */
  readonly runs: readonly TextRun[];
  /** Runs that lines cross without striking them out. */
  readonly crossed: readonly TextRun[];
}

/** The level ones of a page's lines, and the slanting ones that are long enough to cross something out. */
export function strikesAmong(rules: readonly Rule[]): { readonly level: Strike[]; readonly slanting: Rule[] } {
  const level: Strike[] = [];
  const slanting: Rule[] = [];
  for (const rule of rules) {
    const [dx, dy] = [Math.abs(rule.to[0] - rule.from[0]), Math.abs(rule.to[1] - rule.from[1])];
    if (dy <= LEVEL * dx) {
      const y = (rule.from[1] + rule.to[1]) / 2;
      const [x, right] = [Math.min(rule.from[0], rule.to[0]), Math.max(rule.from[0], rule.to[0])];
      level.push({ x, right, y, thickness: rule.thickness });
    } else if (dx > 5 * LEVEL * dy && Math.hypot(dx, dy) >= SHORTEST_CROSSING) {
      slanting.push(rule);
    }
  }
  return { level: level.sort((a, b) => a.y - b.y), slanting };
}

/** Marks what is struck through by drawn lines, by typed ones, or by an annotation's boxes. */
export function strikeOut(
  runs: readonly TextRun[],
  rules: readonly Rule[],
  struckBoxes: readonly { x: number; y: number; right: number; bottom: number }[],
): Struck {
  const { level, slanting } = strikesAmong(rules);
  const typed = runs.filter(({ text }) => TYPED_OVER.test(text.trim()));
  if (level.length + slanting.length + struckBoxes.length + typed.length === 0) return { runs, crossed: [] };
  const left: TextRun[] = [];
  const crossed: TextRun[] = [];
  for (const run of runs) {
    const middle = run.y - run.height / 3;
    const typedOver = typed.includes(run) ? [] : typed.filter(({ y }) => Math.abs(y - run.y) < HIGHEST * run.height);
    const words = wordsUnder(run, [
      ...strikesOn(run, level),
      ...struckBoxes.filter((box) => middle > box.y && middle < box.bottom),
      ...typedOver.map(({ x, width }) => ({ x, right: x + width })),
    ]);
    if (words.partly || slanting.some((rule) => crosses(rule, run))) crossed.push(run);
    if (!words.marks.includes(true)) left.push(run);
    else left.push(...partsBy(words.marks).map(([from, to, struck]) => ({ ...partOf(run, from, to), struck })));
  }
  const live = left.filter(
    (run) => !(typed.includes(run) && left.some((other) => other.struck && overlaps(run, other))),
  );
  return { runs: live, crossed };
}

/** The lines that go through the letters of a run. */
function strikesOn({ x, y, width, height }: TextRun, level: readonly Strike[]): Strike[] {
  const found: Strike[] = [];
  for (let at = firstBelow(level, y - HIGHEST * height); at < level.length; at++) {
    const strike = level[at];
    if (!strike || strike.y > y - LOWEST * height) break;
    if (strike.thickness <= THICKEST * height && strike.x < x + width && strike.right > x) found.push(strike);
  }
  return found;
}

function firstBelow(level: readonly Strike[], y: number): number {
  let [from, to] = [0, level.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((level[middle]?.y ?? 0) < y) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Marks the characters whose middle lies between two places. */
function mark(under: boolean[], { x, offsets }: TextRun, from: number, to: number): void {
  for (let i = 0; i < under.length; i++) {
    const middle = x + ((offsets[i] ?? 0) + (offsets[i + 1] ?? 0)) / 2;
    if (middle >= from && middle <= to) under[i] = true;
  }
}

/** Words are struck whole; a line that touches a small part of one strikes nothing, but a person has to look. */
function wordsUnder(
  run: TextRun,
  lines: readonly { readonly x: number; readonly right: number }[],
): { readonly marks: readonly boolean[]; readonly partly: boolean } {
  // Most runs have no line over them.
  if (lines.length === 0) return { marks: [], partly: false };
  const { text } = run;
  const under = new Array<boolean>(text.length).fill(false);
  for (const { x, right } of lines) mark(under, run, x, right);
  const marks = new Array<boolean>(text.length).fill(false);
  let partly = false;
  if (!under.includes(true)) return { marks, partly };
  for (const word of text.matchAll(/\S+/g)) {
    const end = word.index + word[0].length;
    const count = under.slice(word.index, end).filter(Boolean).length;
    if (count >= MOST_OF_A_WORD * word[0].length) marks.fill(true, word.index, end);
    else if (count > 1) partly = true;
  }
  // The space between two struck words is struck with them.
  for (let i = 1; i < text.length - 1; i++) {
    if (/\s/.test(text.charAt(i)) && marks[i - 1] && marks.indexOf(true, i) === nextLetter(text, i)) marks[i] = true;
  }
  return { marks, partly };
}

function nextLetter(text: string, from: number): number {
  const offset = text.slice(from).search(/\S/);
  return offset === -1 ? -2 : from + offset;
}

function overlaps(a: TextRun, b: TextRun): boolean {
  return Math.abs(a.y - b.y) < HIGHEST * b.height && a.x < b.x + b.width && a.x + a.width > b.x;
}

/** Whether a slanting line passes through the middle of a run. */
function crosses({ from, to }: Rule, { x, y, width, height }: TextRun): boolean {
  const middle = y - height / 3;
  const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  if (middle < top || middle > bottom) return false;
  const at = from[0] + ((to[0] - from[0]) * (middle - from[1])) / (to[1] - from[1]);
  return at > x && at < x + width;
}
