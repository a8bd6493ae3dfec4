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
