import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** What was found that a confirmation has no use for. */
export type Finding =
  | { readonly kind: 'active-content'; readonly what: string }
  | { readonly kind: 'embedded-file'; readonly what: string }
  | { readonly kind: 'too-complex'; readonly what: string };

const MAX_OBJECTS = 200_000;

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
const ACTIVE_KEYS: ReadonlySet<string> = new Set(['JavaScript', 'JS', 'XFA', 'RichMediaContent', 'RichMediaSettings']);
const EMBEDDING_KEYS: ReadonlySet<string> = new Set(['EmbeddedFiles', 'EF']);

/**
 * Walks every parsed object, those in object streams too, with names decoded, so that `/Java#53cript` is what it is.
 * Reading bytes for `/JavaScript` would miss both.
 */
export function findActiveContent(document: PDFDocument): Finding | undefined {
  const pending: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  let visited = 0;
  let embedded: Finding | undefined;
  for (let object = pending.pop(); object !== undefined; object = pending.pop()) {
    if (++visited > MAX_OBJECTS) return { kind: 'too-complex', what: `over ${MAX_OBJECTS} objects` };
    if (object instanceof PDFArray) {
      pending.push(...object.asArray());
      continue;
    }
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined;
    if (!dictionary) continue;
    const finding = findingIn(dictionary);
    if (finding?.kind === 'active-content') return finding;
    embedded ??= finding;
    pending.push(...dictionary.values());
  }
  return embedded;
}

function findingIn(dictionary: PDFDict): Finding | undefined {
  let embedded: Finding | undefined;
  for (const [key, value] of dictionary.entries()) {
    const name = key.decodeText();
    const text = value instanceof PDFName ? value.decodeText() : '';
    if (ACTIVE_KEYS.has(name)) return { kind: 'active-content', what: name };
    if (name === 'S' && ACTIVE_ACTIONS.has(text)) return { kind: 'active-content', what: text };
    if (name === 'Subtype' && (text === 'RichMedia' || text === 'Screen' || text === '3D')) {
      return { kind: 'active-content', what: text };
    }
    if (EMBEDDING_KEYS.has(name)) embedded = { kind: 'embedded-file', what: name };
    if ((name === 'Type' && text === 'EmbeddedFile') || (name === 'Subtype' && text === 'FileAttachment')) {
      embedded = { kind: 'embedded-file', what: text };
    }
  }
  return embedded;
}
