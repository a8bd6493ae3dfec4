import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Source } from '@trade-matching/domain';

/** A document to upload, and what a person would call it. */
export interface Upload {
  readonly key: string;
  readonly source: Source;
  readonly bytes: Uint8Array;
}

/** A path on the command line that cannot be uploaded. */
export class UploadPathError extends Error {
  override readonly name = 'UploadPathError';
}

/**
 * The files at these paths, a folder standing for all files below it, under the keys `SOURCE/YYYY/MM/DD/<name>`.
 *
 * @throws {UploadPathError} where a path is not there, or a folder holds no file
 */
export async function uploadsFrom(source: Source, paths: readonly string[], today: string): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for (const given of paths) {
    for (const { file, name } of await filesAt(source, given)) {
      uploads.push({ key: incomingKey(source, today, name), source, bytes: await readFile(file) });
    }
  }
  return uploads;
}

/** `BANK/2026/11/23/<name>`. */
export function incomingKey(source: Source, isoDate: string, name: string): string {
  return `${source}/${isoDate.replaceAll('-', '/')}/${name}`;
}

async function filesAt(source: Source, given: string): Promise<{ file: string; name: string }[]> {
  const option = `--${source.toLowerCase()}`;
  const found = await stat(given).catch((cause: unknown) => {
    throw new UploadPathError(
      `${option}: there is no file or folder ${given}. Give the path of a PDF or of a folder.`,
      {
        cause,
      },
    );
  });
  if (!found.isDirectory()) return [{ file: given, name: path.basename(given) }];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0) throw new UploadPathError(`${option}: the folder ${given} holds no file.`);
  return files.map((file) => ({ file, name: path.relative(given, file).split(path.sep).join('/') }));
}
