import { readFile, stat } from 'node:fs/promises';
import { type ConfirmationReader, createConfirmationReader, INSPECTION_LIMITS } from '@trade-matching/confirmations';
import type { Extraction, Source } from '@trade-matching/domain';
import { StoppedError } from '../command.ts';

export interface DocumentToRead {
  readonly file: string;
  readonly source: Source;
}

export interface ReadDocument extends DocumentToRead {
  readonly extraction: Extraction;
  /** From reading the file to its answer; others may be read at the same time. */
  readonly milliseconds: number;
}

/** Processes that open documents at the same time. */
const CONCURRENCY = 2;
/** Documents held in memory: one that takes its whole time does not hold up the others. */
const AHEAD = 4 * CONCURRENCY;

/**
 * Reads documents in disposable processes with the limits of the service, and gives each in the order asked, as soon
 * as it is there. What goes wrong with a document is its refusal, never an exception.
 *
 * @throws {StoppedError} when stopped, saying how many were left
 */
export async function* readDocuments(
  documents: readonly DocumentToRead[],
  stop: AbortSignal,
): AsyncGenerator<ReadDocument, void> {
  const reader = createConfirmationReader({ concurrency: CONCURRENCY });
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  const pending: Promise<ReadDocument>[] = [];
  let [asked, given] = [0, 0];
  try {
    while (given < documents.length) {
      for (let next = documents[asked]; next && pending.length < AHEAD; next = documents[asked]) {
        pending.push(readDocument(reader, next));
        asked++;
      }
      const first = pending.shift();
      const document = stop.aborted ? undefined : await Promise.race([first, stopped]);
      // Ctrl-C ends the reading processes too: an answer that comes with it says nothing about the document.
      if (!document || stop.aborted) {
        throw new StoppedError(`Stopped: ${documents.length - given} of ${documents.length} documents were not read.`);
      }
      given++;
      yield document;
    }
  } finally {
    await reader.close();
  }
}

async function readDocument(reader: ConfirmationReader, { file, source }: DocumentToRead): Promise<ReadDocument> {
  const started = performance.now();
  const extraction = await extract(reader, file, source);
  return { file, source, extraction, milliseconds: performance.now() - started };
}

async function extract(reader: ConfirmationReader, file: string, source: Source): Promise<Extraction> {
  try {
    // By its size alone: a file of gigabytes is not brought into memory.
    const { size } = await stat(file);
    if (size > INSPECTION_LIMITS.maxFileBytes) {
      const message = `The file has ${size} bytes; ${INSPECTION_LIMITS.maxFileBytes} is the limit.`;
      return { outcome: 'refused', refusal: { reason: 'FILE_TOO_LARGE', message } };
    }
    return await reader.read(await readFile(file), source);
  } catch (error) {
    const message = `The file could not be read: ${error instanceof Error ? error.message : String(error)}`;
    return { outcome: 'refused', refusal: { reason: 'INTERNAL_ERROR', message } };
  }
}
