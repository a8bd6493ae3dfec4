import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Box } from '@trade-matching/domain';
import { getDocument, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Two renderers that know nothing of ours: Poppler says where words stand, pdf.js how high its fonts are. */
export interface Word extends Box {
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const BBOX = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;

/** A page as it is shown, in points. */
export interface WordsOfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

/** The words of each page as Poppler places them, from the top left. */
export function popplersWords(file: string): WordsOfPage[] {
  const xml = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /^width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = [...page.matchAll(BBOX)].map(([, left, top, right, bottom, text = '']) => ({
        x: Number(left),
        y: Number(top),
        width: Number(right) - Number(left),
        height: Number(bottom) - Number(top),
        text: text.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity),
      }));
      return { width: Number(width), height: Number(height), words };
    });
}

const fonts = path.join(
  path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
  'standard_fonts/',
);
/** How far letters reach where a font does not say: what pdf.js's own text layer takes. */
const [ASCENT, DESCENT] = [0.8, -0.2];

/** The text runs of each page, as high as their fonts say. */
export async function pdfjsRuns(file: string): Promise<Box[][]> {
  const data = new Uint8Array(readFileSync(file));
  const loading = getDocument({ data, standardFontDataUrl: fonts, verbosity: 0 });
  try {
    const document = await loading.promise;
    const pages: Box[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { transform } = page.getViewport({ scale: 1 });
      const { items, styles } = await page.getTextContent();
      pages.push(
        items.flatMap((item) => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const { ascent, descent } = styles[item.fontName] ?? {};
          const [up, down] = [ascent || ASCENT, descent || DESCENT];
          const matrix = Util.transform(transform, item.transform) as number[];
          const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
          // The run's own frame: along the baseline in points of the page, upwards in font sizes.
          const along = item.width / (Math.hypot(a, b) || 1);
          const corners = [0, along].flatMap((x) =>
            [down, up].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
          );
          const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
          const [x, y] = [Math.min(...xs), Math.min(...ys)];
          return [{ x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }];
        }),
      );
    }
    return pages;
  } finally {
    await loading.destroy();
  }
}

/** The words as high as pdf.js's fonts say, where it has a run over them. */
export function withHeightsOf(runs: readonly Box[], words: readonly Word[]): Word[] {
  return words.map((word) => {
    const [x, y] = [word.x + word.width / 2, word.y + word.height / 2];
    const run = runs.find((each) => isWithin(x, each.x, each.width) && isWithin(y, each.y, each.height));
    if (!run) return word;
    // What runs upwards or downwards is as wide as it is high.
    return run.width < run.height && word.width < word.height
      ? { ...word, x: run.x, width: run.width }
      : { ...word, y: run.y, height: run.height };
  });
}

const isWithin = (value: number, from: number, length: number) => value >= from && value <= from + length;

/** Letters alone, so that two renderers agree. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u00ad]+/gu, '')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"');

/** Every place of a page where a text stands, as the boxes of its words; those of a word that it is a part of, in proportion. */
export function placesOf(text: string, words: readonly Word[]): Box[][] {
  const wanted = plain(text);
  const places: Box[][] = [];
  if (wanted === '') return places;
  for (let start = 0; start < words.length; start++) {
    let read = '';
    const [first] = [plain(words[start]?.text ?? '').length];
    for (let end = start; end < words.length && read.length < first + wanted.length; end++) {
      read += plain(words[end]?.text ?? '');
      const at = read.indexOf(wanted);
      if (at < 0) continue;
      if (at < first) places.push(partsOf(words.slice(start, end + 1), at, at + wanted.length));
      break;
    }
  }
  return places;
}

function partsOf(words: readonly Word[], from: number, to: number): Box[] {
  let before = 0;
  const parts = words.flatMap((word): Box[] => {
    const { length } = plain(word.text);
    const [start, end] = [Math.max(0, from - before), Math.min(length, to - before)];
    before += length;
    if (end <= start) return [];
    const isUpright = word.width >= word.height || length === 1;
    const { x, y, width, height } = word;
    if (isUpright) return [{ x: x + (width * start) / length, y, width: (width * (end - start)) / length, height }];
    return [{ x, y: y + (height * start) / length, width, height: (height * (end - start)) / length }];
  });
  return joined(parts);
}

/** The gaps between the words of one line are covered with them. */
function joined(parts: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const middle = part.y + part.height / 2;
    const gap = last && part.x - last.x - last.width;
    if (last && gap !== undefined && isWithin(middle, last.y, last.height) && gap > -1 && gap < 3 * part.height) {
      const y = Math.min(last.y, part.y);
      const bottom = Math.max(last.y + last.height, part.y + part.height);
      lines[lines.length - 1] = { x: last.x, y, width: part.x + part.width - last.x, height: bottom - y };
    } else lines.push(part);
  }
  return lines;
}

const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
const areaOf = (boxes: readonly Box[]) => boxes.reduce((sum, { width, height }) => sum + width * height, 0);

/** What two sets of boxes share, of what either covers: 0 to 1. */
export function overlap(a: readonly Box[], b: readonly Box[]): number {
  const both = a.reduce((sum, one) => sum + b.reduce((within, other) => within + shared(one, other), 0), 0);
  return both / (areaOf(a) + areaOf(b) - both);
}
