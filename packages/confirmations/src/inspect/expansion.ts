import { inflateRawSync } from 'node:zlib';

/** How often a decoded stream may itself be encoded. PDF allows any chain; nobody needs a longer one. */
const LONGEST_CHAIN = 6;
/** Most streams of a confirmation come to less. */
const FIRST_TRY = 64 * 1024;
/** Enough of a stream to see what it is. */
const SNIFF_BYTES = 256;

/** Filters whose data cannot be told from any other. */
export interface StatedFilters {
  readonly lzw: boolean;
  readonly runLength: boolean;
}

/**
 * Bytes that a stream comes to after all its filters, or undefined beyond the budget. It goes by the data, not by the
 * dictionary, which may name its filters by reference, in another object or not at all: deflate, ASCII85 and hex are
 * recognised by their first bytes, one inside the other.
 */
export function expandedSize(data: Buffer, stated: StatedFilters, budget: number, depth = 0): number | undefined {
  if (depth > LONGEST_CHAIN) return undefined;
  if (looksLikeZlib(data)) return inflatedBytes(data, stated, budget, depth);
  const text = asciiEncoding(data);
  if (text) {
    const decoded = text === 'ascii85' ? decodeAscii85(data) : decodeHex(data);
    return expandedSize(decoded, stated, budget, depth + 1);
  }
  const sizes = [data.length];
  if (stated.lzw) sizes.push(lzwSize(data, budget));
  if (stated.runLength) sizes.push(runLengthSize(data));
  const size = Math.max(...sizes);
  return size > budget ? undefined : size;
}

/** The data behind deflate, ASCII85 and hex, as far as the data shows them. */
export function decodedByLook(data: Buffer, budget: number, depth = 0): Buffer | 'damaged' | 'beyond' {
  if (depth > LONGEST_CHAIN) return 'beyond';
  if (!looksLikeZlib(data)) {
    const text = asciiEncoding(data);
    if (!text) return data.length > budget ? 'beyond' : data;
    return decodedByLook(text === 'ascii85' ? decodeAscii85(data) : decodeHex(data), budget, depth + 1);
  }
  try {
    const inflated = inflateRawSync(data.subarray(2), { maxOutputLength: budget, finishFlush: 2 });
    return decodedByLook(inflated, budget, depth + 1);
  } catch (error) {
    if (error instanceof RangeError) return 'beyond';
    // Text may begin like it: `80 0 obj`, `80 700 Td`.
    return isText(data) ? data : 'damaged';
  }
}

function inflatedBytes(data: Buffer, stated: StatedFilters, budget: number, depth: number): number | undefined {
  const body = data.subarray(2);
  for (let limit = Math.min(budget, FIRST_TRY); ; limit = Math.min(budget, limit * 8)) {
    try {
      // A stream that ends early still gives what it holds; what follows its end is not read.
      const inflated = inflateRawSync(body, { maxOutputLength: Math.max(1, limit), finishFlush: 2 });
      const inner = looksLikeZlib(inflated) || asciiEncoding(inflated) || stated.lzw || stated.runLength;
      const size = inner ? expandedSize(inflated, stated, budget - inflated.length, depth + 1) : 0;
      return size === undefined ? undefined : inflated.length + size;
    } catch (error) {
      // Damaged on the way: readers show what came before, which is at most this.
      if (!(error instanceof RangeError)) return limit;
      // More than the limit came out of it.
      if (limit >= budget) return undefined;
    }
  }
}

/** A zlib header: every reader insists on it. */
export function looksLikeZlib(data: Uint8Array): boolean {
  const [first = 0, second = 0] = data;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function isText(data: Buffer): boolean {
  return /^[\t\n\r\f\x20-\x7e]*$/.test(data.toString('latin1', 0, SNIFF_BYTES));
}

/** Text that decodes to deflated data, or to text that does; a page's own text does not. */
function asciiEncoding(data: Buffer): 'ascii85' | 'hex' | undefined {
  const head = data.subarray(0, SNIFF_BYTES);
  const text = head.toString('latin1').replace(/\s/g, '');
  if (text.length < 8) return undefined;
  if (/^[0-9a-fA-F]+>?/.exec(text)?.[0].length === text.length && encodes(decodeHex(head))) return 'hex';
  const body = text.replace(/^<~/, '');
  return /^[!-uz]+(?:~>?)?/.exec(body)?.[0].length === body.length && encodes(decodeAscii85(head))
    ? 'ascii85'
    : undefined;
}

function encodes(decoded: Buffer): boolean {
  return looksLikeZlib(decoded) || (decoded.length > 8 && asciiEncoding(decoded) !== undefined);
}

function decodeHex(data: Buffer): Buffer {
  return Buffer.from(
    data
      .toString('latin1')
      .split('>', 1)
      .join('')
      .replace(/[^0-9a-fA-F]/g, ''),
    'hex',
  );
}

function decodeAscii85(data: Buffer): Buffer {
  const out = Buffer.allocUnsafe(data.length * 4);
  let [length, value, digits] = [0, 0, 0];
  const put = (bytes: number) => {
    for (let i = 0; i < bytes; i++) out[length++] = Math.floor(value / 256 ** (3 - i)) % 256;
    [value, digits] = [0, 0];
  };
  for (let at = data[0] === 0x3c && data[1] === 0x7e ? 2 : 0; at < data.length; at++) {
    const byte = data[at] ?? 0;
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) put(4);
    else if (byte >= 0x21 && byte <= 0x75) {
      value = value * 85 + byte - 0x21;
      if (++digits === 5) put(4);
    }
  }
  if (digits > 1) {
    const bytes = digits - 1;
    for (; digits < 5; digits++) value = value * 85 + 84;
    put(bytes);
  }
  return out.subarray(0, length);
}

/** What LZW data decodes to, counted without decoding it: each code stands for a string one longer than its parent's. */
function lzwSize(data: Buffer, budget: number): number {
  const lengths = new Uint32Array(4096).fill(1, 0, 256);
  let [size, bits, width, next, previous, buffer] = [0, 0, 9, 258, 0, 0];
  for (const byte of data) {
    buffer = ((buffer << 8) | byte) >>> 0;
    bits += 8;
    if (bits < width) continue;
    const code = (buffer >>> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    buffer &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      [width, next, previous] = [9, 258, 0];
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : previous + 1;
    if (previous > 0 && next < 4096) lengths[next++] = previous + 1;
    previous = length;
    size += length;
    if (size > budget) return size;
    width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
  }
  return size;
}

function runLengthSize(data: Buffer): number {
  let size = 0;
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return size;
}
