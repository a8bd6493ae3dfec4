import type { Box, Flag } from '@trade-matching/domain';
import { FIELD_KINDS } from '@trade-matching/domain';
import { withoutJunk } from '../inspect/junk.ts';
import { boxAsShown } from '../read/positioned-text.ts';
import type { ReadPages } from '../read/read-text.ts';
import { openRenderer, type PageRenderer, type RenderedPage } from '../scans/page-renderer.ts';
import { LEAST_CONFIDENCE, READING_DPI } from '../scans/scan-limits.ts';
import { CropReader, type Reading } from './crop-reader.ts';
import type { RiskSigns } from './risk-signs.ts';
import { hasSameLetters, isSameReading } from './same-reading.ts';
import { type ShownValue, unseenFlag } from './values-on-pages.ts';

type Page = ReadPages[number];

/** Dots an inch at which a value is looked at again. */
const LARGER_DPI = 330;
/**
 * Reads each value from the picture of its page, and flags what is seen otherwise than the text says. What cannot be read
 * there at all is flagged only on a page that has a sign of risk.
 */
export async function verifyValues(
  bytes: Uint8Array,
  pages: ReadPages,
  values: readonly ShownValue[],
  signs: RiskSigns,
): Promise<readonly Flag[]> {
  const crops = new CropReader(await CropReader.engines());
  let shown: ShownPages;
  try {
    shown = new ShownPages(await openRenderer(withoutJunk(bytes)));
  } catch (error) {
    return [unseenFlag(String(error))];
  }
  try {
    return await flagsOf(crops, shown, pages, values, signs);
  } catch (error) {
    // Its text was read: what cannot be shown is no reason to refuse it.
    if (error instanceof UnshownPageError) return [unseenFlag(String(error.cause))];
    throw error;
  } finally {
    shown.close();
  }
}

async function flagsOf(
  crops: CropReader,
  shown: ShownPages,
  pages: ReadPages,
  values: readonly ShownValue[],
  signs: RiskSigns,
): Promise<Flag[]> {
  const flags: Flag[] = [];
  const seen = new Map<string, Seen>();
  for (const value of [...values].sort((a, b) => a.evidence.page - b.evidence.page)) {
    const page = pages.find(({ number }) => number === value.evidence.page);
    if (!page) continue;
    const key = JSON.stringify([value.evidence.page, value.boxes]);
    const its = seen.get(key) ?? (await look(crops, shown, page, value));
    seen.set(key, its);
    const isAtRisk = signs.has(page.number);
    // A stamp over it is a flag of its own.
    if (!isAtRisk && isStamped(value, page)) continue;
    const flag = flagOf(value, its, isAtRisk);
    if (flag) flags.push(flag);
  }
  return flags;
}

function isStamped({ boxes }: ShownValue, { marks }: Page): boolean {
  return marks.some(
    ({ kind, box: by }) =>
      kind === 'stamp' &&
      boxes.some(
        ({ x, y, width, height }) =>
          x < by.x + by.width && x + width > by.x && y < by.y + by.height && y + height > by.y,
      ),
  );
}

/** A page that PDFium cannot show, though its text was read. */
class UnshownPageError extends Error {
  override readonly name = 'UnshownPageError';
}

/** How far to the left and to the right of a value the next characters may stand in its crop, in heights of its line. */
const NEIGHBOURS = [
  [0.4, 0],
  [0, 0.4],
  [0.4, 0.4],
] as const;

/** The page of the values as a picture, in two sizes; one page at a time. */
class ShownPages {
  private readonly renderer: PageRenderer;
  private readonly rendered = new Map<string, RenderedPage>();
  private number = 0;

  constructor(renderer: PageRenderer) {
    this.renderer = renderer;
  }

  at(number: number, dpi: number): RenderedPage {
    if (number !== this.number) this.rendered.clear();
    this.number = number;
    const before = this.rendered.get(String(dpi));
    if (before) return before;
    try {
      const rendered = this.renderer.render(number, dpi);
      this.rendered.set(String(dpi), rendered);
      return rendered;
    } catch (error) {
      throw new UnshownPageError(`Page ${number} cannot be shown.`, { cause: error });
    }
  }

