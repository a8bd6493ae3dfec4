import { WrongUsageError } from '@trade-matching/command-line';
import { expect, test } from 'vitest';
import { readOptions } from './command.ts';

test('takes all paths after --bank and --counterparty, up to the next option', () => {
  expect(readOptions(['--once', '--bank', 'a.pdf', 'b', '--counterparty', 'c.pdf', '--json', 'out.json'])).toEqual({
    once: true,
    serve: false,
    bank: ['a.pdf', 'b'],
    counterparty: ['c.pdf'],
    json: 'out.json',
    timeoutSeconds: 300,
    debug: false,
  });
});

test.each([
  [['--onec']],
  [['--bank']],
  [['stray.pdf']],
  [['--timeout', 'soon']],
  [['--serve', '--once']],
  [['--serve', '--bank', 'a.pdf']],
])('refuses %j as wrong usage', (args) => {
  expect(() => readOptions(args)).toThrow(WrongUsageError);
});
