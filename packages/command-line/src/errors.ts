/** The command line asks for something that cannot be done. The message says what was expected. */
export class WrongUsageError extends Error {
  override readonly name = 'WrongUsageError';
}

/** The work was cut off by Ctrl-C. The message says what was left. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
