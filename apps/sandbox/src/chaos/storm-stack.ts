import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizedStack } from '@trade-matching/infra';

/** Seconds. So short that visibility runs out in the middle of slow work, and a second function works on the same. */
const SHORT_TIMES: Readonly<Record<string, number>> = {
  timeout: 6,
  visibility_timeout_seconds: 4,
  maximum_batching_window_in_seconds: 0,
};

/** The synthesized `local` stack with short times, beside its assets in a folder of its own. */
export function stormStack(): string {
  const original = synthesizedStack('local');
  const folder = mkdtempSync(path.join(tmpdir(), 'storm-stack-'));
  cpSync(path.dirname(original), folder, { recursive: true });
  const changed = JSON.parse(readFileSync(original, 'utf8'), (name, value) => SHORT_TIMES[name] ?? value);
  const file = path.join(folder, path.basename(original));
  writeFileSync(file, JSON.stringify(changed));
  return file;
}
