import { setTimeout as sleep } from 'node:timers/promises';
import type { EventDelivery } from '../aws/index.ts';
import type { SeededChoice } from './seeded-choice.ts';

export interface EventFaults {
  readonly deliver: EventDelivery;
  /** Resolves when every event that was put off has been delivered. */
  settled(): Promise<void>;
}

/** Milliseconds. */
const LATEST = 2_000;

/** Events that come twice, late, and so in any order, by a seeded plan: the n-th of a key alike in every run of a seed. */
export function eventFaults(rate: number, choice: SeededChoice, onFault: (kind: string) => void): EventFaults {
  const pending = new Set<Promise<void>>();
  const occurrences = new Map<string, number>();
  const later = (milliseconds: number, deliver: () => Promise<void>) => {
    const delivery: Promise<void> = sleep(milliseconds)
      .then(deliver)
      .finally(() => pending.delete(delivery));
    pending.add(delivery);
  };
  return {
    deliver: async (deliver, body) => {
      const key = /"key":"([^"]*)"/.exec(body)?.[1] ?? '';
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      if (choice('event twice', key, occurrence) < rate / 2) {
        onFault('event twice');
        later(choice('event second', key, occurrence) * LATEST, deliver);
      }
      if (choice('event late', key, occurrence) < rate / 2) {
        onFault('event late');
        later(choice('event delay', key, occurrence) * LATEST, deliver);
      } else await deliver();
    },
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
