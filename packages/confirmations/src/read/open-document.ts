import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { SameThreadPort } from './same-thread-port.ts';

type Library = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Worker = InstanceType<Library['PDFWorker']>;

/**
 * Opens the document without the library's own `getDocumentProxy`, which looks for the package pdfjs-dist each time: not
 * finding it costs a tenth of reading a page.
 */
export async function openDocument(
  bytes: Uint8Array,
  maxImageSize: number,
): Promise<Awaited<ReturnType<typeof getDocumentProxy>>> {
  const library = await getResolvedPDFJS();
  const worker = newWorker(library);
  // PDF.js takes the buffer over, so it gets a copy.
  return library.getDocument({
    data: new Uint8Array(bytes),
    ...(worker ? { worker } : {}),
    ...WITH_FONTS,
    useSystemFonts: false,
    BinaryDataFactory: NoData,
    maxImageSize,
    verbosity: 0,
  }).promise;
}

interface WorkerSide {
  readonly pdfjsWorker?: { readonly WorkerMessageHandler?: { initializeFromPort(port: unknown): void } };
}

/** PDF.js' reading side in this thread, as it sets one up itself, but with a port that copies less. */
function newWorker({ PDFWorker }: Library): Worker | undefined {
  // Where PDF.js keeps it, and looks for it itself.
  const { WorkerMessageHandler } = (globalThis as WorkerSide).pdfjsWorker ?? {};
  if (!WorkerMessageHandler) return undefined;
  const port = new SameThreadPort();
  WorkerMessageHandler.initializeFromPort(port);
  return new PDFWorker({ port: port as never, verbosity: 0 });
}

/**
 * Tells PDF.js that fonts are loaded as a browser does: else it makes the outline of each glyph that a page shows, and here
 * nothing is painted.
 */
const WITH_FONTS = {
  disableFontFace: false,
  ownerDocument: { fonts: { add: () => {}, delete: () => {} } } as never,
};

// PDF.js makes one of each embedded font, and waits until it is loaded.
Object.assign(globalThis, {
  FontFace: class {
    readonly loaded = undefined;
  },
});

/** PDF.js asks for the standard fonts and gets none: with one error for all, since to make one costs more than to ask. */
class NoData {
  fetch(): Promise<never> {
    return Promise.reject(NO_DATA);
  }
}
const NO_DATA = new Error('No font and no map of characters is at hand.');
