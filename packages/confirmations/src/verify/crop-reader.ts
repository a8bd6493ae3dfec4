import type { Box } from '@trade-matching/domain';
import { type LineReader, lineReader } from '../scans/line-reader.ts';
import type { RenderedPage } from '../scans/page-renderer.ts';
import { cropped, type Picture, resized } from '../scans/picture.ts';
import { tesseract, type WordEngine } from '../scans/tesseract.ts';
import { turnedBack } from '../scans/upright-picture.ts';

/** What an engine made of the picture of a value. */
export interface Reading {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

interface Engines {
  readonly lines: LineReader;
  readonly words: WordEngine;
}

const POINTS_AN_INCH = 72;
/** Paper left beside and over a value, in heights of its line; none beside it where half a letter would be read as another. */
const MARGINS = [
  [0.14, 0.14],
  [0.26, 0.26],
  [0.02, 0.2],
] as const;
type Margin = (typeof MARGINS)[number];
/** Tesseract reads figures in small print better so many times larger. */
const LARGER = 1.6;

/** Reads the pictures of a value by the engines that scans are read by, one look after the other. */
export class CropReader {
  private readonly engines: Engines;

  constructor(engines: Engines) {
    this.engines = engines;
  }

  static async engines(): Promise<Engines> {
    return { lines: await lineReader(), words: await tesseract() };
  }

  /** The looks at a value, the cheapest first. */
  *readings(page: RenderedPage, boxes: readonly Box[], turns: number): Generator<Promise<Reading>> {
    for (const margin of MARGINS) {
      yield this.joined(boxes, (box) => this.engines.lines.read(cropOf(page, box, margin, turns)));
    }
    yield this.joined(boxes, async (box) => this.byWords(cropOf(page, box, MARGINS[1], turns), page.dpi));
  }

  private async joined(boxes: readonly Box[], read: (box: Box) => Promise<Reading>): Promise<Reading> {
    const readings: Reading[] = [];
    for (const box of boxes) readings.push(await read(box));
    return {
      text: readings.map(({ text }) => text).join(' '),
      confidence: Math.min(1, ...readings.map(({ confidence }) => confidence)),
    };
  }

  private byWords(crop: Picture, dpi: number): Reading {
    const large = resized(crop, Math.round(crop.width * LARGER), Math.round(crop.height * LARGER));
    const words = this.engines.words.read(large, dpi * LARGER, 'oneLine');
    return {
      text: words.map(({ text }) => text).join(' '),
      confidence: words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence)),
    };
  }
}

function cropOf({ picture, dpi }: RenderedPage, { x, y, width, height }: Box, margin: Margin, turns: number): Picture {
  const scale = dpi / POINTS_AN_INCH;
  const isUpright = turns % 2 === 0;
  const [beside, over] = margin.map((share) => share * (isUpright ? height : width));
  const [across = 0, down = 0] = isUpright ? [beside, over] : [over, beside];
  const crop = cropped(picture, {
    x: (x - across) * scale,
    y: (y - down) * scale,
    right: (x + width + across) * scale,
    bottom: (y + height + down) * scale,
  });
  return turnedBack(crop, turns);
}
