/** Shorter junk costs a parser nothing worth saving. */
const MANY_BYTES = 4096;
/** Room for the numbers in front of `obj`. */
const MARGIN = 64;
const SPACE = 0x20;
/** What else than an object a parser looks for. */
const OTHER_BEGINNINGS = ['stream', 'trailer', 'xref'];

/**
 * The file with spaces for what lies behind its objects or its end and begins nothing: a parser tries each byte of it
 * for a beginning, and megabytes of them take it seconds. Offsets stay what they are.
 */
export function withoutJunk(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let cleaned: Buffer | undefined;
  let gap = { from: 0, afterObject: false };
  for (let at = 0; at < bytes.length; ) {
    at = bytes.indexOf('obj', at);
    if (at === -1) at = bytes.length;
    const word = wordBefore(bytes, at);
    if (word === 'other') {
      at += 3;
      continue;
    }
    const junk = at - gap.from > MANY_BYTES ? junkIn(bytes.subarray(gap.from, at), gap.afterObject) : undefined;
    if (junk !== undefined) {
      cleaned ??= Buffer.from(bytes);
      cleaned.fill(SPACE, gap.from + junk, at === bytes.length ? at : at - MARGIN);
    }
    at += 3;
    gap = { from: at, afterObject: word === 'end' };
  }
  return cleaned ?? file;
}

function wordBefore(bytes: Buffer, at: number): 'end' | 'number' | 'other' {
  if (at === bytes.length) return 'number';
  const before = bytes.toString('latin1', Math.max(0, at - 3), at);
  if (before === 'end') return 'end';
  return /[\d\s\0]$/.test(before) ? 'number' : 'other';
}

/** Where junk begins in what lies between two objects: behind the first of them, or behind the file's end. */
function junkIn(between: Buffer, afterObject: boolean): number | undefined {
  const end = between.lastIndexOf('%%EOF');
  if (end === -1 && !afterObject) return undefined;
  const from = end === -1 ? 0 : end + 5;
  const rest = between.subarray(from);
  return rest.length > MANY_BYTES && !OTHER_BEGINNINGS.some((word) => rest.includes(word)) ? from : undefined;
}
