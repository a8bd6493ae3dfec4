import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A copy of the workspace that tests run in, so that nothing is changed where somebody works. */
export interface WorkspaceCopy {
  readonly folder: string;
  remove(): void;
}

/**
 * Copies what git knows of and what was built. Packages from the registry are those of the original: the links of each
 * workspace lead over the copy's root to them, and to the workspaces of the copy.
 */
export function copyWorkspace(): WorkspaceCopy {
  const folder = mkdtempSync(path.join(tmpdir(), 'faults-put-back-'));
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
  const files = listed.split('\0').filter((file) => file !== '' && existsSync(path.join(ROOT, file)));
  for (const file of files) copy(folder, file);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  for (const manifest of files.filter((file) =>
    /^(apps|packages)\/[^/]+\/package\.json$|^infra\/package\.json$/.test(file),
  ))
    for (const built of ['node_modules', 'dist']) copy(folder, path.join(path.dirname(manifest), built));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function copy(folder: string, name: string): void {
  const from = path.join(ROOT, name);
  if (!existsSync(from)) return;
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  cpSync(from, path.join(folder, name), { recursive: true, verbatimSymlinks: true });
}
