import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { BENCHES } from './benches.ts';
import { readOptions } from './command.ts';

const root = path.resolve(import.meta.dirname, '../../..');

function namesOf(...args: string[]): string[] {
  return readOptions(args).benches.map(({ name }) => name);
}

describe('the command line', () => {
  test('every bench stands where it is said to', () => {
    expect(BENCHES.filter(({ script }) => !existsSync(path.join(root, script)))).toEqual([]);
  });

  test('the bench command line by itself means the targets, all of them', () => {
    expect(namesOf()).toEqual(BENCHES.filter(({ set }) => set === 'targets').map(({ name }) => name));
  });

  test('--quick leaves out what no check of every change should do', () => {
    expect(namesOf('--quick')).toContain('calls');
    expect(namesOf('--quick')).not.toContain('turbo');
  });

  test('--only takes names, in either form', () => {
    expect(namesOf('--only', 'calls,pages')).toEqual(['calls', 'pages']);
    expect(namesOf('--only', 'pages', '--only', 'calls')).toEqual(['calls', 'pages']);
  });

  test.each([
    [['--only', 'speed'], 'there is no bench "speed"'],
    [['--trades', 'many'], '--trades is a whole number from 1000 to 100000000, not "many"'],
    [['--fast'], "unknown option '--fast'"],
  ])('%j is refused with what is wrong', (args, message) => {
    expect(() => readOptions(args)).toThrow(message);
  });
});
