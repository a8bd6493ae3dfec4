import { access, constants, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { WrongUsageError } from '@trade-matching/command-line';

/**
 * The files at these paths, in the order given; a folder stands for all `.pdf` files below it, sorted. All are looked
 * for before any is opened.
 *
 * @throws {WrongUsageError} naming every path that is not there or cannot be read, and a folder without a PDF
 */
export async function findDocuments(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(paths.map(documentsAt));
  const problems = found.flatMap((documents) => (typeof documents === 'string' ? [documents] : []));
  if (problems.length > 0) throw new WrongUsageError(problems.join('\n'));
  return found.flatMap((documents) => (typeof documents === 'string' ? [] : documents));
}

/** The documents, or a sentence that says why there are none. */
async function documentsAt(given: string): Promise<string[] | string> {
  const entry = await stat(given).catch(() => undefined);
  if (!entry) return `There is no file or folder ${given}.`;
  if (!entry.isDirectory()) {
    if (!entry.isFile()) return `${given} is neither a file nor a folder.`;
    return (await isReadable(given)) ? [given] : `The file ${given} may not be read by this user.`;
  }
  if (!(await isReadable(given))) return `The folder ${given} may not be read by this user.`;
  const documents: string[] = [];
  for (const name of await readdir(given, { recursive: true })) {
    if (!/\.pdf$/i.test(name)) continue;
    const file = path.join(given, name);
    if ((await stat(file).catch(() => undefined))?.isFile()) documents.push(file);
  }
  return documents.length > 0 ? documents.sort() : `The folder ${given} holds no .pdf file.`;
}

async function isReadable(file: string): Promise<boolean> {
  return access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
}
