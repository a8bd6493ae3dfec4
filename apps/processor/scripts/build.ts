import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');

await build({
  entryPoints: {
    'documents/index': path.join(root, 'src/documents/handler.ts'),
    'failures/index': path.join(root, 'src/failures/handler.ts'),
    'sweep/index': path.join(root, 'src/sweep/handler.ts'),
  },
  outdir: path.join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  minify: true,
  sourcemap: false,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // Measured: the SDK bundled and pinned imports faster than the runtime's own copy.
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': path.join(import.meta.dirname, 'lambda-credentials.ts') },
  // Parts of the SDK are CommonJS and call require.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
