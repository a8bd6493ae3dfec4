import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Extraction, Reason, Source } from '@trade-matching/domain';
import type { ExtractionOptions } from '../extract/extract-trade.ts';
import { processUse } from './process-use.ts';
import type { ReadAnswer, ReadRequest } from './reader-process.ts';

export interface ReaderOptions {
  /** Milliseconds a document may take on a processor; then its process is killed. On an idle machine, by the clock. */
  readonly timeoutMs?: number;
  /** Resident bytes of a process; beyond, it is killed. Watched where there is a /proc. */
  readonly maxMemoryBytes?: number;
  /** Documents read at a time, each in a process of its own. */
  readonly concurrency?: number;
  /** Documents after which a process is replaced, so that nothing grows. */
  readonly documentsPerProcess?: number;
  /** The bundled reader process, where the source is not there to run. */
  readonly workerPath?: string;
}

/** Opens documents in disposable processes: what a hostile file breaks, hangs or fills is not this process. */
export interface ConfirmationReader {
  read(bytes: Uint8Array, source: Source, options?: ExtractionOptions): Promise<Extraction>;
  /** Ends the processes. Documents that wait for one, and those being read, are rejected with ReaderClosedError. */
  close(): Promise<void>;
}

/** The reader was closed before the document had its turn: nothing is known of the document. */
export class ReaderClosedError extends Error {
  override readonly name = 'ReaderClosedError';

  constructor() {
    super('The confirmation reader is closed.');
  }
}

/** A process is fast only once its code is compiled, which takes some thousand documents: as many again pay for it. */
export const DOCUMENTS_PER_PROCESS = 5000;
const MEMORY_CHECK_MS = 50;
/** The share of its time that a document must have been read for before it may be called too complex. */
const ENOUGH_OF_ITS_TIME = 0.6;

export function createConfirmationReader({
  timeoutMs = 5000,
  maxMemoryBytes = 400 * 1024 * 1024,
  concurrency = 2,
  documentsPerProcess = DOCUMENTS_PER_PROCESS,
  workerPath = path.join(import.meta.dirname, 'reader-process.ts'),
}: ReaderOptions = {}): ConfirmationReader {
  const idle: ReaderProcess[] = [];
  const all = new Set<ReaderProcess>();
  const waiting: { start(reader: ReaderProcess): void; refuse(error: Error): void }[] = [];
  let closed = false;

  const start = () => {
    const reader = new ReaderProcess(workerPath, timeoutMs, maxMemoryBytes);
    all.add(reader);
    return reader;
  };
  const take = (): Promise<ReaderProcess> => {
    const reader = idle.pop() ?? (all.size < concurrency ? start() : undefined);
    if (reader) return Promise.resolve(reader);
    return new Promise((resolve, reject) => waiting.push({ start: resolve, refuse: reject }));
  };
  const giveBack = (reader: ReaderProcess) => {
    const usable = reader.alive && reader.documents < documentsPerProcess && !closed;
    if (!usable) {
      reader.kill();
      all.delete(reader);
    }
    const next = waiting.shift();
    if (next) next.start(usable ? reader : start());
    else if (usable) idle.push(reader);
  };
  // The first document should not wait for a process to start.
  idle.push(start());

  return {
    async read(bytes, source, options = {}) {
      if (closed) throw new ReaderClosedError();
      const reader = await take();
      try {
        const extraction = await reader.read(bytes, source, options);
        // Killed by closing, the process says nothing of the document.
        if (closed && !reader.alive) throw new ReaderClosedError();
        return extraction;
      } finally {
        giveBack(reader);
      }
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new ReaderClosedError());
      for (const reader of all) reader.kill();
      all.clear();
    },
  };
}

class ReaderProcess {
  documents = 0;
  alive = true;
  private readonly child: ChildProcess;
  private readonly timeoutMs: number;
  private readonly maxMemoryBytes: number;

  constructor(workerPath: string, timeoutMs: number, maxMemoryBytes: number) {
    this.timeoutMs = timeoutMs;
    this.maxMemoryBytes = maxMemoryBytes;
    // It inherits no environment: no credentials, no tokens, nothing that a document could be after.
    this.child = fork(workerPath, [], {
      env: {},
      execArgv: [`--max-old-space-size=${Math.floor(maxMemoryBytes / 1024 / 1024)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.on('exit', () => {
      this.alive = false;
    });
    this.child.on('error', () => {
      this.alive = false;
    });
    // An idle process does not keep the service running.
    this.child.unref();
    this.child.channel?.unref();
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  read(bytes: Uint8Array, source: Source, options: ExtractionOptions): Promise<Extraction> {
    const id = ++this.documents;
    this.child.channel?.ref();
    return new Promise((resolve) => {
      const finish = (extraction: Extraction, kill: boolean) => {
        clearTimeout(timer);
        clearInterval(memory);
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
        this.child.channel?.unref();
        if (kill) this.kill();
        resolve(extraction);
      };
      const onMessage = (answer: ReadAnswer) => {
        if (answer.id !== id) return;
        if ('extraction' in answer) finish(answer.extraction, false);
        else finish(refused('CORRUPT_PDF', `The document cannot be read: ${answer.crashed}`), true);
      };
      const onExit = () => finish(refused('CORRUPT_PDF', 'The document broke the process that read it.'), true);
      const cpuBefore = processUse(this.child.pid)?.cpuMs ?? 0;
      // A machine that is too busy to run the process says nothing of the document: it gets its share of time first.
      const outOfTime = () => {
        const use = processUse(this.child.pid);
        const used = use === undefined ? this.timeoutMs : use.cpuMs - cpuBefore;
        if (use?.runnable && used < ENOUGH_OF_ITS_TIME * this.timeoutMs) {
          timer = setTimeout(outOfTime, this.timeoutMs - used);
          return;
        }
        finish(refused('TOO_COMPLEX', `Reading the document took over ${this.timeoutMs / 1000} s.`), true);
      };
      let timer = setTimeout(outOfTime, this.timeoutMs);
      const memory = setInterval(() => {
        if ((processUse(this.child.pid)?.residentBytes ?? 0) <= this.maxMemoryBytes) return;
        const limit = Math.floor(this.maxMemoryBytes / 1024 / 1024);
        finish(refused('TOO_COMPLEX', `Reading the document took over ${limit} MB of memory.`), true);
      }, MEMORY_CHECK_MS);
      this.child.on('message', onMessage);
      this.child.once('exit', onExit);
      const request: ReadRequest = { id, bytes, source, options };
      if (this.alive) this.child.send(request);
      else onExit();
    });
  }
}

function refused(reason: Reason, message: string): Extraction {
  return { outcome: 'refused', refusal: { reason, message } };
}
