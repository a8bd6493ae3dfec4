import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import { scanAsset } from './assets.ts';
import type { Picture } from './picture.ts';
import { MAX_RENDERED_PIXELS } from './scan-limits.ts';

const POINTS_AN_INCH = 72;
/** Draw annotations, in shades of grey. Source: fpdfview.h. */
const FLAGS = 0x01 | 0x08;
const SHADES_OF_GREY = 1;
const PAPER = 0xffffffff;

/** A page as it is shown. */
export interface RenderedPage {
  readonly picture: Picture;
  readonly dpi: number;
}

/** Renders the pages of a document that was inspected, one at a time. */
export interface PageRenderer {
  /**
   * @param number 1-based
   * @throws {Error} where PDFium cannot show the page
   */
  render(number: number, dpi: number): RenderedPage;
  close(): void;
}

/** Of the module's own types, HEAPU8 is missing; it is another array after the memory has grown. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(address: number): void };
}

let loaded: Promise<WrappedPdfiumModule> | undefined;

/**
 * Opens a document in PDFium, which runs as WebAssembly: what a page breaks in it has no reach outside its memory.
 *
 * @throws {Error} where PDFium cannot open the document
 */
export async function openRenderer(bytes: Uint8Array): Promise<PageRenderer> {
  loaded ??= load();
  const pdfium = await loaded;
  const memory = pdfium.pdfium as unknown as Memory;
  const { malloc, free } = memory.wasmExports;
  const file = malloc(bytes.length);
  memory.HEAPU8.set(bytes, file);
  const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
  if (document === 0) {
    free(file);
    throw new Error('PDFium cannot open the PDF.');
  }
  return {
    render(number, wanted) {
      const page = pdfium.FPDF_LoadPage(document, number - 1);
      if (page === 0) throw new Error(`PDFium cannot show page ${number}.`);
      const [pageWidth, pageHeight] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
      const most = POINTS_AN_INCH * Math.sqrt(MAX_RENDERED_PIXELS / (pageWidth * pageHeight));
      const dpi = Math.min(wanted, most);
      const width = Math.max(1, Math.round((pageWidth * dpi) / POINTS_AN_INCH));
      const height = Math.max(1, Math.round((pageHeight * dpi) / POINTS_AN_INCH));
      const points = malloc(width * height);
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, SHADES_OF_GREY, points, width);
      try {
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, PAPER);
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
        return { dpi, picture: { width, height, data: memory.HEAPU8.slice(points, points + width * height) } };
      } finally {
        pdfium.FPDFBitmap_Destroy(bitmap);
        pdfium.FPDF_ClosePage(page);
        free(points);
      }
    },
    close() {
      pdfium.FPDF_CloseDocument(document);
      free(file);
    },
  };
}

async function load(): Promise<WrappedPdfiumModule> {
  const pdfium = await init({ wasmBinary: scanAsset('pdfium.wasm').buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}
