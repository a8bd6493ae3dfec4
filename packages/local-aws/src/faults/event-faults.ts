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

/** Events that come twice, late, and so in any order, by a seeded plan. */
export function eventFaults(rate: number, choice: SeededChoice, onFault: (kind: string) => void): EventFaults {
  const pending = new Set<Promise<void>>();
  let event = 0;
  const later = (milliseconds: number, deliver: () => Promise<void>) => {
    const delivery: Promise<void> = sleep(milliseconds)
      .then(deliver)
      .finally(() => pending.delete(delivery));
    pending.add(delivery);
  };
  return {
    deliver: async (deliver) => {
      const number = event++;
      if (choice('event twice', number) < rate / 2) {
        onFault('event twice');
        later(choice('event second', number) * LATEST, deliver);
      }
      if (choice('event late', number) < rate / 2) {
        onFault('event late');
        later(choice('event delay', number) * LATEST, deliver);
      } else await deliver();
    },
    settled: async () => {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
