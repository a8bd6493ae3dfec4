// The reader process in one file, for commands that run from source: it starts in a third of the time.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUILT_READER, READER_INPUTS } from '../src/reader-pool/built-reader.ts';
import { writeReaderLaunchers } from '../src/reader-pool/sandbox/write-launchers.ts';
import { clearScanFolder, READER_BUILD, writeScanAssets } from '../src/scans/write-assets.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.dirname(BUILT_READER);

clearScanFolder(folder);
const { metafile } = await build({
  ...READER_BUILD,
  absWorkingDir: root,
  entryPoints: { 'reader-process': path.join(root, 'src/reader-pool/reader-process.ts') },
  outdir: folder,
  metafile: true,
});
writeFileSync(READER_INPUTS, JSON.stringify(Object.keys(metafile.inputs)));
writeReaderLaunchers(folder);
writeScanAssets(folder);
