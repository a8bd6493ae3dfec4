import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const page = path.join(root, 'dist/page');
const pdfjs = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

await build({
  entryPoints: { main: path.join(root, 'src/main.ts') },
  outdir: path.join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  // Parts of the SDK are CommonJS and call require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
// Everything that a browser needs: it fetches nothing from elsewhere. The viewer of documents is a file of its own, fetched
// when a break is opened.
await build({
  entryPoints: { desk: path.join(root, 'page/main.tsx') },
  outdir: page,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2024',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
});
await mkdir(page, { recursive: true });
await cp(path.join(root, 'page/index.html'), path.join(page, 'index.html'));
await cp(path.join(pdfjs, 'build/pdf.worker.min.mjs'), path.join(page, 'pdf.worker.mjs'));
for (const folder of ['standard_fonts', 'cmaps', 'wasm'])
  await cp(path.join(pdfjs, folder), path.join(page, folder), { recursive: true });
