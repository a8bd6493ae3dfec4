/** A PDF's transformation: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** An upright rectangle in user space, in points. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly top: number;
}

/** What two boxes share; of no width or height where they share nothing. */
export function intersection(a: Box | undefined, b: Box): Box {
  if (!a) return b;
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, right: Math.max(x, Math.min(a.right, b.right)), top: Math.max(y, Math.min(a.top, b.top)) };
}

/** The box of a path that is one upright rectangle; of any other it says nothing. */
export function rectangle(paths: unknown, ctm: Matrix): Box | undefined {
  const data = (paths as (ArrayLike<number> | null)[] | undefined)?.[0];
  if (!data || data.length < 12 || data.length > 16) return undefined;
  const points: [number, number][] = [];
  for (let at = 0; at < data.length; ) {
    const operation = data[at];
    if (operation === 0 || operation === 1) points.push([data[at + 1] ?? 0, data[at + 2] ?? 0]);
    else if (operation !== 4) return undefined;
    at += operation === 4 ? 1 : 3;
  }
  const [xs, ys] = [points.map(([px]) => px), points.map(([, py]) => py)];
  if (new Set(xs).size !== 2 || new Set(ys).size !== 2) return undefined;
  return corners(ctm, [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
}

export function corners(m: Matrix, [left, bottom, right, top]: readonly [number, number, number, number]): Box {
  const points = (
    [
      [left, bottom],
      [right, bottom],
      [left, top],
      [right, top],
    ] as const
  ).map(([x, y]) => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]] as const);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

export function matrixOf(values: ArrayLike<number>): Matrix {
  return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0];
}
