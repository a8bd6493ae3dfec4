import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Account, documentOf } from '@trade-matching/account';
import type { TradeRecord } from '@trade-matching/domain';

/** Whether a literal stands on a page of a trade's document; `why` is for a person. */
export type LiteralCheck =
  | { readonly kind: 'found' }
  | { readonly kind: 'not found'; readonly why: string }
  /** There is no text to look in. */
  | { readonly kind: 'not checked'; readonly why: string };

const PROCESS = path.join(import.meta.dirname, 'text-process.ts');
/** Of the process that opens the document. */
const MAX_MS = 30_000;
const MAX_MEMORY_MB = 512;

/**
 * Looks for a literal in the text of the page that is said to print it. Spaces and line ends do not count, as where a value is
 * wrapped; struck or hidden text is none.
 *
 * @param page 1-based
 */
export async function checkLiteral(
  account: Account,
  trade: Pick<TradeRecord, 's3_key' | 'document_hash'>,
  literal: string,
  page: number,
): Promise<LiteralCheck> {
  const bytes = await documentOf(account, trade);
  if (!bytes) return notChecked('the document is not where it was filed');
  if (createHash('sha256').update(bytes).digest('hex') !== trade.document_hash) {
    return notChecked('another document is where it was filed');
  }
  const pages = await textOf(bytes);
  if (!pages) return notChecked('the document could not be opened in time');
  return literalOn(pages, literal, page);
}

/** @param pages the text of each */
export function literalOn(pages: readonly string[], literal: string, page: number): LiteralCheck {
  const text = pages[page - 1];
  if (text === undefined) {
    const has = pages.length === 1 ? 'one page' : `${pages.length} pages`;
    return { kind: 'not found', why: `the document has ${has}` };
  }
  if (text.trim() === '') return notChecked(`page ${page} has no text: it is a picture`);
  if (squeezed(text).includes(squeezed(literal))) return { kind: 'found' };
  const other = pages.findIndex((each) => squeezed(each).includes(squeezed(literal)));
  const where = other === -1 ? '' : `; page ${other + 1} does`;
  return { kind: 'not found', why: `page ${page} of the document does not print “${literal}”${where}` };
}

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/\s+/g, '');
const notChecked = (why: string): LiteralCheck => ({ kind: 'not checked', why });

/** The text of each page; undefined where the process failed or took too long. */
function textOf(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${MAX_MEMORY_MB}`, PROCESS], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: MAX_MS,
      killSignal: 'SIGKILL',
    });
    let answer = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? (JSON.parse(answer) as string[]) : undefined));
    // It may end before it has read everything.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}
