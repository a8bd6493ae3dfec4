import type { System } from './start-system.ts';

/** Follows documents to their outcome by the objects that appear under the outcome prefixes. */
export interface Following {
  /** Keys that have no outcome yet. */
  readonly pending: ReadonlySet<string>;
  /** Resolves when every key has an outcome: true, or false when the time is over or `stop` was called. */
  finished(timeoutMs: number): Promise<boolean>;
  stop(): void;
}

/** Starts to follow these original keys. `onOutcome` is called once for each, as it is filed. */
export function followDocuments(
  system: Pick<System, 'onFiled'>,
  keys: Iterable<string>,
  onOutcome: (key: string, outcome: string) => void,
): Following {
  const pending = new Set(keys);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const unsubscribe = system.onFiled((key, outcome) => {
    if (!pending.delete(key)) return;
    onOutcome(key, outcome);
    if (pending.size === 0) resolve(true);
  });
  if (pending.size === 0) resolve(true);
  return {
    pending,
    finished: async (timeoutMs) => {
      const timer = setTimeout(() => resolve(false), timeoutMs);
      try {
        return await promise;
      } finally {
        clearTimeout(timer);
        unsubscribe();
      }
    },
    stop: () => resolve(false),
  };
}
