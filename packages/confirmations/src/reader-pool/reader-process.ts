import type { Extraction, PageWords, Source } from '@trade-matching/domain';
import type { ExtractionOptions } from '../extract/extract-trade.ts';
import { readConfirmation } from '../extract/read-confirmation.ts';
import { inspectPdf } from '../inspect/inspect-pdf.ts';
import type { VerifyMode } from '../verify/verify-mode.ts';

/** What is asked of a document: its trade, or the words of a page (1-based) that is a picture. */
export type Asked =
  | { readonly what: 'trade'; readonly source: Source; readonly options: ExtractionOptions }
  | { readonly what: 'words'; readonly page: number };

/** The disposable process that opens documents: one at a time, until it is replaced or killed. */
export interface ReadRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly asked: Asked;
  readonly scans: 'read' | 'leave';
  readonly verify: VerifyMode;
}

/**
 * `ready` once, when its code is loaded. For each document `began`, with the processor time that the process had used
 * until then; `scan` where pages of it are pictures or are looked at as such, which takes longer; then what was read, how reading it failed, or
 * that it was left to a reader of scans.
 */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'began'; readonly id: number; readonly cpuMs: number }
  | { readonly kind: 'scan'; readonly id: number; readonly pages: number }
  | { readonly kind: 'left'; readonly id: number; readonly pages: number }
  | { readonly kind: 'read'; readonly id: number; readonly extraction: Extraction }
  | { readonly kind: 'words'; readonly id: number; readonly words: PageWords }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };

process.on('message', async (request: ReadRequest) => {
  const { user, system } = process.cpuUsage();
  // Told before reading begins: a document that never ends leaves no moment to tell anything.
  await tell({ kind: 'began', id: request.id, cpuMs: (user + system) / 1000 });
  await tell(await read(request));
});
// A signal to the whole group, as Ctrl-C sends it, is the parent's matter: it finishes what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
// Without its parent there is nobody to read for.
process.on('disconnect', () => process.exit(0));
void tell({ kind: 'ready' });

async function read({ id, bytes, asked, scans, verify }: ReadRequest): Promise<ReaderMessage> {
  try {
    const inspection = await inspectPdf(bytes);
    if (!inspection.ok) return { kind: 'read', id, extraction: { outcome: 'refused', refusal: inspection.refusal } };
    const onScan = async (pages: number) => {
      if (scans === 'leave') throw new LeftError(pages);
      await tell({ kind: 'scan', id, pages });
    };
    if (asked.what === 'words') {
      const { wordsOfPage } = await import('../scans/words-of-page.ts');
      return { kind: 'words', id, words: await wordsOfPage(bytes, asked.page, onScan) };
    }
    const { source, options } = asked;
    return { kind: 'read', id, extraction: await readConfirmation(bytes, source, options, { onScan, verify }) };
  } catch (error) {
    if (error instanceof LeftError) return { kind: 'left', id, pages: error.pages };
    return { kind: 'failed', id, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** Ends the reading of a document that is for a reader of scans. */
class LeftError extends Error {
  readonly pages: number;

  constructor(pages: number) {
    super('left');
    this.pages = pages;
  }
}

/** Resolves when the message is written, or when nobody is there to read it. */
function tell(message: ReaderMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });
}
