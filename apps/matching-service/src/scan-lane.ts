import type { ConfirmationReader } from '@trade-matching/confirmations';
import type { EmitServiceMetric } from '@trade-matching/dashboards/metrics';
import type { Extraction, PageWords, Source } from '@trade-matching/domain';
import { type ConcurrencyLimiter, TooBusyError } from './concurrency-limiter.ts';

/** Seconds after which a lane that was full is worth asking again: about two pages. */
const RETRY_AFTER_SECONDS = 15;

/** Every reader of scans is taken, and as many scans wait as may. */
export class ScanLaneFullError extends Error {
  override readonly name = 'ScanLaneFullError';
  readonly retryAfterSeconds = RETRY_AFTER_SECONDS;
}

/** Reads scans beside documents that have text, which never wait for one: its readers and its queue are its own (R12). */
export interface ScanLane {
  /**
   * @throws {ScanLaneFullError} at once, where too many scans wait
   */
  read(bytes: Uint8Array, source: Source): Promise<Extraction>;
  /**
   * The words of a page, for a person to point at: in the same queue as scans that come.
   *
   * @param page 1-based
   * @throws {ScanLaneFullError} at once, where too many scans wait
   */
  words(bytes: Uint8Array, page: number): Promise<PageWords>;
  close(): Promise<void>;
}

export interface ScanLaneOptions {
  readonly reader: ConfirmationReader;
  readonly limiter: ConcurrencyLimiter;
  readonly emit: EmitServiceMetric;
}

export function createScanLane({ reader, limiter, emit }: ScanLaneOptions): ScanLane {
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await limiter.run(work);
    } catch (error) {
      if (!(error instanceof TooBusyError)) throw error;
      emit('ScansDeferred', 1);
      throw new ScanLaneFullError(error.message, { cause: error });
    }
  };
  return {
    read(bytes, source) {
      const arrived = performance.now();
      return inTurn(async () => {
        const extraction = await reader.read(bytes, source);
        emit('ScansRead', 1);
        // That none was turned away is told as well, so that the alarm has something to be OK by.
        emit('ScansDeferred', 0);
        emit('ScanTime', Math.round(performance.now() - arrived));
        return extraction;
      });
    },
    words: (bytes, page) => inTurn(() => reader.words(bytes, page)),
    close: () => reader.close(),
  };
}
