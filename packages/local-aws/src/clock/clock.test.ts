import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { simulatedClock, simulatedTime } from './clock.ts';

const anchor = { real: 1_000, simulated: 50_000, factor: 60 };

test('a clock shows so many times the time that has passed since it was set', () => {
  expect(simulatedTime(anchor, 1_000)).toBe(50_000);
  expect(simulatedTime(anchor, 1_500)).toBe(80_000);
});

test('set forward, it goes on from there', () => {
  const clock = simulatedClock(1);
  const before = clock.now();
  clock.skip(3_600_000);
  expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
  expect(simulatedTime(clock.anchor(), Date.now())).toBeGreaterThanOrEqual(before + 3_600_000);
});

// In a process of its own: it changes that process's time.
test('a process that goes by it has its dates, timers and time limits by it, and follows when it is set', async () => {
  const script = `
    const { goBySimulatedClock } = await import(${JSON.stringify(path.join(import.meta.dirname, 'process-time.ts'))});
    const set = goBySimulatedClock({ real: Date.now(), simulated: Date.parse('2030-01-01T00:00:00Z'), factor: 600 });
    const { setTimeout: sleep } = await import('node:timers/promises');
    const year = new Date().getUTCFullYear();
    // A time limit alone keeps no process alive.
    const alive = setInterval(() => {}, 60_000);
    const waits = [];
    for (const wait of [
      (ms) => sleep(ms),
      (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      (ms) => new Promise((resolve) => AbortSignal.timeout(ms).addEventListener('abort', resolve)),
    ]) {
      const before = Date.now();
      await wait(60_000);
      waits.push(Date.now() - before);
    }
    const given = new Date('2020-02-03T00:00:00Z').toISOString();
    clearInterval(alive);
    set({ real: 0, simulated: Date.parse('2040-01-01T00:00:00Z'), factor: 0.000001 });
    process.stdout.write(JSON.stringify({ year, waits, given, after: new Date().getUTCFullYear() }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const { year, waits, given, after } = JSON.parse(stdout);
  expect({ year, given, after }).toEqual({ year: 2030, given: '2020-02-03T00:00:00.000Z', after: 2040 });
  // A minute by its clock, though it has waited a tenth of a second. Timers may fire a millisecond early.
  for (const waited of waits) expect(waited).toBeGreaterThan(59_000);
});
