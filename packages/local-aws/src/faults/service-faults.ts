import { setTimeout as sleep } from 'node:timers/promises';
import { chooseWeighted, type SeededChoice } from './seeded-choice.ts';
import type { ServiceBehaviour } from './service-proxy.ts';

const KINDS = { 503: 30, 429: 20, 500: 10, slow: 20, 'reset before': 10, 'reset after': 10 } as const;

export interface ServiceFaultOptions {
  readonly rate: number;
  readonly choice: SeededChoice;
  /** It answers nothing but 503 from the one of its calls to the other, counted from 0. */
  readonly downBetween: readonly [number, number];
  readonly onFault: (kind: string) => void;
}

/** A matching service that fails by a seeded plan, and is down for a time. */
export function serviceFaults({ rate, choice, downBetween, onFault }: ServiceFaultOptions): ServiceBehaviour {
  const occurrences = new Map<string, number>();
  let calls = 0;
  const unavailable = (status: number) => ({
    status,
    headers: { 'retry-after': '1' },
    body: '{"error":{"code":"UNAVAILABLE","message":"planned"}}',
  });
  return async ({ key }, forward) => {
    const call = calls++;
    if (call >= downBetween[0] && call < downBetween[1]) {
      onFault('service down');
      return unavailable(503);
    }
    const occurrence = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, occurrence);
    if (choice('service', key, occurrence) >= rate) return forward();
    const kind = chooseWeighted(KINDS, choice('service kind', key, occurrence));
    onFault(`service ${kind}`);
    switch (kind) {
      case 'slow':
        await sleep(choice('service slow', key, occurrence) * 1_500);
        return forward();
      case 'reset before':
        return 'reset';
      case 'reset after':
        await forward();
        return 'reset';
      default:
        return unavailable(Number(kind));
    }
  };
}
