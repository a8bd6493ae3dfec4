import { type ChildProcess, fork } from 'node:child_process';
import { setPriority } from 'node:os';
import type { Extraction, PageWords, Reason } from '@trade-matching/domain';
import { ReaderUnavailableError, ScannedDocumentError } from './errors.ts';
import { processUse } from './process-use.ts';
import type { ReaderLimits } from './reader-limits.ts';
import type { Asked, ReaderMessage, ReadRequest } from './reader-process.ts';
import { readerLaunch } from './sandbox/launch.ts';
import { LAUNCH_FAILED } from './sandbox/launcher.ts';

/**
 * How reading one document ended.
 * - `answered`: the process says what it read, or the document used up its processor time.
 * - `words`: the process says what stands on the page that was asked for.
 * - `broken`: the process died with the document, or has too much memory, of which earlier documents may have a part.
 * - `left`: pages of it are pictures, which this reader leaves to another.
 * - `ended`: the process ended for another reason. Nothing is known of the document.
 * - `starved`: the process got no processor. Nothing is known of the document.
 */
export type ReadEnd =
  | { readonly kind: 'answered' | 'broken'; readonly extraction: Extraction }
  | { readonly kind: 'words'; readonly words: PageWords }
  | { readonly kind: 'left'; readonly error: ScannedDocumentError }
  | { readonly kind: 'ended' | 'starved'; readonly error: ReaderUnavailableError };

const MEMORY_CHECK_MS = 50;
/** Between two looks at a document that is near its limit. The system counts time in steps of 10 ms. */
const SHORTEST_CHECK_MS = 20;
/** Signals that are sent by others: an operator, the kernel out of memory, a container that stops. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP']);

/** One reader process as its pool sees it. */
export class Reader {
  documents = 0;
  alive = true;
  private readonly child: ChildProcess;
  private readonly limits: ReaderLimits;
  private readonly started: Promise<'ready' | 'ended'>;
  private exitCode: number | null = null;
  /** Resident bytes; more once it has read a picture. */
  private maxMemoryBytes: number;

