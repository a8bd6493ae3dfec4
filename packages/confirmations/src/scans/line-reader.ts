import { scanAsset } from './assets.ts';
import { loadModel } from './onnx.ts';
import { type Picture, resized } from './picture.ts';

/** Reads a picture of one line, or of a part of one. */
export interface LineReader {
  read(picture: Picture): Promise<{ readonly text: string; readonly confidence: number }>;
}

/** The model takes lines of this height, and works in steps of so many points along them. */
const HEIGHT = 48;
const STEP = 8;
const LEAST_WIDTH = 48;
const CHANNELS = 3;

let loaded: Promise<LineReader> | undefined;

/** PP-OCRv4's recognition, as WebAssembly in this process; loaded once. */
export function lineReader(): Promise<LineReader> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<LineReader> {
  const model = await loadModel('ch_PP-OCRv4_rec_infer.onnx');
  const keys = new TextDecoder().decode(scanAsset('ppocr_keys_v1.txt')).split(/\r?\n/);
  // The model's first class says that nothing new begins, its last is a space.
  const characters = ['', ...(keys.at(-1) === '' ? keys.slice(0, -1) : keys), ' '].map(asPrinted);
  return {
    async read(picture) {
      const { values, width } = valuesOf(picture);
      const { values: classes, shape } = await model.run(values, [1, CHANNELS, HEIGHT, width]);
      const [, steps = 0, count = 0] = shape;
      return decode(classes, steps, count, characters);
    },
  };
}

/** What the model may read: of its 6,600 characters, those of confirmations. */
const PRINTED = /^[\x20-\x7E\u00A1-\u024F‘’“”–—…•€№]$/u;

/** A class as the character that is printed, of full width or half; undefined for one of another script, `О` of Cyrillic. */
function asPrinted(key: string): string | undefined {
  const character = key === '' ? '' : key.normalize('NFKC');
  return character === '' || PRINTED.test(character) ? character : undefined;
}

/** The line from -1 (black) to 1 (white), the same in each colour, its end filled with grey. */
function valuesOf(picture: Picture): { readonly values: Float32Array; readonly width: number } {
  const natural = Math.max(1, Math.round((picture.width * HEIGHT) / picture.height));
  const width = Math.max(LEAST_WIDTH, Math.ceil(natural / STEP) * STEP);
  const line = resized(picture, natural, HEIGHT);
  const values = new Float32Array(CHANNELS * HEIGHT * width);
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let y = 0; y < HEIGHT; y++) {
      const row = (channel * HEIGHT + y) * width;
      for (let x = 0; x < natural; x++) values[row + x] = (line.data[y * natural + x] ?? 0) / 127.5 - 1;
    }
  }
  return { values, width };
}

/** The likeliest class of each step; one that stays is one character (CTC). Sure of a text is as sure as of its worst character. */
function decode(
  values: Float32Array,
  steps: number,
  classes: number,
  characters: readonly (string | undefined)[],
): { readonly text: string; readonly confidence: number } {
  const printed = characters.flatMap((character, index) => (character === undefined ? [] : [index]));
  let [text, last, confidence] = ['', 0, 1];
  for (let step = 0; step < steps; step++) {
    let best = 0;
    for (const each of printed) {
      if ((values[step * classes + each] ?? 0) > (values[step * classes + best] ?? 0)) best = each;
    }
    if (best !== 0 && best !== last) {
      const character = characters[best] ?? '';
      text += character;
      // Where a line ends in paper there may be a space or not: no value depends on it.
      if (character !== ' ') confidence = Math.min(confidence, values[step * classes + best] ?? 0);
    }
    last = best;
  }
  return { text: text.trim(), confidence: text.trim() === '' ? 0 : confidence };
}
