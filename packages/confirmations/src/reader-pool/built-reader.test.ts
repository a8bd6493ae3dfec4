import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isUpToDate } from './built-reader.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'built-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [made, list] = [path.join(folder, 'made.mjs'), path.join(folder, 'inputs.json')];
const write = (name: string, seconds: number, text = '') => {
  writeFileSync(path.join(folder, name), text);
  utimesSync(path.join(folder, name), seconds, seconds);
};

test('a built reader is run only while it is newer than all that it was made of', () => {
  expect(isUpToDate(made, list, folder)).toBe(false);
  write('a.ts', 100);
  write('b.ts', 200);
  write('made.mjs', 300);
  expect(isUpToDate(made, list, folder)).toBe(false);
  write('inputs.json', 300, '["a.ts","b.ts"]');
  expect(isUpToDate(made, list, folder)).toBe(true);
  write('b.ts', 400);
  expect(isUpToDate(made, list, folder)).toBe(false);
  write('made.mjs', 500);
  expect(isUpToDate(made, list, folder)).toBe(true);
  rmSync(path.join(folder, 'a.ts'));
  expect(isUpToDate(made, list, folder)).toBe(false);
});