  constructor(workerPath: string, limits: ReaderLimits) {
    this.limits = limits;
    this.maxMemoryBytes = limits.maxMemoryBytes;
    // It inherits no environment: no credentials, no tokens, nothing that a document could be after.
    const { execPath, execArgv } = readerLaunch(workerPath, limits.maxMemoryBytes);
    this.child = fork(workerPath, [], {
      env: {},
      execPath,
      execArgv: [...execArgv],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    standBack(this.child.pid, limits.niceness);
    this.child.on('exit', (code) => {
      this.alive = false;
      this.exitCode = code;
    });
    this.child.on('error', () => {
      this.alive = false;
    });
    this.started = new Promise((resolve) => {
      this.child.once('message', () => resolve('ready'));
      this.child.once('exit', () => resolve('ended'));
      this.child.once('error', () => resolve('ended'));
    });
    // An idle process does not keep the service running.
    this.child.unref();
    this.child.channel?.unref();
  }

  kill(): void {
    this.alive = false;
    this.child.kill('SIGKILL');
  }

  /** Reads one document. A process that is still starting is waited for, and kept if it takes too long. */
  async read(bytes: Uint8Array, asked: Asked): Promise<ReadEnd> {
    this.child.channel?.ref();
    try {
      const deadline = performance.now() + this.limits.patienceMs;
      const start = await within(this.limits.patienceMs, this.started);
      if (start === 'too late')
        return unavailable('starved', 'The reader process did not get a processor to start on.');
      if (start === 'ended' || !this.alive) return unavailable('ended', this.whyEnded());
      return await this.readStarted(
        {
          id: ++this.documents,
          bytes,
          asked,
          scans: this.limits.scan.scans,
          verify: this.limits.scan.verify,
        },
        deadline,
      );
    } finally {
      this.child.channel?.unref();
    }
  }

  /** Resolves when the process can read; with a sentence where it ended before, or takes longer than this. */
  async start(milliseconds: number): Promise<string | undefined> {
    const start = await within(milliseconds, this.started);
    if (start === 'ready') return undefined;
    return start === 'ended' ? this.whyEnded() : 'The reader process has not started yet.';
  }

  private whyEnded(): string {
    return this.exitCode === LAUNCH_FAILED
      ? 'The sandbox of the reader process could not be set up: the kernel took no filter of system calls.'
      : 'The reader process ended before it began.';
  }

  private readStarted(request: ReadRequest, deadline: number): Promise<ReadEnd> {
    return new Promise((resolve) => {
      /** Processor time of the process when it began with this document; undefined until then. */
      let cpuAtBegin: number | undefined;
      let { timeoutMs } = this.limits;
      const finish = (end: ReadEnd, kill: boolean) => {
        clearTimeout(timer);
        clearInterval(memory);
        this.child.off('message', onMessage);
        this.child.off('exit', onExit);
        if (kill) this.kill();
        resolve(end);
      };
      const onMessage = (message: ReaderMessage) => {
        if (message.kind === 'ready' || message.id !== request.id) return;
        if (message.kind === 'began') cpuAtBegin = message.cpuMs;
        else if (message.kind === 'scan') {
          timeoutMs += message.pages * this.limits.scan.pageMs;
          this.maxMemoryBytes = Math.max(this.maxMemoryBytes, this.limits.scan.maxMemoryBytes);
        } else if (message.kind === 'left')
          finish({ kind: 'left', error: new ScannedDocumentError(message.pages) }, false);
        else if (message.kind === 'words') finish({ kind: 'words', words: message.words }, false);
        else if (message.kind === 'read') finish({ kind: 'answered', extraction: message.extraction }, false);
        else finish(refused('answered', 'CORRUPT_PDF', `The document cannot be read: ${message.error}`), true);
      };
      const onExit = (_code: number | null, signal: string | null) =>
        finish(
          cpuAtBegin === undefined || (signal !== null && FROM_OUTSIDE.has(signal))
            ? unavailable('ended', 'The reader process was ended while it held the document.')
            : refused('broken', 'CORRUPT_PDF', 'The document broke the process that read it.'),
          true,
        );
      const checkTime = () => {
        const use = processUse(this.child.pid);
        const usedMs = cpuAtBegin === undefined ? 0 : use === undefined ? timeoutMs : use.cpuMs - cpuAtBegin;
        if (usedMs >= timeoutMs) {
          finish(refused('answered', 'TOO_COMPLEX', `Reading the document took over ${timeoutMs / 1000} s.`), true);
        } else if (performance.now() >= deadline) {
          finish(unavailable('starved', 'The reader did not get the processor time that the document may use.'), true);
        } else {
          const left = Math.min(timeoutMs - usedMs, deadline - performance.now());
          timer = setTimeout(checkTime, Math.max(SHORTEST_CHECK_MS, left));
        }
      };
      const checkMemory = () => {
        const limit = this.maxMemoryBytes;
        if ((processUse(this.child.pid)?.residentBytes ?? 0) <= limit) return;
        const megabytes = Math.floor(limit / 1024 / 1024);
        finish(refused('broken', 'TOO_COMPLEX', `Reading the document took over ${megabytes} MB of memory.`), true);
      };
      let timer = setTimeout(checkTime, this.limits.timeoutMs);
      const memory = setInterval(checkMemory, MEMORY_CHECK_MS);
      this.child.on('message', onMessage);
      this.child.once('exit', onExit);
      this.child.send(request, (error) => {
        if (error) onExit(null, null);
      });
    });
  }
}

/** Before the process has threads of its own, which then do as it does. It lets others go first, and uses what they leave. */
function standBack(pid: number | undefined, niceness: number): void {
  if (pid === undefined || niceness === 0) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already, which is told when it is asked to read; or the system has no priorities.
  }
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | 'too late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'too late'>((resolve) => {
    timer = setTimeout(() => resolve('too late'), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(kind: 'ended' | 'starved', message: string): ReadEnd {
  return { kind, error: new ReaderUnavailableError(`${message} Read the document again.`) };
}

function refused(kind: 'answered' | 'broken', reason: Reason, message: string): ReadEnd {
  return { kind, extraction: { outcome: 'refused', refusal: { reason, message } } };
}
