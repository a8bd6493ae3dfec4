import { loadModel } from './onnx.ts';
import { type Area, type Picture, resized } from './picture.ts';

/** Finds where lines of text are, and reads none. */
export interface LineFinder {
  find(picture: Picture): Promise<readonly Area[]>;
}

/** The longer side of the picture that the model is given; a multiple of its step. */
const LONGER_SIDE = 1280;
const STEP = 32;
/** Means and deviations of the pictures that the model was trained on, a colour each. */
const COLORS = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225],
] as const;
/** A point is of a line that is as likely; a line, that is as likely on the whole. */
const LIKELY_POINT = 0.3;
const LIKELY_LINE = 0.5;
/** The model marks the middle of a line: a line is so much larger, as its area to its edge. */
const GROWTH = 1.6;
const LOWEST = 3;

let loaded: Promise<LineFinder> | undefined;

/** PP-OCRv4's detection; loaded once. */
export function lineFinder(): Promise<LineFinder> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<LineFinder> {
  const model = await loadModel('ch_PP-OCRv4_det_infer.onnx');
  return {
    async find(picture) {
      const scale = Math.min(1, LONGER_SIDE / Math.max(picture.width, picture.height));
      const width = Math.max(STEP, Math.round((picture.width * scale) / STEP) * STEP);
      const height = Math.max(STEP, Math.round((picture.height * scale) / STEP) * STEP);
      const { data } = resized(picture, width, height);
      const values = new Float32Array(COLORS.length * data.length);
      for (const [color, [mean, deviation]] of COLORS.entries()) {
        for (let i = 0; i < data.length; i++) {
          values[color * data.length + i] = ((data[i] ?? 0) / 255 - mean) / deviation;
        }
      }
      const { values: likely } = await model.run(values, [1, COLORS.length, height, width]);
      const [across, down] = [picture.width / width, picture.height / height];
      return patchesOf(likely, width, height).map(({ x, y, right, bottom }) => {
        const [wide, high] = [right - x, bottom - y];
        const grown = (GROWTH * wide * high) / (2 * (wide + high));
        return {
          ...{ x: (x - grown) * across, y: (y - grown) * down },
          ...{ right: (right + grown) * across, bottom: (bottom + grown) * down },
        };
      });
    },
  };
}

/** Points that touch and are likely text, as the areas that they fill. */
function patchesOf(likely: Float32Array, width: number, height: number): Area[] {
  const patches: Area[] = [];
  const seen = new Uint8Array(width * height);
  const open = new Int32Array(width * height);
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || (likely[start] ?? 0) < LIKELY_POINT) continue;
    let [x, y, right, bottom, sum, count, pending] = [width, height, 0, 0, 0, 0, 0];
    const visit = (at: number) => {
      if (at < 0 || at >= seen.length || seen[at] || (likely[at] ?? 0) < LIKELY_POINT) return;
      seen[at] = 1;
      open[pending++] = at;
    };
    visit(start);
    while (pending > 0) {
      const at = open[--pending] ?? 0;
      const [column, row] = [at % width, Math.floor(at / width)];
      [x, right] = [Math.min(x, column), Math.max(right, column + 1)];
      [y, bottom] = [Math.min(y, row), Math.max(bottom, row + 1)];
      sum += likely[at] ?? 0;
      count += 1;
      for (const next of [at - 1, at + 1, at - width, at + width]) visit(next);
    }
    if (Math.min(right - x, bottom - y) >= LOWEST && sum / count >= LIKELY_LINE) patches.push({ x, y, right, bottom });
  }
  return patches;
}
