import { WrongUsageError } from '@trade-matching/command-line';
import { describe, expect, test } from 'vitest';
import { refuseOtherAccount, refuseUnconfirmedProduction } from './environment/confirm-production.ts';
import { readOptions } from './options.ts';

test('an option that is not given has its default', () => {
  expect(readOptions([])).toMatchObject({
    environment: 'local',
    documents: 1000,
    durationSeconds: Number.POSITIVE_INFINITY,
    model: { kind: 'closed', concurrency: 16, rampSeconds: 0 },
    mix: { mismatch: 0, withinTolerance: 0, duplicate: 0, bad: 0 },
    limits: { maxLost: 0 },
  });
});

test('times, shares and sizes are read with their units', () => {
  const args = [
    '--rate',
    '20',
    '--ramp',
    '1m',
    '--duration',
    '10m',
    '--max-p95',
    '800ms',
    '--bad',
    '2%',
    '--size',
    '2KB',
  ];
  expect(readOptions(args)).toMatchObject({
    documents: 20 * 570,
    durationSeconds: 600,
    model: { kind: 'open', rate: 20, rampSeconds: 60 },
    limits: { maxP95Ms: 800 },
    mix: { bad: 0.02 },
    print: { bytes: 2048 },
  });
});

test('a load of a duration has as many documents as its times, and one without times no number', () => {
  expect(readOptions(['--rate', '10', '--duration', '1m']).documents).toBe(600);
  expect(readOptions(['--rate', '10', '--duration', '1m', '--documents', '50']).documents).toBe(50);
  expect(readOptions(['--concurrency', '4', '--duration', '1m']).documents).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  [['--env', 'moon'], '--env is one of local, development, staging, production, not "moon"'],
  [['--documents', 'many'], '--documents is a whole number from 1 to 10000000, not "many"'],
  [['--documents', '0'], '--documents'],
  [['--rate', '5', '--concurrency', '5'], 'not both'],
  [['--rate', '0'], '--rate is a number of documents a second'],
  [['--concurrency', '0'], '--concurrency is a whole number from 1 to 1000'],
  [['--mismatch', '5'], '--mismatch is a share from 0 to 1'],
  [['--mismatch', '0.6', '--within-tolerance', '0.6'], 'together at most 1'],
  [['--duplicate', '0.5'], '--duplicate is at most 0.45'],
  [['--duration', 'long'], '--duration is a time such as 30s'],
  [['--pages', '51'], '--pages is a whole number from 1 to 50'],
  [['--size', '60MB'], '--size is a number of bytes'],
  [['--max-p95', 'fast'], '--max-p95'],
  [['--unknown'], '--unknown'],
  [['stray'], 'too many arguments'],
])('%j is wrong usage: %s', (args, message) => {
  expect(() => readOptions(args)).toThrow(WrongUsageError);
  expect(() => readOptions(args)).toThrow(message);
});

describe('production', () => {
  const refusal = (...args: string[]) => {
    try {
      refuseUnconfirmedProduction(readOptions(['--env', 'production', ...args]));
    } catch (error) {
      return error instanceof WrongUsageError ? error.message : String(error);
    }
    return undefined;
  };

  test('a load on production is refused without both confirmations, naming the one that is missing', () => {
    expect(refusal()).toMatch(
      /--i-mean-production and --confirm-account with the 12 digits of its account are missing/,
    );
    expect(refusal('--i-mean-production')).toMatch(/--confirm-account .* is missing/);
    expect(refusal('--confirm-account', '333333333333')).toMatch(/--i-mean-production is missing/);
    expect(refusal('--i-mean-production', '--confirm-account', 'yes')).toMatch(/--confirm-account/);
  });

  test('a load on production is taken with both, and only for the account that was confirmed', () => {
    expect(refusal('--i-mean-production', '--confirm-account', '333333333333')).toBeUndefined();
    const options = readOptions(['--env', 'production', '--i-mean-production', '--confirm-account', '333333333333']);
    expect(() => refuseOtherAccount(options, { id: '333333333333' })).not.toThrow();
    expect(() => refuseOtherAccount(options, { id: '222222222222' })).toThrow(
      '--confirm-account is 333333333333, but the credentials of this shell are of 222222222222',
    );
  });
});
