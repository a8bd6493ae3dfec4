import { expect, test } from 'vitest';
import { readCommandLine } from './command-line.ts';

test('paths after --bank and --counterparty are all taken, up to the next option', () => {
  expect(readCommandLine(['--once', '--bank', 'a.pdf', 'b', '--counterparty', 'c.pdf', '--json', 'out.json'])).toEqual({
    kind: 'run',
    options: {
      once: true,
      serve: false,
      bank: ['a.pdf', 'b'],
      counterparty: ['c.pdf'],
      json: 'out.json',
      timeoutSeconds: 120,
      debug: false,
    },
  });
});

test.each([
  [['--onec']],
  [['--bank']],
  [['stray.pdf']],
  [['--timeout', 'soon']],
  [['--serve', '--once']],
  [['--serve', '--bank', 'a.pdf']],
])('%j is wrong usage, and says why', (args) => {
  const line = readCommandLine(args);
  expect(line.kind).toBe('wrong-usage');
  expect(line.kind === 'wrong-usage' && line.message).toBeTruthy();
});
