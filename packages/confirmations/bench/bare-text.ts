import { extractText, getDocumentProxy } from 'unpdf';

/** The text of a document as the library gives it, without positions: the least that reading one can cost. */
export async function bareText(bytes: Uint8Array): Promise<void> {
  // PDF.js takes the buffer over, so it gets a copy.
  const document = await getDocumentProxy(new Uint8Array(bytes));
  await extractText(document);
  await document.cleanup();
}
