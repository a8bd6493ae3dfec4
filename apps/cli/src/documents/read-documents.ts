import { readFile, stat } from 'node:fs/promises';
import { StoppedError } from '@trade-matching/command-line';
import { type ConfirmationReader, createConfirmationReader, INSPECTION_LIMITS } from '@trade-matching/confirmations';
import type { VerifyMode } from '@trade-matching/confirmations/verify';
import type { Extraction, Source } from '@trade-matching/domain';

export interface DocumentToRead {
  readonly file: string;
  readonly source: Source;
}

export interface ReadDocument extends DocumentToRead {
  readonly extraction: Extraction;
  /** From reading the file to its answer, while others are read. */
  readonly milliseconds: number;
}

/** Processes that open documents at the same time. */
const MAX_PROCESSES = 2;
/** To start a process takes as long as to read so many documents with one that runs. */
const WORTH_A_PROCESS = 4;

/**
 * Reads documents in disposable processes with the limits of the service, and gives each in the order asked, as soon
 * as it is there. What goes wrong with a document is its refusal, never an exception.
 *
 * @param verify when what pages show is compared with what their text says; as the service does it by default
 * @throws {StoppedError} when stopped, saying how many were left
 */
export async function* readDocuments(
  documents: readonly DocumentToRead[],
  stop: AbortSignal,
  verify?: VerifyMode,
): AsyncGenerator<ReadDocument, void> {
  const concurrency = Math.min(MAX_PROCESSES, Math.ceil(documents.length / WORTH_A_PROCESS));
  const reader = createConfirmationReader({ concurrency, ...(verify ? { scan: { verify } } : {}) });
  const answers = documents.map((document) => ({ document, answer: Promise.withResolvers<ReadDocument>() }));
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  const queue = answers.values();
  // Each takes the next document when it is done with one, so that a slow one does not hold up the others.
  const work = async () => {
    for (const { document, answer } of queue) answer.resolve(await readDocument(reader, document));
  };
  for (let worker = 0; worker < concurrency; worker++) void work();
  try {
    for (const [given, { answer }] of answers.entries()) {
      const document = stop.aborted ? undefined : await Promise.race([answer.promise, stopped]);
      // Ctrl-C ends the reading processes too: an answer that comes with it says nothing about the document.
      if (!document || stop.aborted) {
        throw new StoppedError(`Stopped: ${documents.length - given} of ${documents.length} documents were not read.`);
      }
      yield document;
    }
  } finally {
    queue.return?.();
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
