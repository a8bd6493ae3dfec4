import path from 'node:path';
import { writeReaderLaunchers } from '@trade-matching/confirmations/reader-launchers';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

await build({
  entryPoints: {
    main: path.join(root, 'src/main.ts'),
    'reader-process': path.join(import.meta.dirname, 'reader-process-entry.ts'),
  },
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
writeReaderLaunchers(path.join(root, 'dist'));
