import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathOfAsset, SCAN_ASSETS, SCAN_FOLDER, type ScanAsset } from './assets.ts';

/** Empties the folder of a bundled reader process in which its parts for scans are; before a build. */
export function clearScanFolder(folder: string): void {
  rmSync(path.join(folder, SCAN_FOLDER), { recursive: true, force: true });
}

/** Copies what reading a scan needs besides code into the folder of a bundled reader process. */
export function writeScanAssets(folder: string): void {
  const target = path.join(folder, SCAN_FOLDER);
  mkdirSync(target, { recursive: true });
  const there = new Set(readdirSync(target));
  for (const name of Object.keys(SCAN_ASSETS) as ScanAsset[]) {
    if (!there.has(name)) copyFileSync(pathOfAsset(name), path.join(target, name));
  }
}

/**
 * How esbuild makes a reader process: what only scans need is in files of its own, loaded with the first scan. The entry
 * point's name is the caller's.
 */
export const READER_BUILD = {
  bundle: true,
  splitting: true,
  chunkNames: `${SCAN_FOLDER}/[name]-[hash]`,
  outExtension: { '.js': '.mjs' },
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The engine's own code is CommonJS and looks for its folder, though it is given all that it would find there.
  define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
} as const;
