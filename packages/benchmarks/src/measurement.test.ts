import { describe, expect, test } from 'vitest';
import { isMet, type Measurement, ratioOf } from './measurement.ts';

const timing = (ours: number, baseline: number, most: number): Measurement => ({
  what: 'reading',
  ours: { value: ours, unit: 'ms' },
  baseline: { what: 'bare', value: baseline, unit: 'ms' },
  target: { of: 'ratio', is: 'at most', value: most },
});
const count = (calls: number): Measurement => ({
  what: 'calls',
  ours: { value: calls, unit: 'calls' },
  target: { of: 'ours', is: 'exactly', value: 6 },
  exact: true,
});

describe('a measurement', () => {
  test('a measurement meets a target of its ratio', () => {
    expect(isMet(timing(3, 2, 1.5))).toBe(true);
    expect(isMet(timing(3.1, 2, 1.5))).toBe(false);
  });

  test('a measurement is held to the median of the rounds rather than to the quotient of the medians', () => {
    expect(ratioOf({ ...timing(3, 2, 1.5), ratio: 1.4 })).toBe(1.4);
  });

  test('a measurement of a time may be worse by the slack, of a count never', () => {
    expect(isMet(timing(5, 2, 1.5), 2)).toBe(true);
    expect(isMet(timing(7, 2, 1.5), 2)).toBe(false);
    expect(isMet(count(6), 3)).toBe(true);
    expect(isMet(count(7), 3)).toBe(false);
    expect(
      isMet(
        { ...timing(0, 0, 0), ours: { value: 50, unit: '/s' }, target: { of: 'ours', is: 'at least', value: 100 } },
        2,
      ),
    ).toBe(true);
  });

  test('a measurement without a target is neither met nor missed', () => {
    const { target: _target, ...shown } = count(7);
    expect(isMet(shown)).toBeUndefined();
  });

  test('a measurement that came to no number is missed', () => {
    expect(isMet(timing(Number.NaN, 2, 1.5))).toBe(false);
    expect(isMet({ what: 'x', ours: { value: 1, unit: '' }, target: { of: 'ratio', is: 'at most', value: 2 } })).toBe(
      false,
    );
  });
});
