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
/** Paper left around a value, in heights of its line. */
const MARGINS = [0.14, 0.26] as const;
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

function cropOf({ picture, dpi }: RenderedPage, { x, y, width, height }: Box, margin: number, turns: number): Picture {
  const scale = dpi / POINTS_AN_INCH;
  const space = margin * (turns % 2 === 0 ? height : width);
  const crop = cropped(picture, {
    x: (x - space) * scale,
    y: (y - space) * scale,
    right: (x + width + space) * scale,
    bottom: (y + height + space) * scale,
  });
  return turnedBack(crop, turns);
}
