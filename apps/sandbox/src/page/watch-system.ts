import { AlarmWatch, alarmDefinitions } from '@trade-matching/local-aws/cloudwatch';
import type { System } from '../system/start-system.ts';

/** A document that was filed lately. */
export interface FiledDocument {
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Somebody who looks at a running system all the time. */
export interface SystemWatch {
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly alarms: AlarmWatch;
  /** The newest first. */
  latest(): readonly FiledDocument[];
  close(): Promise<void>;
}

/** Milliseconds. CloudWatch looks once a minute; whoever sits before the page does not want to wait for that. */
const LOOKS_EVERY = 5_000;
const LATEST = 12;

/** Samples the metrics and evaluates the alarms of a system until it is closed. */
export function watchSystem(system: System): SystemWatch {
  const { clock, metrics, stack } = system;
  const started = clock.now();
  const alarms = new AlarmWatch(alarmDefinitions(stack.resources), started);
  let filed: FiledDocument[] = [];
  const stopListening = system.onFiled((key) => {
    filed = [{ key, at: clock.now() }, ...filed.filter((other) => other.key !== key)].slice(0, LATEST);
  });
  const look = async () => {
    await metrics.sample();
    alarms.evaluate(metrics.store, clock.now());
  };
  let looking = look();
  const timer = setInterval(() => {
    looking = look();
  }, LOOKS_EVERY);
  return {
    started,
    alarms,
    latest: () => filed,
    close: async () => {
      clearInterval(timer);
      stopListening();
      await looking;
    },
  };
}
