/** Lets so many at a time, and so many more wait for their turn. Who waits holds nothing yet. */
export interface Turns {
  /**
   * Runs when it is its turn.
   *
   * @throws {TooBusyError} at once, where too many wait already
   */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Too many wait. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';

  constructor(waiting: number) {
    super(`${waiting} documents are waiting to be read.`);
  }
}

export interface TurnLimits {
  readonly atATime: number;
  readonly waiting: number;
}

export function createTurns(limits: TurnLimits): Turns {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running < limits.atATime) running += 1;
      else if (queue.length >= limits.waiting) throw new TooBusyError(queue.length);
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        // The next takes this one's place.
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
