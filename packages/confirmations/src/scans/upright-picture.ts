import { type Picture, quarterTurned, reduced, rotated } from './picture.ts';

/** A sheet held for reading, and how it lay on the glass. */
export interface UprightPicture {
  readonly picture: Picture;
  /** Radians to the right by which its text ran down; it was turned back by as much. */
  readonly skew: number;
}

/** Dots an inch at which the lines of a page are looked for. */
const COARSE_DPI = 72;
/** Darker than this share of the way from ink to paper is ink. */
const INK = 0.6;
const MAX_SKEW = rad(5);
const COARSE_STEP = rad(0.5);
const FINE_STEP = rad(0.1);
/** Less is left as it is: a word has moved by less than its own height. */
const SMALLEST_SKEW = rad(0.12);
/** Lines stand out this many times more along than across, or the sheet is read as it is. */
const CLEARLY = 1.15;

/** Whether the lines of a sheet run up or down: then it has to be turned by a quarter. */
export function runsUpright(picture: Picture, dpi: number): boolean {
  const ink = inkOf(coarse(picture, dpi));
  const { width, height } = coarse(picture, dpi);
  const level = bestAngle(ink, height, false);
  const upright = bestAngle(ink, width, true);
  return upright.sharpness > CLEARLY * level.sharpness;
}

/** A sheet whose lines are level. */
export function levelled(picture: Picture, dpi: number): UprightPicture {
  const small = coarse(picture, dpi);
  const { angle } = bestAngle(inkOf(small), small.height, false);
  if (Math.abs(angle) < SMALLEST_SKEW) return { picture, skew: 0 };
  return { picture: rotated(picture, -angle), skew: angle };
}

/** Turned to the left by so many quarters. */
export function turnedBack(picture: Picture, quarters: number): Picture {
  return quarterTurned(picture, (4 - quarters) % 4);
}

function coarse(picture: Picture, dpi: number): Picture {
  return reduced(picture, Math.max(1, Math.round(dpi / COARSE_DPI)));
}

interface Ink {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** Where a picture is darker than its paper, from its middle. */
function inkOf({ width, height, data }: Picture): Ink {
  const counts = new Uint32Array(256);
  for (const shade of data) counts[shade] = (counts[shade] ?? 0) + 1;
  const paper = quantile(counts, data.length, 0.8);
  const darkest = quantile(counts, data.length, 0.01);
  const limit = darkest + INK * (paper - darkest);
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[y * width + x] ?? 0) >= limit) continue;
      xs.push(x - width / 2);
      ys.push(y - height / 2);
    }
  }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) };
}

function quantile(counts: Uint32Array, total: number, share: number): number {
  let below = 0;
  for (const [shade, count] of counts.entries()) {
    below += count;
    if (below >= share * total) return shade;
  }
  return 255;
}

/** The angle at which the ink falls into the sharpest rows. */
function bestAngle(ink: Ink, rows: number, across: boolean): { readonly angle: number; readonly sharpness: number } {
  const best = (from: number, to: number, step: number) => {
    let found = { angle: 0, sharpness: sharpness(ink, rows, 0, across) };
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const sharp = sharpness(ink, rows, angle, across);
      if (sharp > found.sharpness) found = { angle, sharpness: sharp };
    }
    return found;
  };
  const roughly = best(-MAX_SKEW, MAX_SKEW, COARSE_STEP);
  return best(roughly.angle - COARSE_STEP, roughly.angle + COARSE_STEP, FINE_STEP);
}

/** How unequal the rows are, if the ink is turned back by the angle: lines with paper between them are most unequal. */
function sharpness({ xs, ys }: Ink, rows: number, angle: number, across: boolean): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const half = rows / 2;
  const counts = new Float64Array(rows + 2);
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = across ? [ys[i] ?? 0, -(xs[i] ?? 0)] : [xs[i] ?? 0, ys[i] ?? 0];
    const row = Math.round(y * cos - x * sin + half);
    if (row >= 0 && row <= rows) counts[row] = (counts[row] ?? 0) + 1;
  }
  let [sum, changes] = [0, 0];
  for (let row = 1; row < counts.length; row++) {
    const change = (counts[row] ?? 0) - (counts[row - 1] ?? 0);
    changes += change * change;
    sum += counts[row] ?? 0;
  }
  return sum === 0 ? 0 : changes / sum;
}

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
