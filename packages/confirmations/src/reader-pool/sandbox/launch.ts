import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SCAN_FOLDER } from '../../scans/assets.ts';
import { readerLauncher } from './launcher.ts';
import type { Processor } from './system-calls.ts';

/** How the reader process is started: a program, and Node's options for the script. */
export interface Launch {
  readonly execPath: string;
  readonly execArgv: readonly string[];
}

/**
 * The launch of a reader in its sandbox. Two fences, and a document has to pass both:
 *
 * - Node's permission model: the script reads its own bundle and nothing else; no child processes, workers, addons or
 *   writing. Everywhere. It holds what runs as JavaScript.
 * - The launcher's filter of system calls: no network, no process, no signal to another, no file opened for writing.
 *   On Linux, on x64 and arm64. It holds native code as well.
 *
 * What neither holds is in docs/decisions/0012-the-reader-is-a-sandbox.md.
 */
export function readerLaunch(workerPath: string, maxMemoryBytes: number): Launch {
  const options = [
    `--max-old-space-size=${Math.floor(maxMemoryBytes / 1024 / 1024)}`,
    '--permission',
    ...readablePaths(workerPath).map((each) => `--allow-fs-read=${each}`),
  ];
  const processor = launchableProcessor();
  if (processor === undefined) return { execPath: process.execPath, execArgv: options };
  return { execPath: launcherPath(workerPath, processor), execArgv: [process.execPath, ...options] };
}

/** The launcher's file name beside the bundled reader process. */
export function launcherName(processor: string): string {
  return `reader-launcher-${processor}`;
}

/** The processor that a launcher is made for here; undefined on other systems. */
export function launchableProcessor(): Processor | undefined {
  const { platform, arch } = process;
  return platform === 'linux' && (arch === 'x64' || arch === 'arm64') ? arch : undefined;
}

/** A bundle is one file, and a folder of what it loads for scans. From source, the script is spread over the workspace's packages and what they depend on. */
function readablePaths(workerPath: string): string[] {
  const script = realpathSync(workerPath);
  if (!script.endsWith('.ts')) {
    const scripts = [...new Set([script, path.resolve(workerPath)])];
    return [...scripts, ...scripts.map((each) => path.join(path.dirname(each), SCAN_FOLDER) + path.sep)];
  }
  let root = path.dirname(script);
  while (!existsSync(path.join(root, 'pnpm-workspace.yaml')) && root !== path.dirname(root)) root = path.dirname(root);
  return ['packages', 'node_modules'].map((folder) => path.join(root, folder) + path.sep);
}

let written: string | undefined;

/** Beside the bundle, where the build has put it; else written once for this process, and removed with it. */
function launcherPath(workerPath: string, processor: Processor): string {
  const built = path.join(path.dirname(workerPath), launcherName(processor));
  if (existsSync(built)) return built;
  if (written === undefined || !existsSync(written)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'trade-matching-reader-'));
    written = path.join(folder, launcherName(processor));
    writeFileSync(written, readerLauncher(processor), { mode: 0o700 });
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return written;
}
