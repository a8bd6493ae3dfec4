import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Box } from '@trade-matching/domain';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a document's pages are shown. */
export const SHOWN = ['as they are', 'turned by 90°', 'turned by 180°', 'turned by 270°', 'two on a sheet'] as const;
export type Shown = (typeof SHOWN)[number];

const folder = process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples');

/** Every PDF of the sample sets, where there are any. */
export const samples: readonly string[] = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.pdf$/i.test(name))
      .sort()
  : [];

export const sample = (name: string) => path.join(folder, name);

/** Writes a document with its pages shown so. Undefined where it cannot be rewritten: it is no PDF, or is encrypted. */
export async function showPages(name: string, shown: Shown, into: string): Promise<string | undefined> {
  const file = sample(name);
  if (shown === 'as they are') return file;
  const made = path.join(into, `${name.replaceAll(/\W/g, '_')}.pdf`);
  try {
    if (shown === 'two on a sheet') writeFileSync(made, await twoOnASheet(readFileSync(file)));
    else execFileSync('qpdf', [`--rotate=+${/\d+/.exec(shown)}`, '--warning-exit-0', file, made], { stdio: 'pipe' });
    return made;
  } catch {
    return undefined;
  }
}

/** Pages beside each other, as high as they were: what a printer does to save paper. */
async function twoOnASheet(bytes: Uint8Array): Promise<Uint8Array> {
  const [source, sheet] = [await PDFDocument.load(bytes), await PDFDocument.create()];
  const pages = await sheet.embedPages(source.getPages());
  for (let at = 0; at < pages.length; at += 2) {
    const pair = pages.slice(at, at + 2);
    const width = Math.max(...pair.map((page) => page.width));
    const shown = sheet.addPage([2 * width, Math.max(...pair.map((page) => page.height))]);
    for (const [i, page] of pair.entries()) shown.drawPage(page, { x: i * width, y: 0 });
  }
  return sheet.save();
}

/** Where the boxes of one page lie when the pages are shown so: renderers take letters that are turned apart. */
export function placeShown(box: Box, at: number, pages: readonly Size[], shown: Shown): { page: number; box: Box } {
  const { x, y, width, height } = box;
  const { width: wide, height: high } = pages[at] ?? { width: 0, height: 0 };
  switch (shown) {
    case 'as they are':
      return { page: at, box };
    case 'turned by 90°':
      return { page: at, box: { x: high - y - height, y: x, width: height, height: width } };
    case 'turned by 180°':
      return { page: at, box: { ...box, x: wide - x - width, y: high - y - height } };
    case 'turned by 270°':
      return { page: at, box: { x: y, y: wide - x - width, width: height, height: width } };
    case 'two on a sheet': {
      const sheet = Math.floor(at / 2);
      const pair = pages.slice(2 * sheet, 2 * sheet + 2);
      const [column, top] = [Math.max(...pair.map((each) => each.width)), Math.max(...pair.map((each) => each.height))];
      return { page: sheet, box: { ...box, x: x + (at % 2) * column, y: y + top - high } };
    }
  }
}
