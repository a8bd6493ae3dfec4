import type { Refusal } from '@trade-matching/domain';
import { mayHavePictures, picturesOfPages } from './pictures-of-pages.ts';
import { MAX_DOCUMENT_PIXELS, MAX_PICTURE_PIXELS, MAX_SCANNED_PAGES } from './scan-limits.ts';

/** What reading a page for its text says of it. */
export interface PageInk {
  /** 1-based. */
  readonly number: number;
  /** Characters that a reader of the page sees as text, spaces left out. */
  readonly visible: number;
  /** Whether it shows anything else than text. */
  readonly drawn: boolean;
}

/** A page with less text may be a picture with a line that a fax machine or scanner set over it. */
const FEW_CHARACTERS = 250;
/** Points of a picture that a sheet could be read from: A5 at 72 dots an inch. */
const SHEET_PIXELS = 240_000;

export type Scans =
  | { readonly kind: 'pages'; readonly pages: readonly number[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Whether any of the pages can be a scan at all: what nearly every document answers with no, and costs nothing. */
export function mayBeScans(bytes: Uint8Array, pages: readonly PageInk[]): boolean {
  const sparse = pages.filter(({ visible }) => visible < FEW_CHARACTERS);
  if (sparse.length === 0) return false;
  if (sparse.some(({ visible, drawn }) => visible === 0 && drawn)) return true;
  // A stream's dictionary is never in a compressed object: what paints a picture says so in plain bytes.
  return mayHavePictures(bytes);
}

/** Which pages are to be read as pictures, within limits that are known before anything is decoded. */
export async function findScans(bytes: Uint8Array, pages: readonly PageInk[]): Promise<Scans> {
  const pictures = await picturesOfPages(bytes);
  const scans = pages.filter(({ number, visible, drawn }) => {
    const { largest = 0, pixels = 0 } = pictures[number - 1] ?? {};
    if (visible === 0) return drawn || pixels > 0;
    return visible < FEW_CHARACTERS && (largest >= SHEET_PIXELS || pixels >= 4 * SHEET_PIXELS);
  });
  const its = scans.map(({ number }) => pictures[number - 1] ?? { pixels: 0, largest: 0 });
  const refuse = (message: string): Scans => ({ kind: 'refused', refusal: { reason: 'TOO_COMPLEX', message } });
  if (scans.length > MAX_SCANNED_PAGES) {
    return refuse(`The document has ${scans.length} pages that are pictures; ${MAX_SCANNED_PAGES} is the limit.`);
  }
  if (its.some(({ largest }) => largest > MAX_PICTURE_PIXELS)) {
    return refuse(`A picture in the document has over ${MAX_PICTURE_PIXELS / 1e6} million points, which is the limit.`);
  }
  if (its.reduce((sum, { pixels }) => sum + pixels, 0) > MAX_DOCUMENT_PIXELS) {
    return refuse(
      `The pictures of the document have over ${MAX_DOCUMENT_PIXELS / 1e6} million points, which is the limit.`,
    );
  }
  return { kind: 'pages', pages: scans.map(({ number }) => number) };
}
