import type { PDFRawStream } from '@cantoo/pdf-lib';
import { decodedByLook } from './expansion.ts';

/** A font maps 65,536 codes at most, and PDF.js some 100 million a second. */
export const MAX_MAPPED_CODES = 4_000_000;

const RANGES = /begin(?:bf|cid)range([\s\S]*?)(?:end|$)/g;
const RANGE = /<\s*([0-9a-fA-F]+)\s*>\s*<\s*([0-9a-fA-F]+)\s*>\s*[<[\d]/g;

/** How many codes a font's character map maps: a range of four bytes is four billion, and may stand there again and again. */
export function mappedCodes({ contents }: PDFRawStream, maxInflatedBytes: number): number {
  const data = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  const decoded = decodedByLook(data, maxInflatedBytes);
  if (!(decoded instanceof Buffer)) return 0;
  let codes = 0;
  for (const [, ranges = ''] of decoded.toString('latin1').matchAll(RANGES)) {
    for (const [, low = '', high = ''] of ranges.matchAll(RANGE)) {
      codes += Math.max(0, Number.parseInt(high, 16) - Number.parseInt(low, 16) + 1);
    }
  }
  return codes;
}
