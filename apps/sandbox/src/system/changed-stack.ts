import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizedStack } from '@trade-matching/infra';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A change to the text of a synthesized stack. */
export type StackChange = (text: string) => string;

/** The synthesized `local` stack with these changes, as a file in a folder of its own beside its assets. */
export function changedStack(...changes: StackChange[]): string {
  const original = synthesizedStack('local');
  const folder = mkdtempSync(path.join(tmpdir(), 'changed-stack-'));
  cpSync(path.dirname(original), folder, { recursive: true });
  let text = readFileSync(original, 'utf8');
  for (const change of changes) {
    const after = change(text);
    if (after === text) throw new Error('The change does not apply to the synthesized stack any more.');
    text = after;
  }
  const file = path.join(folder, path.basename(original));
  writeFileSync(file, text);
  return file;
}

/** Sets a value wherever an object has this name, at any depth. */
export function settingEvery(name: string, value: Json): StackChange {
  return (text) =>
    JSON.stringify(
      JSON.parse(text, (key, old: Json) => (key === name ? value : old)),
      null,
      2,
    );
}

/** Batches go at once: for runs that are not about the window. */
export const withoutWindow = settingEvery('maximum_batching_window_in_seconds', 0);
