/** The reader was closed before the document had its turn: nothing is known of the document. */
export class ReaderClosedError extends Error {
  override readonly name = 'ReaderClosedError';

  constructor() {
    super('The confirmation reader is closed.');
  }
}

/**
 * The document could not be read now, for a reason that is not in the document: the reader did not get enough
 * processor time, did not start, or was ended by somebody else. Read it again.
 */
export class ReaderUnavailableError extends Error {
  override readonly name = 'ReaderUnavailableError';
}

/** The document has pages that are pictures, and this reader leaves those to another. Nothing was decoded. */
export class ScannedDocumentError extends Error {
  override readonly name = 'ScannedDocumentError';
  readonly pages: number;

  constructor(pages: number) {
    super(`${pages} pages of the document are pictures.`);
    this.pages = pages;
  }
}
