import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { launcherName } from './launch.ts';
import { readerLauncher } from './launcher.ts';

/** Writes the launchers of both processors into the folder of a bundled reader process, where its pool finds them. */
export function writeReaderLaunchers(folder: string): void {
  for (const processor of ['x64', 'arm64'] as const) {
    writeFileSync(path.join(folder, launcherName(processor)), readerLauncher(processor), { mode: 0o755 });
  }
}
