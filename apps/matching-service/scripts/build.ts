import path from 'node:path';
import { clearScanFolder, READER_BUILD, writeScanAssets } from '@trade-matching/confirmations/reader-build';
import { writeReaderLaunchers } from '@trade-matching/confirmations/reader-launchers';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

await build({
  entryPoints: { main: path.join(root, 'src/main.ts') },
  outdir: path.join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  sourcemap: 'linked',
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

const dist = path.join(root, 'dist');
clearScanFolder(dist);
await build({
  ...READER_BUILD,
  entryPoints: { 'reader-process': path.join(import.meta.dirname, 'reader-process-entry.ts') },
  outdir: dist,
  mainFields: ['module', 'main'],
});
writeReaderLaunchers(dist);
writeScanAssets(dist);
