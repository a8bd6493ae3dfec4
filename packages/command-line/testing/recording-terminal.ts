import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { onTestFinished } from 'vitest';
import { type Terminal, writersTo } from '../src/terminal.ts';

/** A terminal that keeps what is written: `said` without colours, `raw` as it came. */
export function recordingTerminal(stop: AbortSignal = new AbortController().signal) {
  const said: string[] = [];
  const raw: string[] = [];
  const complaints: string[] = [];
  const terminal: Terminal = {
    ...writersTo({
      answer: (text) => {
        raw.push(text);
        said.push(stripVTControlCharacters(text));
      },
      complaint: (text) => void complaints.push(text),
      progress: () => {},
    }),
    stop,
    columns: 140,
  };
  return { terminal, said, raw, complaints, json: () => said.map((line) => JSON.parse(line)) };
}

/** A folder with these files, until the test is over. */
export function folderOf(files: { readonly [name: string]: Uint8Array | string }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  return folder;
}
