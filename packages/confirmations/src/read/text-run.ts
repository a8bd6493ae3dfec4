/** A run of level text on a page that is held for reading: points, origin at the top left. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  /** Of its baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly height: number;
  /** How far along the run each character begins, and last its width. */
  readonly offsets: readonly number[];
  readonly struck: boolean;
  readonly faint: boolean;
  readonly colored: boolean;
}

/** Text that runs upwards, downwards or askew, as stamps do. */
export interface TurnedRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The way its letters follow each other, downwards positive. */
  readonly direction: readonly [dx: number, dy: number];
}

/** The characters of a run from one to before another. */
export function partOf(run: TextRun, from: number, to: number): TextRun {
  const [start, end] = [run.offsets[from] ?? 0, run.offsets[to] ?? run.width];
  return {
    ...run,
    text: run.text.slice(from, to),
    x: run.x + start,
    width: end - start,
    offsets: run.offsets.slice(from, to + 1).map((offset) => offset - start),
  };
}

/** Stretches of equal marks, as from, to and mark. */
export function partsBy(marks: readonly boolean[]): [from: number, to: number, mark: boolean][] {
  const parts: [number, number, boolean][] = [];
  for (const [i, mark] of marks.entries()) {
    const last = parts.at(-1);
    if (last && last[2] === mark) last[1] = i + 1;
    else parts.push([i, i + 1, mark]);
  }
  return parts;
}
