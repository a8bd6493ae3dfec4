import { type Box, corners, type Matrix } from '../geometry.ts';
import type { Rule } from './painted-run.ts';

/** PDF.js' own codes in a path's data: to a point, a line, two kinds of curves, and back to the start. */
const DRAW = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, close: 4 } as const;
const NUMBERS_OF: readonly number[] = [2, 2, 6, 4, 0];
/** More of these in one path is a drawing, no ruling. */
const MAX_SUBPATHS = 2000;

/** Points of a path between two moves, in user space. */
export interface Subpath {
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
  /** Whether all of it is straight. */
  readonly straight: boolean;
}

/** The parts of a path as PDF.js gives it. */
export function subpathsOf(paths: unknown, ctm: Matrix): Subpath[] {
  const data = (paths as (ArrayLike<number> | null)[] | undefined)?.[0];
  const subpaths: { points: (readonly [number, number])[]; closed: boolean; straight: boolean }[] = [];
  if (!data) return [];
  for (let at = 0; at < data.length; ) {
    const code = data[at] ?? DRAW.close;
    const numbers = NUMBERS_OF[code];
    if (numbers === undefined) return [];
    const [x, y] = [data[at + numbers - 1] ?? 0, data[at + numbers] ?? 0];
    at += 1 + numbers;
    let open = subpaths.at(-1);
    if (!open || code === DRAW.moveTo || (open.closed && code !== DRAW.close)) {
      if (subpaths.length >= MAX_SUBPATHS) return [];
      open = { points: [], closed: false, straight: true };
      subpaths.push(open);
    }
    if (code === DRAW.close) open.closed = true;
    else open.points.push([ctm[0] * x + ctm[2] * y + ctm[4], ctm[1] * x + ctm[3] * y + ctm[5]]);
    if (code === DRAW.curveTo || code === DRAW.quadraticTo) open.straight = false;
  }
  return subpaths;
}

/** The box of a part that is an upright rectangle; of any other it says nothing. */
export function rectangleOf({ points, straight }: Subpath): Box | undefined {
  if (!straight || points.length < 4 || points.length > 5) return undefined;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = { x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
  const near = (a: number, b: number) => Math.abs(a - b) < 0.01;
  const atCorners = points.every(
    ([x, y]) => (near(x, box.x) || near(x, box.right)) && (near(y, box.y) || near(y, box.top)),
  );
  return atCorners ? box : undefined;
}

/** The lines that are drawn along a part. */
export function linesOf({ points, closed }: Subpath, thickness: number): Rule[] {
  const lines: Rule[] = [];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (from && to) lines.push({ from, to, thickness });
  }
  const [first, last] = [points[0], points.at(-1)];
  if (closed && first && last && points.length > 2) lines.push({ from: last, to: first, thickness });
  return lines;
}

/** A filled rectangle that is thin, as the line that it looks like. */
export function thinLineOf(box: Box): Rule | undefined {
  const [width, height] = [box.right - box.x, box.top - box.y];
  const [x, y] = [(box.x + box.right) / 2, (box.y + box.top) / 2];
  if (height <= THICKEST_LINE && width > 2 * height) return { from: [box.x, y], to: [box.right, y], thickness: height };
  if (width <= THICKEST_LINE && height > 2 * width) return { from: [x, box.y], to: [x, box.top], thickness: width };
  return undefined;
}

/** Points. */
const THICKEST_LINE = 4;

/** How much longer lengths become by a matrix. */
export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

/** The unit square, where a picture is painted. */
export function pictureBox(ctm: Matrix): Box {
  return corners(ctm, [0, 0, 1, 1]);
}
