import type { Extraction, PageWords, Source } from '@trade-matching/domain';
import type { ExtractionOptions } from '../extract/extract-trade.ts';
import { readerOfSource } from './built-reader.ts';
import { ReaderClosedError } from './errors.ts';
import { type ReadEnd, Reader } from './reader.ts';
import { type ReaderLimits, SCAN_LIMITS, type ScanLimits } from './reader-limits.ts';
import type { Asked } from './reader-process.ts';

export interface ReaderOptions extends Partial<Omit<ReaderLimits, 'scan'>> {
  readonly scan?: Partial<ScanLimits>;
  /** Documents read at a time, each in a process of its own. */
  readonly concurrency?: number;
  /** Documents after which a process is replaced, so that nothing grows. */
  readonly documentsPerProcess?: number;
  /** Milliseconds after which a process that no document came for ends, and with it its memory; undefined: it stays. */
  readonly idleMs?: number;
  /** Whether a process starts before the first document comes. */
  readonly startsAtOnce?: boolean;
  /** The reader process of a bundled program; a program that runs from source knows its own. */
  readonly workerPath?: string;
}

/** Opens documents in disposable processes: what a hostile file breaks, hangs or fills is not this process. */
export interface ConfirmationReader {
  /**
   * Reads one document. The same bytes give the same answer on an idle and on a busy machine.
   *
   * @throws {ReaderUnavailableError} where the machine, not the document, kept it from being read: read it again
   * @throws {ScannedDocumentError} where pages are pictures, and the reader was told to leave scans
   * @throws {ReaderClosedError} after `close`
   */
  read(bytes: Uint8Array, source: Source, options?: ExtractionOptions): Promise<Extraction>;
  /**
   * Reads the words of one page that is a picture.
   *
   * @param page 1-based
   * @throws as `read`
   */
  words(bytes: Uint8Array, page: number): Promise<PageWords>;
  /** Says in a sentence why documents cannot be read now; undefined where a process is ready to read them. */
  unavailable(): Promise<string | undefined>;
  /** Ends the processes. Documents that wait for one, and those being read, are rejected with ReaderClosedError. */
  close(): Promise<void>;
}

/** A process is fast only once its code is compiled, which takes some thousand documents: as many again pay for it. */
export const DOCUMENTS_PER_PROCESS = 5000;

/** A process that takes longer to start is not ready to read. */
const START_MS = 2000;

export function createConfirmationReader({
  timeoutMs = 5000,
  maxMemoryBytes = 400 * 1024 * 1024,
  patienceMs = 10 * 60_000,
  niceness = 0,
  scan = {},
  concurrency = 2,
  documentsPerProcess = DOCUMENTS_PER_PROCESS,
  idleMs,
  startsAtOnce = true,
  workerPath = readerOfSource(),
}: ReaderOptions = {}): ConfirmationReader {
  const idle: Reader[] = [];
  const all = new Set<Reader>();
  const waiting: { start(reader: Reader): void; refuse(error: Error): void }[] = [];
  let closed = false;

  const start = () => {
    const reader = new Reader(workerPath, {
      ...{ timeoutMs, maxMemoryBytes, patienceMs, niceness },
      scan: { ...SCAN_LIMITS, ...scan },
    });
    all.add(reader);
    return reader;
  };
  const endings = new Map<Reader, NodeJS.Timeout>();
  const end = (reader: Reader) => {
    reader.kill();
    all.delete(reader);
  };
  const rest = (reader: Reader) => {
    idle.push(reader);
    if (idleMs === undefined) return;
    const ending = setTimeout(() => {
      endings.delete(reader);
      idle.splice(idle.indexOf(reader), 1);
      end(reader);
    }, idleMs);
    // Closing ends it as well: nothing waits for this.
    endings.set(reader, ending.unref());
  };
  const wake = (): Reader | undefined => {
    const reader = idle.pop();
    if (reader) {
      clearTimeout(endings.get(reader));
      endings.delete(reader);
    }
    return reader;
  };
  const take = (): Promise<Reader> => {
    const reader = wake() ?? (all.size < concurrency ? start() : undefined);
    if (reader) return Promise.resolve(reader);
    return new Promise((resolve, reject) => waiting.push({ start: resolve, refuse: reject }));
  };
  const release = (reader: Reader) => {
    const usable = reader.alive && reader.documents < documentsPerProcess && !closed;
    if (!usable) end(reader);
    const next = waiting.shift();
    if (next) next.start(usable ? reader : start());
    else if (usable) rest(reader);
  };
  /** Reads the document once; `fresh` in a process that has read no other. */
  const attempt = async (bytes: Uint8Array, asked: Asked, fresh: boolean) => {
    if (closed) throw new ReaderClosedError();
    let reader = await take();
    if (fresh && reader.documents > 0) {
      end(reader);
      reader = start();
    }
    const isFirst = reader.documents === 0;
    try {
      const outcome = await reader.read(bytes, asked);
      // Killed by closing, the process says nothing of the document.
      if (closed && !reader.alive) throw new ReaderClosedError();
      return { outcome, isFirst };
    } finally {
      release(reader);
    }
  };
  // The first document should not wait for a process to start.
  if (startsAtOnce) rest(start());

  const answered = async (bytes: Uint8Array, asked: Asked): Promise<Exclude<ReadEnd, { readonly error: Error }>> => {
    const first = await attempt(bytes, asked, false);
    // A process that had read others may break by what they left behind, and one that ended may have been ended.
    const { kind } = first.outcome;
    const again = kind === 'ended' || (kind === 'broken' && !first.isFirst);
    const { outcome } = again ? await attempt(bytes, asked, true) : first;
    if ('error' in outcome) throw outcome.error;
    return outcome;
  };

  return {
    async read(bytes, source, options = {}) {
      const end = await answered(bytes, { what: 'trade', source, options });
      if (end.kind === 'words') throw new Error('The reader process answered what it was not asked.');
      return end.extraction;
    },
    async words(bytes, page) {
      const end = await answered(bytes, { what: 'words', page });
      if (end.kind === 'words') return end.words;
      if (end.extraction.outcome === 'refused') return { kind: 'refused', refusal: end.extraction.refusal };
      throw new Error('The reader process answered what it was not asked.');
    },
    async unavailable() {
      const reader = [...all].find(({ alive }) => alive);
      if (reader) return reader.start(START_MS);
      const fresh = start();
      const reason = await fresh.start(START_MS);
      if (fresh.alive && !closed && all.size <= concurrency) release(fresh);
      else end(fresh);
      return reason;
    },
    async close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse(new ReaderClosedError());
      for (const ending of endings.values()) clearTimeout(ending);
      for (const reader of all) reader.kill();
      all.clear();
    },
  };
}
