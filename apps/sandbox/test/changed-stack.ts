import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizedStack } from '@trade-matching/infra';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The synthesized `local` stack with one change, as a file in a folder of its own beside its assets. */
export function changedStack(change: (text: string) => string): string {
  const original = synthesizedStack('local');
  const folder = mkdtempSync(path.join(tmpdir(), 'changed-stack-'));
  cpSync(path.dirname(original), folder, { recursive: true });
  const before = readFileSync(original, 'utf8');
  const after = change(before);
  if (after === before) throw new Error('The change does not apply to the synthesized stack any more.');
  const file = path.join(folder, path.basename(original));
  writeFileSync(file, after);
  return file;
}

/** Sets a value wherever an object has this name, at any depth. */
export function settingEvery(name: string, value: Json): (text: string) => string {
  return (text) =>
    JSON.stringify(
      JSON.parse(text, (key, old: Json) => (key === name ? value : old)),
      null,
      2,
    );
}
