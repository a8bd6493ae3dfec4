import { printableLines, printableStyled } from './printable.ts';

/** Where a command writes, and what the person at the terminal wants meanwhile. */
export interface Terminal {
  /** Writes lines of the answer. */
  readonly say: (text: string) => void;
  /** Writes lines with colours. Every text from outside in them has gone through `printable`. */
  readonly sayStyled: (text: string) => void;
  /** Shows how far long work has come. Never part of the answer. */
  readonly progress: (text: string) => void;
  /** Writes what is no part of the answer: errors and hints. */
  readonly complain: (text: string) => void;
  /** Aborted by Ctrl-C. */
  readonly stop: AbortSignal;
  /** Characters in a line. */
  readonly columns: number;
}

/** Narrower than this, a table cannot be read; where the output is no terminal, it has this many columns. */
const MIN_COLUMNS = 80;
const FILE_COLUMNS = 140;
const MAX_COLUMNS = 180;

/** Where text goes as it is. */
export interface Sinks {
  readonly answer: (text: string) => void;
  readonly progress: (text: string) => void;
  readonly complaint: (text: string) => void;
}

/**
 * What a command writes with. Text from outside is text: names, terms, errors and answers may hold anything, so control,
 * escape and bidirectional characters are spelled out here, whichever command it is and whatever it forgot.
 */
export function writersTo({
  answer,
  progress,
  complaint,
}: Sinks): Pick<Terminal, 'say' | 'sayStyled' | 'progress' | 'complain'> {
  return {
    say: (text) => answer(printableLines(text)),
    sayStyled: (text) => answer(printableStyled(text)),
    progress: (text) => progress(printableLines(text)),
    complain: (text) => complaint(printableLines(text)),
  };
}

/** The terminal of this process. Ctrl-C stops the work once, and the process at the second time. */
export function processTerminal(): Terminal {
  const stopping = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, () => stopping.abort());
  // `… | head` has read enough: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  // Lines of an answer that go to a terminal are their own progress.
  const showsProgress = process.stderr.isTTY && !process.stdout.isTTY;
  return {
    ...writersTo({
      answer: (text) => process.stdout.write(`${text}\n`),
      complaint: (text) => process.stderr.write(`${text}\n`),
      progress: (text) => {
        if (showsProgress) process.stderr.write(`\r\x1b[K${text}`);
      },
    }),
    stop: stopping.signal,
    columns: Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, process.stdout.columns ?? FILE_COLUMNS)),
  };
}

/**
 * Relative paths are meant from where the person stands: `npm --prefix DIR run …` runs a script elsewhere, and says in
 * INIT_CWD where it was called. Inherited from another script, the variable means nothing.
 */
export function standWhereCalled(script: string, env: NodeJS.ProcessEnv = process.env): void {
  if (env.npm_lifecycle_event === script && env.INIT_CWD) process.chdir(env.INIT_CWD);
}
