import { inflateSync } from 'node:zlib';
import { looksLikeZlib } from '../inspect/expansion.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const NUMBER_NEAR_ONE = '(?:1(?:\\.0*)?|0?\\.9\\d*)';
const NUMBER_NEAR_ZERO = '(?:0(?:\\.0\\d*)?|\\.0\\d*)';
/** What a content stream says before text that nobody sees: render mode 3 or 7, or a fill that is white or nearly so. */
const HIDING = new RegExp(
  [
    '(?:^|[\\s\\]>)])[37]\\s+Tr\\b',
    `(?:^|\\s)${NUMBER_NEAR_ONE}\\s+(?:g|sc|scn)\\b`,
    `(?:^|\\s)(?:${NUMBER_NEAR_ONE}\\s+){3}(?:rg|sc|scn)\\b`,
    `(?:^|\\s)(?:${NUMBER_NEAR_ZERO}\\s+){4}(?:k|sc|scn)\\b`,
    '/OC\\s*/\\w+\\s+BDC',
    `/ca\\s+${NUMBER_NEAR_ZERO}(?![\\d.])`,
  ].join('|'),
);

/**
 * Whether a file may hold text that nobody sees, from a look at its streams. It errs on the side of yes: then the
 * pages are read as they are painted, which costs as much again as reading their text.
 */
export function mayHideText(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let from = 0;
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', from)) {
    const between = bytes.toString('latin1', from, at);
    if (/\/Encrypt\b/.test(between) || HIDING.test(between)) return true;
    const start =
      at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + (bytes[at + 6] === 0x0a || bytes[at + 7] === 0x0a ? 1 : 0);
    const end = bytes.indexOf('endstream', start);
    if (hides(bytes.subarray(start, end === -1 ? bytes.length : end))) return true;
    from = end === -1 ? bytes.length : end + 9;
  }
  return /\/Encrypt\b/.test(bytes.toString('latin1', from));
}

function hides(data: Buffer): boolean {
  // A photograph.
  if (data[0] === 0xff && data[1] === 0xd8) return false;
  if (!looksLikeZlib(data))
    return (
      HIDING.test(data.toString('latin1')) || /[\x80-\xff]{8}|^[!-u\s]{64}~?/.test(data.toString('latin1', 0, 256))
    );
  try {
    return HIDING.test(inflateSync(data, { maxOutputLength: MOST_BYTES, finishFlush: 2 }).toString('latin1'));
  } catch {
    // Damaged, or longer than a page: then it is looked at.
    return true;
  }
}
