import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const PACKAGE = path.resolve(import.meta.dirname, '../..');

/** Where the build puts the reader process as one file. */
export const BUILT_READER = path.join(PACKAGE, 'dist/reader-process.mjs');
/** The files that it was made of, as a JSON list, from the package's folder. */
export const READER_INPUTS = path.join(PACKAGE, 'dist/reader-inputs.json');

/**
 * The reader process for a program that runs from source: the built one, which starts in a third of the time, unless a
 * file that it was made of is newer, or gone, or nothing was built.
 */
export function readerOfSource(): string {
  return isUpToDate(BUILT_READER, READER_INPUTS, PACKAGE)
    ? BUILT_READER
    : path.join(import.meta.dirname, 'reader-process.ts');
}

/** Whether a file is newer than all that it was made of: a JSON list of paths from a folder. */
export function isUpToDate(file: string, list: string, folder: string): boolean {
  const [made, listed] = [modifiedAt(file), modifiedAt(list)];
  if (made === undefined || listed === undefined) return false;
  const inputs = JSON.parse(readFileSync(list, 'utf8')) as string[];
  return inputs.every((input) => (modifiedAt(path.join(folder, input)) ?? Number.POSITIVE_INFINITY) < made);
}

function modifiedAt(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
