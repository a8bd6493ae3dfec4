import { accessSync, constants, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { WrongUsageError } from '@trade-matching/command-line';
import { htmlReport } from './html-report.ts';
import type { LoadReport } from './load-report.ts';
import { textReport } from './text-report.ts';

/** Characters in a line of the text report. */
const COLUMNS = 120;

/**
 * Makes the folder, before the load and not after it.
 *
 * @throws {WrongUsageError} where nothing can be written there
 */
export function prepareReportFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new WrongUsageError(`--report: nothing can be written to ${folder}: ${why}`, { cause });
  }
}

/** Writes a report as text, as JSON and as one page that needs nothing else. Answers with the files. */
export async function writeReports(folder: string, report: LoadReport): Promise<string[]> {
  const reports = {
    'report.txt': `${stripVTControlCharacters(textReport(report, COLUMNS))}\n`,
    'report.json': `${JSON.stringify(report, null, 2)}\n`,
    'report.html': htmlReport(report),
  };
  return Promise.all(
    Object.entries(reports).map(async ([name, content]) => {
      const file = path.join(folder, name);
      await writeFile(file, content);
      return file;
    }),
  );
}
