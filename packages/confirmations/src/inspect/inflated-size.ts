import { expandedSize, type StatedFilters } from './expansion.ts';
import { unescapeNames } from './literal-text.ts';

/** What the compressed streams of a file come to, or that it is beyond the budget. */
export type InflatedSize = { readonly kind: 'within'; readonly bytes: number } | { readonly kind: 'beyond' };

/** A dictionary in front of its stream is looked at this far back, for filters that data alone does not betray. */
const DICTIONARY_BYTES = 65_536;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

/**
 * Expands every stream of a file within a budget, before any parser sees it: a file of 1 MB can inflate to 4 GiB.
 * Works on bytes, so that a broken cross-reference table hides nothing, and does not look for where a stream ends:
 * compressed data ends by itself, and may hold the bytes `endstream`.
 */
export function inflatedSize(file: Uint8Array, budget: number): InflatedSize {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let [total, dictionaryFrom] = [0, 0];
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (at >= 3 && bytes.toString('latin1', at - 3, at) === 'end') {
      dictionaryFrom = at + 6;
      continue;
    }
    const dictionary = bytes.toString('latin1', Math.max(dictionaryFrom, at - DICTIONARY_BYTES), at);
    const stated = statedFilters(dictionary);
    for (const start of dataStarts(bytes, at + 6)) {
      const size = expandedSize(dataFrom(bytes, start, stated), stated, budget - total);
      if (size === undefined) return { kind: 'beyond' };
      total += size;
      if (total > budget) return { kind: 'beyond' };
    }
  }
  return { kind: 'within', bytes: total };
}

/** Where a stream's data may begin: after its line's end, as the format wants it, or where some readers go on to find one. */
function dataStarts(bytes: Buffer, after: number): number[] {
  const start =
    after +
    (bytes[after] === RETURN ? 1 : 0) +
    (bytes[after] === NEW_LINE || (bytes[after] === RETURN && bytes[after + 1] === NEW_LINE) ? 1 : 0);
  if (start > after) return [start];
  const newLine = bytes.subarray(after, after + 1024).indexOf(NEW_LINE);
  return newLine === -1 ? [start] : [start, after + newLine + 1];
}

/** Compressed data goes on to the end of the file at most; other data to the next `endstream`. */
function dataFrom(bytes: Buffer, start: number, stated: StatedFilters): Buffer {
  if ((bytes[start] ?? 0) % 16 === 8) return bytes.subarray(start);
  const end = bytes.indexOf('endstream', start);
  const last = stated.lzw || stated.runLength ? -1 : end;
  return bytes.subarray(start, last === -1 ? bytes.length : last);
}

/** LZW and run lengths, by name; a filter by reference may be either. */
export function statedFilters(dictionary: string): StatedFilters {
  const plain = unescapeNames(dictionary);
  const own = plain.slice(Math.max(0, plain.lastIndexOf('endobj')));
  const byReference = /\/F(?:ilter)?\s*\[?\s*\d+\s+\d+\s+R/.test(own);
  return { lzw: byReference || /\/LZW/.test(own), runLength: byReference || /\/(?:RunLengthDecode|RL)\b/.test(own) };
}
