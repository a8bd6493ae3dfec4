import { decodedByLook } from './expansion.ts';
import type { Finding } from './finding.ts';
import { apart, unescapeNames } from './literal-text.ts';

const ACTIVE_NAME =
  /\/(JavaScript|Launch|SubmitForm|ImportData|GoToE|XFA|RichMedia|RichMediaContent|Rendition)(?![\w-])/;
const EMBEDDING_NAME = /\/(EmbeddedFiles?|FileAttachment)(?![\w-])|\/(EF)\s*<</;
/** What begins an object, so that a cross-reference may point at it, wherever it stands. */
const OBJECT_HEADER = /\d[\s\0]*obj(?![a-z])/;
/** What objects may be packed with so that a look at the data does not show them; no writer does it. */
const ODD_PACKING =
  /\/(?:LZW|LZWDecode|RunLengthDecode|RL|ASCIIHexDecode|AHx|ASCII85Decode|A85|Crypt)(?!\w)|\/F[\s\0]*[/[]|\/Predictor[\s\0]+(?!1(?!\d))|\/(?:DecodeParms|DP)[\s\0]*\[?[\s\0]*\d+[\s\0]+\d+[\s\0]+R/;

const UNREADABLE: Finding = { kind: 'unreadable', what: 'an object stream that cannot be looked into' };

/**
 * Looks for active content and embedded files by name where the parser need not look: it keeps one definition of each
 * object, and not every reader keeps the same one; a cross-reference may point into a string, a comment or a stream;
 * and readers unpack object streams that do not call themselves so. An encrypted file's streams say nothing here.
 */
export function findingInBytes(file: Uint8Array, maxInflatedBytes: number, encrypted = false): Finding | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let found: Finding | undefined;
  for (let from = 0; from < bytes.length; ) {
    const stream = bytes.indexOf('stream', from);
    const between = bytes.toString('latin1', from, stream === -1 ? bytes.length : stream);
    found = graver(found, findingBetweenStreams(between));
    if (stream === -1) break;
    const ending = bytes.indexOf('endstream', stream + 6);
    const data = afterLineEnd(bytes.subarray(stream + 6, ending === -1 ? bytes.length : ending));
    found = graver(found, findingInData(data));
    if (isObjectStream(between)) {
      // Compressed data may itself hold the word `endstream`, and ends by itself.
      const packed = afterLineEnd(bytes.subarray(stream + 6));
      const finding = findingInObjectStream(ownDictionary(between), packed, maxInflatedBytes);
      if (!encrypted || finding?.kind !== 'unreadable') found = graver(found, finding);
    }
    if (found?.kind === 'active-content' || ending === -1) break;
    from = ending + 9;
  }
  return found;
}

/** What an object stream, unpacked, holds by name; or that it is packed so that nobody sees. */
export function findingInObjectStream(dictionary: string, data: Buffer, maxInflatedBytes: number): Finding | undefined {
  if (ODD_PACKING.test(dictionary)) return UNREADABLE;
  if (/\/N[\s\0]+0(?!\d)/.test(dictionary)) return undefined;
  const decoded = decodedByLook(data, maxInflatedBytes);
  const objects = decoded instanceof Buffer ? decoded.toString('latin1') : '';
  if (!/^[\s\0]*\d+[\s\0]+\d+/.test(objects)) return UNREADABLE;
  return findingBetweenStreams(objects);
}

/** Readers take for an object stream what says how many objects it has and where the first is, whatever its type. */
export function isObjectStream(dictionary: string): boolean {
  const named = (text: string) => /\/First(?!\w)/.test(text) && /\/N(?!\w)/.test(text);
  const plain = unescapeNames(dictionary);
  return named(plain) && named(ownDictionary(dictionary));
}

/** What stands before a stream, from the beginning of its object. */
function ownDictionary(between: string): string {
  const { objects } = apart(between);
  return unescapeNames(objects.slice(Math.max(0, objects.lastIndexOf('obj'))));
}

function findingBetweenStreams(text: string): Finding | undefined {
  const named = findingByName(text);
  if (!named) return undefined;
  const { objects, aside } = apart(text);
  return [objects, ...aside.filter((text) => OBJECT_HEADER.test(text))].map(findingByName).reduce(graver, undefined);
}

/** An object within a stream's data, as it stands there. */
function findingInData(data: Buffer): Finding | undefined {
  for (let at = data.indexOf('obj'); at !== -1; at = data.indexOf('obj', at + 3)) {
    if (!OBJECT_HEADER.test(data.toString('latin1', Math.max(0, at - 8), at + 4))) continue;
    const end = data.indexOf('endobj', at);
    const finding = findingByName(data.toString('latin1', at, end === -1 ? data.length : end));
    if (finding) return finding;
  }
  return undefined;
}

function findingByName(text: string): Finding | undefined {
  const plain = unescapeNames(text);
  const active = ACTIVE_NAME.exec(plain)?.[1];
  if (active) return { kind: 'active-content', what: active };
  const embedding = EMBEDDING_NAME.exec(plain);
  return embedding ? { kind: 'embedded-file', what: embedding[1] ?? embedding[2] ?? '' } : undefined;
}

const GRAVITY: readonly Finding['kind'][] = ['too-complex', 'unreadable', 'embedded-file', 'active-content'];

function graver(left: Finding | undefined, right: Finding | undefined): Finding | undefined {
  if (!left || !right) return left ?? right;
  return GRAVITY.indexOf(right.kind) > GRAVITY.indexOf(left.kind) ? right : left;
}

function afterLineEnd(data: Buffer): Buffer {
  if (data[0] === 0x0d && data[1] === 0x0a) return data.subarray(2);
  return data[0] === 0x0a || data[0] === 0x0d ? data.subarray(1) : data;
}
