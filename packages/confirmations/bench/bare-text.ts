import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a document as the library gives it, without positions: the least that reading one can cost. */
export async function bareText(bytes: Uint8Array): Promise<void> {
  // PDF.js takes the buffer over, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes));
  await extractText(document);
  await document.cleanup();
}

/** Milliseconds a document, of reading these one after the other: by the clock, and on a processor. */
export interface Reading {
  readonly clock: number;
  readonly processor: number;
}

export async function timeReading(
  documents: readonly Uint8Array[],
  read: (bytes: Uint8Array) => Promise<unknown>,
): Promise<Reading> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  for (const bytes of documents) await read(bytes);
  const { user, system } = process.cpuUsage(before);
  return {
    clock: (performance.now() - started) / documents.length,
    processor: (user + system) / 1000 / documents.length,
  };
}
