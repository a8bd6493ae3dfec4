import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const outdir = path.join(root, 'dist/page');

// The page that `npm start` serves: everything in it, so that a browser fetches nothing from elsewhere.
await build({
  entryPoints: [path.join(root, 'page/main.ts')],
  outdir,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2024',
  logLevel: 'warning',
});
await copyFile(path.join(root, 'page/index.html'), path.join(outdir, 'index.html'));
