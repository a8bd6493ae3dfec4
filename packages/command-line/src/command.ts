/** One command of the program. Adding one is writing this and listing it in `main.ts`. */
export interface Command {
  /** As typed: `extract`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints: usage, options, examples. */
  readonly help: string;
  /**
   * @param args what stands after the name, without `--help` and `--debug`
   * @returns the exit code: 0 when it answered, whatever the answer
   * @throws {WrongUsageError} for exit code 2; anything else is exit code 1
   */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** Where a command writes, and what the person at the terminal wants meanwhile. */
export interface Terminal {
  /** Writes lines of the answer. */
  readonly say: (text: string) => void;
  /** Shows how far long work has come. Never part of the answer. */
  readonly progress: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly stop: AbortSignal;
  /** Characters in a line. */
  readonly columns: number;
}

/** What the program itself writes to: complaints are no part of an answer. */
export interface ComplainingTerminal extends Terminal {
  readonly complain: (text: string) => void;
}

/** The command line asks for something that cannot be done. The message says what was expected. */
export class WrongUsageError extends Error {
  override readonly name = 'WrongUsageError';
}

/** The work was cut off by Ctrl-C. The message says what was left. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}
