/** Limits how much runs at once, and how much may wait. Work that waits holds nothing yet. */
export interface ConcurrencyLimiter {
  /**
   * Runs the work as soon as the limit allows.
   *
   * @throws {TooBusyError} at once, where too many wait already
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Too many wait. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';

  constructor(waiting: number, what: string) {
    super(`${waiting} ${what} are waiting to be read.`);
  }
}

export interface ConcurrencyLimits {
  readonly maxConcurrent: number;
  readonly maxWaiting: number;
  /** What waits, for a message. */
  readonly what?: string;
}

export function createConcurrencyLimiter({
  maxConcurrent,
  maxWaiting,
  what = 'documents',
}: ConcurrencyLimits): ConcurrencyLimiter {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running < maxConcurrent) running += 1;
      else if (queue.length >= maxWaiting) throw new TooBusyError(queue.length, what);
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        // The next one in the queue takes this one's place.
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
