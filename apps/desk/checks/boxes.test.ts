import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Box, Evidence, TradeField } from '@trade-matching/domain';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overlap, pdfjsRuns, placesOf, popplersWords, type WordsOfPage, withHeightsOf } from './glyph-boxes.ts';
import { placeShown, SHOWN, type Shown, sample, samples, showPages } from './sample-pages.ts';

const COVERED = 0.7;
/** Bytes. What is larger is hostile, or a book. */
const LARGEST = 2_000_000;

interface Measured {
  readonly where: string;
  /** False of what is put together from several places: `EUR` on one line, the amount on another. */
  readonly isPrinted: boolean;
  /** Against Poppler's own boxes, and against the same as high as pdf.js's fonts say. */
  readonly poppler: number;
  readonly metrics: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'boxes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const all: Measured[] = [];

interface Printed {
  readonly poppler: readonly WordsOfPage[];
  readonly metrics: readonly WordsOfPage[];
}
const printed = new Map<string, Printed>();

/** What the document prints, its pages as they are: turned, both renderers say the same. */
async function printedOn(name: string): Promise<Printed> {
  const known = printed.get(name);
  if (known) return known;
  const [poppler, runs] = [popplersWords(sample(name)), await pdfjsRuns(sample(name))];
  const metrics = poppler.map((page, at) => ({ ...page, words: withHeightsOf(runs[at] ?? [], page.words) }));
  printed.set(name, { poppler, metrics });
  return { poppler, metrics };
}

/** Every place of a page where a text stands, as the page is shown. */
function onPage(text: string, page: number, pages: readonly WordsOfPage[], shown: Shown): Box[][] {
  return pages
    .flatMap(({ words }, at) =>
      placesOf(text, words).map((place) => place.map((box) => placeShown(box, at, pages, shown))),
    )
    .filter((place) => place.every((each) => each.page === page))
    .map((place) => place.map(({ box }) => box));
}

/** How much of a place some boxes cover: of several places of a text, which they mean. */
const closeness = (boxes: readonly Box[], place: readonly Box[]) =>
  place.reduce((sum, part) => sum + Math.max(0, ...boxes.map((box) => overlap([box], [part]))), 0) / place.length;

const isCritical = (field: string) => {
  const rule = BUILT_IN_PROFILES.default?.fields?.[field as TradeField];
  return rule?.weight === undefined || rule.weight === 'critical';
};

/** Of pages that are turned a third of the samples is enough: where a box lies is turned alike for all of them. */
const measuredOf = (shown: Shown) => (shown.startsWith('turned') ? samples.filter((_, i) => i % 3 === 0) : samples);

/** Every critical field of the samples: how much of its literal its boxes cover. */
async function measure(shown: Shown): Promise<Measured[]> {
  const files = [];
  for (const name of measuredOf(shown)) {
    if (readFileSync(sample(name)).length > LARGEST) continue;
    const file = await showPages(name, shown, folder);
    if (file !== undefined) files.push({ name, file, source: /bank|ours/i.test(name) ? 'BANK' : 'COUNTERPARTY' });
  }
  const read = execFileSync(process.execPath, [path.join(import.meta.dirname, 'read-evidence.ts')], {
    input: JSON.stringify(files),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const measured: Measured[] = [];
  for (const [i, evidence] of (JSON.parse(read) as Record<string, Evidence>[]).entries()) {
    const { name = '' } = files[i] ?? {};
    // On a page that is a picture Poppler sees no words.
    const isMeasured = ({ literal, ocr }: Evidence) => literal !== '' && ocr !== true;
    const fields = Object.entries(evidence).filter(([field, stated]) => isCritical(field) && isMeasured(stated));
    if (fields.length === 0) continue;
    const { poppler, metrics } = await printedOn(name);
    for (const [field, { page, literal, boxes = [] }] of fields) {
      const parts = literal.split('; ');
      const places = (pages: readonly WordsOfPage[]) =>
        parts.map(
          (part) =>
            onPage(part, page - 1, pages, shown).toSorted((a, b) => closeness(boxes, b) - closeness(boxes, a))[0],
        );
      const best = (pages: readonly WordsOfPage[]) =>
        overlap(
          boxes,
          places(pages).flatMap((place) => place ?? []),
        );
      measured.push({
        where: `${name}, ${shown}: ${field} “${literal}” on page ${page}`,
        isPrinted: places(poppler).every((place) => place !== undefined),
        poppler: best(poppler),
        metrics: best(metrics),
      });
    }
  }
  return measured;
}

function shareOf(all: readonly Measured[], which: 'poppler' | 'metrics'): number {
  const measured = all.filter(({ isPrinted }) => isPrinted);
  return measured.filter((each) => each[which] >= COVERED).length / measured.length;
}
function said(measured: readonly Measured[]): string {
  const together = measured.filter(({ isPrinted }) => !isPrinted).length;
  return `${percent(shareOf(measured, 'metrics'))} of ${measured.length - together} critical fields are covered (${percent(shareOf(measured, 'poppler'))} by Poppler's own heights); ${together} are put together from several places`;
}
const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

test.runIf(samples.length > 0).each(SHOWN)(
  'boxes cover what is printed, pages shown %s',
  async (shown) => {
    const measured = await measure(shown);
    all.push(...measured);
    const short = measured
      .filter(({ metrics, isPrinted }) => isPrinted && metrics < COVERED)
      .map(({ where, metrics }) => `${metrics.toFixed(2)} ${where}`);
    process.stdout.write(`pages ${shown}: ${said(measured)}\n`);
    if (process.env.SHOW_SHORT) process.stdout.write(`${short.join('\n')}\n`);
    expect(measured.length).toBeGreaterThan(100);
    expect(shareOf(measured, 'metrics'), short.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(measured.filter(({ isPrinted }) => !isPrinted).length).toBeLessThan(0.01 * measured.length);
  },
  300_000,
);

afterAll(() => {
  if (all.length > 0) process.stdout.write(`all: ${said(all)}\n`);
});
