import { printPages, type Resolution } from './print-pages.ts';
import { type Encoding, type ScannedPage, scanPdf } from './scan-pdf.ts';
import { besideEachOther, mapShades, quarterTurned, type Shades, skewed } from './shades.ts';
import { signed, stamped } from './written-over.ts';

/** What becomes of a document between the printer and the file. */
export interface ScanKind {
  readonly resolution: Resolution;
  readonly encoding: Encoding;
  /** Degrees by which a sheet may lie askew, to either side. */
  readonly skew?: number;
  /** Shades by which points differ by chance. */
  readonly noise?: number;
  /** How dark the paper is at its darkest, 0 to 1. */
  readonly tint?: number;
  readonly stamp?: boolean;
  readonly signature?: boolean;
  /** Quarters by which the sheet was laid in turned. */
  readonly quarters?: number;
  readonly twoUp?: boolean;
  /** Text that an earlier OCR laid over the picture, unseen. */
  readonly layer?: string;
}

const straight = (dpi: number): ScanKind => ({ resolution: [dpi, dpi], encoding: 'flate', noise: 10 });

/** Scans as they come: one fault each. */
export const SCAN_KINDS = {
  'straight-150': straight(150),
  'straight-200': straight(200),
  'straight-300': straight(300),
  skewed: { ...straight(200), skew: 3 },
  fax: { resolution: [204, 196], encoding: 'bits', noise: 40, skew: 0.5 },
  jpeg: { ...straight(200), encoding: { jpegQuality: 25 } },
  tinted: { ...straight(200), tint: 0.35 },
  written: { ...straight(200), stamp: true, signature: true },
  turned: { ...straight(200), quarters: 1 },
  'upside-down': { ...straight(200), quarters: 2 },
  'two-up': { ...straight(200), twoUp: true },
} as const satisfies Record<string, ScanKind>;

const POINTS_AN_INCH = 72;

/** Prints a PDF and scans the sheets. The same seed gives the same file. */
export async function makeScan(pdf: Uint8Array, kind: ScanKind, seed = 1): Promise<Uint8Array> {
  const random = randomOf(seed);
  const printed = await printPages(pdf, kind.resolution);
  const sheets = kind.twoUp ? pairsOf(printed) : printed;
  const [across, down] = kind.resolution;
  const pages = sheets.map((sheet): ScannedPage => {
    const picture = quarterTurned(worn(sheet, kind, random), kind.quarters ?? 0);
    const turned = (kind.quarters ?? 0) % 2 === 1;
    return {
      picture,
      width: Math.round((picture.width * POINTS_AN_INCH) / (turned ? down : across)),
      height: Math.round((picture.height * POINTS_AN_INCH) / (turned ? across : down)),
      ...(kind.layer === undefined ? {} : { layer: kind.layer }),
    };
  });
  return scanPdf(pages, kind.encoding);
}

function worn(sheet: Shades, kind: ScanKind, random: () => number): Shades {
  let picture = sheet;
  if (kind.stamp) picture = stamped(picture, random);
  if (kind.signature) picture = signed(picture, random);
  if (kind.skew) picture = skewed(picture, (2 * random() - 1) * kind.skew);
  const { tint = 0, noise = 0 } = kind;
  const { width, height } = picture;
  const [spotX, spotY] = [random() * width, random() * height];
  return mapShades(picture, (value, x, y) => {
    const far = Math.hypot(x - spotX, y - spotY) / Math.hypot(width, height);
    const paper = 1 - tint * (1 - far);
    return value * paper + (random() + random() - 1) * noise;
  });
}

function pairsOf(sheets: readonly Shades[]): Shades[] {
  const pairs: Shades[] = [];
  for (let i = 0; i < sheets.length; i += 2) {
    const [left, right] = [sheets[i], sheets[i + 1]];
    if (left) pairs.push(right ? besideEachOther(left, right) : left);
  }
  return pairs;
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
