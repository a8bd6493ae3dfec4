// The reader process in one file, for commands that run from source: it starts in a third of the time.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUILT_READER, READER_INPUTS } from '../src/reader-pool/built-reader.ts';
import { writeReaderLaunchers } from '../src/reader-pool/sandbox/write-launchers.ts';

const root = path.resolve(import.meta.dirname, '..');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: [path.join(root, 'src/reader-pool/reader-process.ts')],
  outfile: BUILT_READER,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(READER_INPUTS, JSON.stringify(Object.keys(metafile.inputs)));
writeReaderLaunchers(path.dirname(BUILT_READER));
