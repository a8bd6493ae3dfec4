import { createRequire, syncBuiltinESMExports } from 'node:module';
import { type ClockAnchor, simulatedTime } from './clock.ts';

/**
 * Lets this whole process go by a simulated clock: what time it is, and how long its timers and time limits last.
 *
 * @returns sets the clock anew, as it was set forward meanwhile
 */
export function goBySimulatedClock(start: ClockAnchor): (anchor: ClockAnchor) => void {
  let anchor = start;
  const RealDate = Date;
  const realNow = Date.now;
  const now = () => simulatedTime(anchor, realNow());
  const shortened = (milliseconds: number | undefined) => (milliseconds ?? 0) / anchor.factor;

  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(now());
      else super(...(given as [number]));
    }

    static override now = now;
  } as DateConstructor;

  const { setTimeout: realTimeout } = globalThis;
  globalThis.setTimeout = Object.assign(
    (callback: (...args: unknown[]) => void, milliseconds?: number, ...rest: unknown[]) =>
      realTimeout(callback, shortened(milliseconds), ...rest),
    realTimeout,
  ) as typeof setTimeout;
  const realAbort = AbortSignal.timeout.bind(AbortSignal);
  AbortSignal.timeout = (milliseconds) => realAbort(Math.max(1, Math.round(shortened(milliseconds))));
  const promises = createRequire(import.meta.url)('node:timers/promises') as typeof import('node:timers/promises');
  const realSleep = promises.setTimeout;
  promises.setTimeout = (milliseconds, ...rest) => realSleep(shortened(milliseconds), ...rest);
  syncBuiltinESMExports();

  return (next) => {
    anchor = next;
  };
}
