import * as pdfjs from 'pdfjs-dist';
import { type PrintedWord, printedWords } from './printed-words.ts';

pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';

export interface Drawing {
  /** Points of the page as it is shown: what boxes are measured in. */
  readonly done: Promise<{ readonly width: number; readonly height: number }>;
  isStopped(): boolean;
  stop(): void;
}

/** A document in the viewer. */
export interface OpenDocument {
  readonly pages: number;
  /** @param page 1-based */
  draw(page: number, canvas: HTMLCanvasElement): Drawing;
  /**
   * @param page 1-based
   * @param tell what a person who waits for them is told meanwhile
   */
  words(page: number, tell: (waiting: string) => void, signal: AbortSignal): Promise<readonly PrintedWord[]>;
  close(): void;
}

/** Opens a document in a worker of its own. Scripts in it are never run, and nothing that it names is fetched. */
export async function openDocument(data: Uint8Array): Promise<OpenDocument> {
  const loading = pdfjs.getDocument({
    data,
    cMapUrl: '/cmaps/',
    standardFontDataUrl: '/standard_fonts/',
    wasmUrl: '/wasm/',
    enableXfa: false,
    stopAtErrors: false,
  });
  const document = await loading.promise;
  return {
    pages: document.numPages,
    draw: (page, canvas) => draw(document, page, canvas),
    words: async (page) => printedWords(await document.getPage(page)),
    close: () => void loading.destroy(),
  };
}

function draw(document: pdfjs.PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): Drawing {
  let stopped = false;
  let task: pdfjs.RenderTask | undefined;
  const drawn = async () => {
    const page = await document.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const width = canvas.parentElement?.clientWidth ?? natural.width;
    const viewport = page.getViewport({ scale: (width / natural.width) * Math.min(2, devicePixelRatio) });
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    if (!stopped) {
      task = page.render({ canvas, viewport });
      await task.promise;
    }
    return { width: natural.width, height: natural.height };
  };
  return {
    done: drawn(),
    isStopped: () => stopped,
    stop: () => {
      stopped = true;
      task?.cancel();
    },
  };
}
