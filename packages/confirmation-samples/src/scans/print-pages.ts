import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium';
import type { Shades } from './shades.ts';

/** Dots an inch, across and down: a fax has not the same. */
export type Resolution = readonly [across: number, down: number];

const POINTS_AN_INCH = 72;
/** Draw annotations, and in shades of grey. Source: fpdfview.h. */
const FLAGS = 0x01 | 0x08;
const SHADES_OF_GREY = 1;

let loaded: Promise<WrappedPdfiumModule> | undefined;

/** Prints the pages of a PDF as a scanner would see them. */
export async function printPages(pdf: Uint8Array, [across, down]: Resolution): Promise<Shades[]> {
  loaded ??= load();
  const pdfium = await loaded;
  const memory = pdfium.pdfium as unknown as Memory;
  const { malloc, free } = memory.wasmExports;
  const file = malloc(pdf.length);
  memory.HEAPU8.set(pdf, file);
  const document = pdfium.FPDF_LoadMemDocument(file, pdf.length, '');
  try {
    if (document === 0) throw new Error('PDFium cannot open the PDF.');
    return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
      const page = pdfium.FPDF_LoadPage(document, index);
      const width = Math.round((pdfium.FPDF_GetPageWidthF(page) * across) / POINTS_AN_INCH);
      const height = Math.round((pdfium.FPDF_GetPageHeightF(page) * down) / POINTS_AN_INCH);
      const points = malloc(width * height);
      const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, SHADES_OF_GREY, points, width);
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
      const data = memory.HEAPU8.slice(points, points + width * height);
      pdfium.FPDFBitmap_Destroy(bitmap);
      pdfium.FPDF_ClosePage(page);
      free(points);
      return { width, height, data };
    });
  } finally {
    pdfium.FPDF_CloseDocument(document);
    free(file);
  }
}

/** Of the module's own types, HEAPU8 is missing; it is another array after the memory has grown. */
interface Memory {
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(bytes: number): number; free(address: number): void };
}

async function load(): Promise<WrappedPdfiumModule> {
  const file = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdfium = await init({ wasmBinary: new Uint8Array(file).buffer });
  pdfium.PDFiumExt_Init();
  return pdfium;
}