  close(): void {
    this.renderer.close();
  }
}

type Seen =
  | { readonly kind: 'same' }
  | { readonly kind: 'otherwise'; readonly readings: readonly Reading[]; readonly said: string };

async function look(crops: CropReader, shown: ShownPages, page: Page, { boxes, evidence }: ShownValue): Promise<Seen> {
  const parts = boxes.map((box) => textIn(page, box));
  const said = parts.map(({ text }) => text).join(' ');
  // Beside a value may stand what the paper around it takes in: it says no less.
  const around = NEIGHBOURS.map((sides) => boxes.map((box) => textIn(page, widened(box, sides)).text).join(' '));
  const same = [evidence.literal, said, ...around];
  const readings: Reading[] = [];
  for (const dpi of [READING_DPI, LARGER_DPI]) {
    const rendered = shown.at(page.number, dpi);
    for (const reading of crops.readings(
      rendered,
      parts.map(({ box }) => box),
      page.frame.shownTurns,
    )) {
      const read = await reading;
      if (same.some((text) => isSameReading(read.text, text))) return { kind: 'same' };
      readings.push(read);
    }
  }
  return { kind: 'otherwise', readings, said };
}

function flagOf({ field, evidence }: ShownValue, seen: Seen, isAtRisk: boolean): Flag | undefined {
  if (seen.kind === 'same') return undefined;
  // A currency stands beside its amount: of what is seen otherwise, the figures are not its own.
  const isOwn =
    FIELD_KINDS[field] !== 'currency' || !seen.readings.some(({ text }) => hasSameLetters(text, evidence.literal));
  if (!isOwn) return undefined;
  const readings = [...seen.readings].sort((a, b) => b.confidence - a.confidence);
  const [surest] = readings;
  const sure = readings.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  // Without a sign of risk, what one look alone sees is taken for a slip of that look.
  const agreed = sure.find((reading, i) => sure.some((other, k) => k !== i && isSameReading(reading.text, other.text)));
  if (!isAtRisk && !agreed) return undefined;
  const what = agreed ?? surest;
  const message =
    what === undefined || what.text.trim() === '' || what.confidence < LEAST_CONFIDENCE
      ? `${field} cannot be read where the text of page ${evidence.page} says “${evidence.literal}”`
      : `${field} is seen otherwise on page ${evidence.page}: it shows “${what.text}”, its text says “${evidence.literal}”`;
  return { code: 'SEEN_OTHERWISE', severity: 'review', field, message };
}

function widened({ x, width, height, ...rest }: Box, [left, right]: readonly [number, number]): Box {
  return { ...rest, height, x: x - left * height, width: width + (left + right) * height };
}

/** What the text layer says in a box, and how far its characters reach where they were moved out of it. */
function textIn({ text: runs, frame }: Page, box: Box): { readonly text: string; readonly box: Box } {
  const parts: { x: number; text: string }[] = [];
  let [left, right] = [box.x, box.x + box.width];
  for (const { text, x, y, height, offsets, width } of runs) {
    let said = '';
    for (const [i, offset] of offsets.slice(0, text.length).entries()) {
      const next = offsets[i + 1] ?? width;
      const middle = boxAsShown({ x: x + (offset + next) / 2, y: y - 0.3 * height, width: 0, height: 0 }, frame);
      const isIn =
        middle.x >= box.x && middle.x <= box.x + box.width && middle.y >= box.y && middle.y <= box.y + box.height;
      if (isIn) said += text.charAt(i);
    }
    if (said === '') continue;
    parts.push({ x, text: said });
    const isMoved = offsets.some((offset, i) => offset < (offsets[i - 1] ?? 0));
    if (!isMoved || frame.shownTurns !== 0) continue;
    left = Math.min(left, x + Math.min(...offsets));
    right = Math.max(right, x + Math.max(...offsets, width));
  }
  const text = parts
    .sort((a, b) => a.x - b.x)
    .map((part) => part.text)
    .join(' ');
  return { text, box: { ...box, x: left, width: right - left } };
}
