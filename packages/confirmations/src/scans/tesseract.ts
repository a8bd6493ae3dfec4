import { gunzipSync } from 'node:zlib';
import core from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { scanAsset } from './assets.ts';
import type { Picture } from './picture.ts';
import type { ScanWord } from './scan-word.ts';

/** How tesseract looks for text. Source: PageSegMode of publictypes.h. */
export const LAYOUT = { page: '3', oneLine: '7', oneWord: '8', rawLine: '13' } as const;

/** Reads words with their places. */
export interface WordEngine {
  read(picture: Picture, dpi: number, layout: keyof typeof LAYOUT): ScanWord[];
}

interface Bounds {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface Line {
  readonly bbox: Bounds;
  readonly baseline: Bounds;
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words: readonly {
    readonly text: string;
    readonly confidence: number;
    readonly bbox: Bounds;
    readonly symbols: readonly { readonly text: string; readonly bbox: Bounds }[];
  }[];
}

const LSTM_ONLY = 1;

let loaded: Promise<WordEngine> | undefined;

/** Tesseract, as WebAssembly in this process; loaded once. */
export function tesseract(): Promise<WordEngine> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<WordEngine> {
  const wasmBinary = scanAsset('tesseract-core-simd-lstm.wasm');
  const module = await core({ wasmBinary, print() {}, printErr() {} });
  module.FS.writeFile('./eng.traineddata', gunzipSync(scanAsset('eng.traineddata.gz')));
  const api = new module.TessBaseAPI();
  if (api.Init(null, 'eng', LSTM_ONLY) !== 0) throw new Error('tesseract cannot be started.');
  return {
    read(picture, dpi, layout) {
      module.FS.writeFile('/input', grayMap(picture));
      api.SetVariable('tessedit_pageseg_mode', LAYOUT[layout]);
      api.SetVariable('user_defined_dpi', String(Math.round(dpi)));
      if (api.SetImageFile(1, 0) === 1) throw new Error('tesseract cannot read the picture.');
      try {
        api.Recognize(null);
        return wordsOf(JSON.parse(api.GetJSONText()) as Parameters<typeof wordsOf>[0]);
      } finally {
        api.Clear();
      }
    },
  };
}

function wordsOf({
  blocks,
}: {
  readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly Line[] }[] }[] | null;
}): ScanWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines
    .flatMap(({ words, baseline, rowAttributes }) =>
      words.map(({ text: read, confidence, bbox, symbols }, index) => {
        // No confirmation has a trade mark; a closing quote in a small print looks like one.
        const text = read.replaceAll('™', '”');
        const middle = (bbox.x0 + bbox.x1) / 2;
        const slope = (baseline.y1 - baseline.y0) / Math.max(1, baseline.x1 - baseline.x0);
        const right = endOf(bbox, symbols, words[index + 1]?.bbox);
        return {
          text,
          confidence: confidence / 100,
          area: { x: bbox.x0, y: bbox.y0, right, bottom: bbox.y1 },
          edges: edgesOf(text, { ...bbox, x1: right }, symbols),
          baseline: baseline.y0 + (middle - baseline.x0) * slope,
          lineHeight: rowAttributes.rowHeight,
          spaceAfter: index < words.length - 1,
        };
      }),
    )
    .flatMap(slashApart);
}

/** Where a word ends. Of one that is parted after its comma, the area may reach over the rest: it ends where that begins. */
function endOf(bbox: Bounds, symbols: Line['words'][number]['symbols'], next: Bounds | undefined): number {
  const last = symbols.at(-1)?.bbox.x0 ?? bbox.x0;
  return next && next.x0 > last && next.x0 < bbox.x1 ? next.x0 : bbox.x1;
}

/** Of `PTAX /BRL09` the slash by itself: where one stands before a space, there is one after it too, however narrow. */
function slashApart(word: ScanWord, index: number, words: readonly ScanWord[]): ScanWord[] {
  if (!/^\/\w/.test(word.text) || !words[index - 1]?.spaceAfter) return [word];
  const [, edge = word.area.x] = word.edges;
  return [
    { ...word, text: '/', area: { ...word.area, right: edge }, edges: word.edges.slice(0, 2), spaceAfter: true },
    { ...word, text: word.text.slice(1), area: { ...word.area, x: edge }, edges: word.edges.slice(1) },
  ];
}

/** A symbol is a character, or where it is not, the characters of a word are as wide as each other. */
function edgesOf(text: string, bbox: Bounds, symbols: Line['words'][number]['symbols']): number[] {
  const joined = symbols.map((symbol) => symbol.text).join('');
  if (joined !== text || symbols.some((symbol) => symbol.text.length !== 1)) {
    const step = (bbox.x1 - bbox.x0) / text.length;
    return Array.from({ length: text.length + 1 }, (_, i) => bbox.x0 + i * step);
  }
  let left = bbox.x0;
  const edges = symbols.map((symbol) => {
    left = Math.max(left, symbol.bbox.x0);
    return left;
  });
  return [...edges, Math.max(left, bbox.x1)];
}

/** The picture as a PGM file, the plainest that leptonica reads. */
function grayMap({ width, height, data }: Picture): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`);
  return Buffer.concat([header, data]);
}
