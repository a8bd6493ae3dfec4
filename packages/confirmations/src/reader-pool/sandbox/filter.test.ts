import { describe, expect, test } from 'vitest';
import { ALLOW, ENOSYS, EPERM, type Filter, filterBytes, KILL, readerFilter } from './filter.ts';
import { type Processor, SYSTEM_CALLS } from './system-calls.ts';

interface Call {
  readonly number: number;
  readonly audit: number;
  /** Lower 32 bits of each, and the upper ones of the first. */
  readonly args?: readonly number[];
  readonly upper?: number;
}

/** What the kernel makes of a call: the filter run as its interpreter runs it. */
function verdict({ instructions }: Filter, { number, audit, args = [], upper = 0 }: Call): number {
  const words = new Map([
    [0, number],
    [4, audit],
    [20, upper],
    ...args.map((value, i) => [16 + 8 * i, value] as const),
  ]);
  let loaded = 0;
  for (let at = 0; at < instructions.length; at++) {
    const { code, yes, no, value } = instructions[at] ?? { code: 0x06, yes: 0, no: 0, value: 0 };
    if (code === 0x06) return value;
    if (code === 0x20) loaded = words.get(value) ?? 0;
    else {
      const holds = code === 0x15 ? loaded === value : code === 0x35 ? loaded >= value : (loaded & value) !== 0;
      at += holds ? yes : no;
    }
  }
  throw new Error('The filter ends without an answer.');
}

describe.each(['x64', 'arm64'] as const satisfies Processor[])('the filter of %s', (processor) => {
  const filter = readerFilter(processor);
  const calls = SYSTEM_CALLS[processor];
  const ask = (number: number, args: readonly number[] = [], upper = 0) =>
    verdict(filter, { number, audit: calls.audit, args, upper });
  const [open, flags] = calls.opening.at(-1) ?? [0, 0];
  const withFlags = (value: number) =>
    ask(
      open,
      Array.from({ length: flags + 1 }, (_, i) => (i === flags ? value : 0)),
    );

  test('kills a call of another processor', () => {
    expect(verdict(filter, { number: 0, audit: 0x40000003 })).toBe(KILL);
  });

  test('refuses what it names, and the newer calls that it cannot look into', () => {
    expect(calls.refused.map((call) => ask(call))).toEqual(calls.refused.map(() => EPERM));
    expect(calls.unknown.map((call) => ask(call))).toEqual(calls.unknown.map(() => ENOSYS));
    expect(ask(0x40000000 + calls.execute)).toBe(EPERM);
  });

  test('lets threads be made, and no processes', () => {
    expect([ask(calls.clone, [0x3d0f00]), ask(calls.clone, [0x11])]).toEqual([ALLOW, EPERM]);
  });

  test('opens files for reading only', () => {
    expect([0, 0x80000].map(withFlags)).toEqual([ALLOW, ALLOW]);
    expect([0x1, 0x2, 0x40, 0x241].map(withFlags)).toEqual([EPERM, EPERM, EPERM, EPERM]);
  });

  test('signals and starts only what the launcher writes into it', () => {
    const [own = 0] = filter.ownId;
    const patched = filter.instructions.map((each, at) => ({
      ...each,
      ...(filter.ownId.includes(at) ? { value: 4242 } : {}),
      ...(at === filter.program.lower ? { value: 0x12345678 } : {}),
      ...(at === filter.program.upper ? { value: 0x7fff } : {}),
    }));
    expect(filter.instructions[own]?.value).toBe(0);
    const asked = (number: number, args: readonly number[], upper = 0) =>
      verdict({ ...filter, instructions: patched }, { number, audit: calls.audit, args, upper });
    for (const call of calls.signalling) expect([asked(call, [4242]), asked(call, [1])]).toEqual([ALLOW, EPERM]);
    expect(asked(calls.execute, [0x12345678], 0x7fff)).toBe(ALLOW);
    expect(asked(calls.execute, [0x12345678], 0x7ffe)).toBe(EPERM);
    expect(asked(calls.execute, [0x12345679], 0x7fff)).toBe(EPERM);
  });

  test('is short enough for the kernel, which takes 4,096 instructions', () => {
    expect(filterBytes(filter).length / 8).toBeLessThan(4096);
    expect(calls.refused).toEqual([...new Set(calls.refused)]);
  });
});
