import { inflateRawSync, inflateSync } from 'node:zlib';

/** What the compressed streams of a file come to, or that it is beyond the budget. */
export type InflatedSize = { readonly kind: 'within'; readonly bytes: number } | { readonly kind: 'beyond' };

const FILTER = /\/(FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL)\b/g;
/** How far before `stream` its dictionary is looked for. */
const DICTIONARY_BYTES = 2048;
/** LZW and run lengths expand by no more than this; they are counted, not decoded. */
const WORST_EXPANSION = { LZW: 1365, RL: 128 } as const;

/**
 * Inflates every stream of a file within a budget, before any parser sees it: a file of 1 MB can inflate to 4 GiB, and
 * ASCII85 around Flate hides that from a look at the dictionary's first filter. Works on bytes, so that a broken
 * cross-reference table hides nothing.
 */
export function inflatedSize(file: Uint8Array, budget: number): InflatedSize {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let total = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 6)) {
    if (at >= 3 && bytes.toString('latin1', at - 3, at) === 'end') continue;
    const start =
      at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + (bytes[at + 6] === 0x0a || bytes[at + 7] === 0x0a ? 1 : 0);
    const end = bytes.indexOf('endstream', start);
    const data = bytes.subarray(start, end === -1 ? bytes.length : end);
    const dictionary = unescapeNames(bytes.toString('latin1', Math.max(0, at - DICTIONARY_BYTES), at));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const filters = [...own.matchAll(FILTER)].map((match) => match[1] ?? '');
    const size = decodedSize(data, filters, budget - total);
    if (size === undefined) return { kind: 'beyond' };
    total += size;
    if (total > budget) return { kind: 'beyond' };
  }
  return { kind: 'within', bytes: total };
}

/** Bytes after all filters, or undefined beyond the budget. Data that does not decode counts as it is. */
function decodedSize(data: Buffer, filters: readonly string[], budget: number): number | undefined {
  let decoded = data;
  const chain = filters.length > 0 ? filters : looksLikeZlib(data) ? ['FlateDecode'] : [];
  for (const filter of chain) {
    switch (filter) {
      case 'FlateDecode':
      case 'Fl': {
        const inflated = inflate(decoded, budget);
        if (inflated === undefined) return undefined;
        decoded = inflated;
        break;
      }
      case 'ASCII85Decode':
      case 'A85':
        decoded = decodeAscii85(decoded);
        break;
      case 'ASCIIHexDecode':
      case 'AHx':
        decoded = Buffer.from(decoded.toString('latin1').replace(/[^0-9a-fA-F]/g, ''), 'hex');
        break;
      default: {
        const worst = decoded.length * (filter.startsWith('LZW') ? WORST_EXPANSION.LZW : WORST_EXPANSION.RL);
        return worst > budget ? undefined : worst;
      }
    }
  }
  return decoded.length;
}

function inflate(data: Buffer, budget: number): Buffer | undefined {
  const maxOutputLength = Math.max(1, budget);
  for (const decode of [inflateSync, inflateRawSync]) {
    try {
      // A stream that ends early still gives what it holds.
      return decode(data, { maxOutputLength, finishFlush: 2 });
    } catch (error) {
      if (error instanceof RangeError) return undefined;
    }
  }
  return data;
}

function looksLikeZlib(data: Buffer): boolean {
  const [first = 0, second = 0] = data;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function decodeAscii85(data: Buffer): Buffer {
  const [digits = ''] = data.toString('latin1').replace(/\s/g, '').replace(/^<~/, '').split('~>', 1);
  const out: number[] = [];
  let group: number[] = [];
  const flush = (count: number) => {
    let value = 0;
    for (let i = 0; i < 5; i++) value = value * 85 + (group[i] ?? 84);
    for (let i = 0; i < count; i++) out.push(Math.floor(value / 256 ** (3 - i)) % 256);
    group = [];
  };
  for (const digit of digits) {
    if (digit === 'z' && group.length === 0) out.push(0, 0, 0, 0);
    else group.push(digit.charCodeAt(0) - 33);
    if (group.length === 5) flush(4);
  }
  if (group.length > 1) flush(group.length - 1);
  return Buffer.from(out);
}

/** `/Fl#61teDecode` is `/FlateDecode`. */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
