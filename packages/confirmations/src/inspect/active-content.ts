import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { MAX_MAPPED_CODES, mappedCodes } from './character-maps.ts';
import type { Finding } from './finding.ts';
import { findingInBytes, findingInObjectStream, isObjectStream } from './names-in-bytes.ts';
import type { OpenedPdf } from './open-pdf.ts';

const MAX_OBJECTS = 1_000_000;
const DEEPEST_NESTING = 1000;

/** Actions that run something, or send or fetch something. */
const ACTIVE_ACTIONS: ReadonlySet<string> = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'RichMediaExecute',
  'Rendition',
  'Movie',
  'Sound',
  'GoToE',
]);
/** What may happen by itself, on opening a document or a page: turning to a page. */
const HARMLESS_BY_ITSELF: ReadonlySet<string> = new Set([
  'GoTo',
  'Named',
  'Hide',
  'SetOCGState',
  'Trans',
  'Thread',
  'GoTo3DView',
]);
const ACTIVE_KEYS: ReadonlySet<string> = new Set(['JavaScript', 'XFA', 'RichMediaContent', 'RichMediaSettings']);
const ACTIVE_SUBTYPES: ReadonlySet<string> = new Set(['RichMedia', 'Screen', '3D', 'Movie', 'Sound']);
/** Addresses that run something or open what is on the reader's own machine. */
const ACTIVE_ADDRESS = /^\s*(?:javascript|vbscript|data|file|ms-\w+|search-ms):|^\s*\\\\/i;
const EMBEDDING_KEYS: ReadonlySet<string> = new Set(['EmbeddedFiles', 'Collection']);
/** Keys of files, unless a page's resource goes by that name. */
const FILE_KEYS: ReadonlySet<string> = new Set(['EF', 'AF']);
const RESOURCE_TYPES: ReadonlySet<string> = new Set(['Font', 'ExtGState', 'Pattern']);

/**
 * Walks every parsed object, those in object streams too, with names decoded, so that `/Java#53cript` is what it is.
 * Reading bytes for `/JavaScript` would miss both.
 */
export function findActiveContent({ document, encrypted }: OpenedPdf, maxInflatedBytes: number): Finding | undefined {
  const pending: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  let visited = 0;
  let embedded: Finding | undefined;
  let codes = 0;
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (++visited > MAX_OBJECTS) return { kind: 'too-complex', what: `over ${MAX_OBJECTS} objects` };
    if (object instanceof PDFArray) {
      // One by one: an array of 300,000 is more than a call takes arguments.
      for (const element of object.asArray()) if (isWorthALook(element)) pending.push(element);
      continue;
    }
    if (object instanceof PDFInvalidObject) {
      const bytes = new Uint8Array(object.sizeInBytes());
      object.copyBytesInto(bytes, 0);
      if (isNestedDeep(bytes)) return { kind: 'too-complex', what: 'objects nested too deep to be read' };
      const finding = findingInBytes(bytes, maxInflatedBytes);
      if (finding) return finding;
    }
    const packed = encrypted ? findingInDecrypted(object, maxInflatedBytes) : undefined;
    if (packed && packed.kind !== 'embedded-file') return packed;
    embedded ??= packed;
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dictionary) continue;
    const finding = findingIn(dictionary);
    if (finding?.kind === 'active-content') return finding;
    embedded ??= finding;
    const map = dictionary.lookup(PDFName.of('ToUnicode')) ?? dictionary.lookup(PDFName.of('Encoding'));
    if (map instanceof PDFRawStream) codes += mappedCodes(map, maxInflatedBytes);
    if (codes > MAX_MAPPED_CODES) return { kind: 'too-complex', what: `over ${MAX_MAPPED_CODES} characters mapped` };
    for (const value of dictionary.values()) if (isWorthALook(value)) pending.push(value);
  }
  return embedded;
}

/** Brackets that open a thousand deep are what no parser could read of an object. */
function isNestedDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  for (const byte of bytes) {
    if (byte === 0x5b || byte === 0x3c) depth++;
    else if (byte === 0x5d || byte === 0x3e) depth--;
    if (depth > DEEPEST_NESTING) return true;
  }
  return false;
}

function isWorthALook(object: PDFObject): boolean {
  return object instanceof PDFDict || object instanceof PDFArray || object instanceof PDFStream;
}

function findingIn(dictionary: PDFDict): Finding | undefined {
  let embedded: Finding | undefined;
  for (const [key, value] of dictionary.entries()) {
    const name = key.decodeText();
    const text = value instanceof PDFName ? value.decodeText() : nameBehind(dictionary, value);
    if (ACTIVE_KEYS.has(name)) return { kind: 'active-content', what: name };
    if (name === 'S' && ACTIVE_ACTIONS.has(text)) return { kind: 'active-content', what: text };
    if (name === 'Subtype' && ACTIVE_SUBTYPES.has(text)) return { kind: 'active-content', what: text };
    if (name === 'URI' && ACTIVE_ADDRESS.test(textOf(value)))
      return { kind: 'active-content', what: 'a link to a script or a file' };
    if (name === 'OpenAction' || name === 'AA') {
      const action = actionByItself(dictionary, value, name === 'AA');
      if (action) return { kind: 'active-content', what: `${name} to ${action}` };
    }
    if (EMBEDDING_KEYS.has(name) || (FILE_KEYS.has(name) && holdsFiles(dictionary, value)))
      embedded = { kind: 'embedded-file', what: name };
    if ((name === 'Type' && text === 'EmbeddedFile') || (name === 'Subtype' && text === 'FileAttachment')) {
      embedded = { kind: 'embedded-file', what: text };
    }
  }
  return embedded;
}

/** An object stream of an encrypted file: not before it is decrypted can anybody look into it. */
function findingInDecrypted(object: PDFObject, maxInflatedBytes: number): Finding | undefined {
  if (!(object instanceof PDFRawStream)) return undefined;
  const dictionary = object.dict.toString();
  if (!isObjectStream(dictionary)) return undefined;
  const { contents } = object;
  const data = Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
  return findingInObjectStream(dictionary, data, maxInflatedBytes);
}

function textOf(value: PDFObject): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/** A list of files or a file's specification: not the font or the picture that goes by such a name. */
function holdsFiles({ context }: PDFDict, value: PDFObject): boolean {
  const target = context.lookup(value);
  if (target instanceof PDFArray) return target.size() > 0;
  if (!(target instanceof PDFDict)) return false;
  const type = context.lookup(target.get(PDFName.of('Type')));
  return !(type instanceof PDFName && RESOURCE_TYPES.has(type.decodeText()));
}

// `/S 7 0 R` names its action in another object.
function nameBehind({ context }: PDFDict, value: PDFObject): string {
  const target = value instanceof PDFRef ? context.lookup(value) : undefined;
  return target instanceof PDFName ? target.decodeText() : '';
}

/** The kind of an action that happens without a click and does more than turn to a page. */
function actionByItself({ context }: PDFDict, value: PDFObject, additional: boolean): string | undefined {
  const target = context.lookup(value);
  if (!(target instanceof PDFDict)) return undefined;
  const actions = additional ? target.values().map((action) => context.lookup(action)) : [target];
  for (const action of actions) {
    const kind = action instanceof PDFDict ? context.lookup(action.get(PDFName.of('S'))) : undefined;
    if (kind instanceof PDFName && !HARMLESS_BY_ITSELF.has(kind.decodeText())) return kind.decodeText();
  }
  return undefined;
}
