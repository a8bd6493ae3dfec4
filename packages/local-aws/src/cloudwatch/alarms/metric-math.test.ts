import { expect, test } from 'vitest';
import { readExpression } from './expression.ts';
import { evaluateMath } from './metric-math.ts';

const lines = new Map([
  ['a', [1, 2, undefined]],
  ['b', [10, undefined, undefined]],
]);
const math = (text: string) => evaluateMath(readExpression(text), lines, 3);

test.each([
  ['a + b', [11, undefined, undefined]],
  ['FILL(a, 0) + FILL(b, 0)', [11, 2, 0]],
  ['1 + 2 * 3 - 4 / 2', [5, 5, 5]],
  ['(1 + 2) * 3', [9, 9, 9]],
  ['8 - 2 - 1', [5, 5, 5]],
  ['100 * FILL(a, 0) / FILL(b, 0)', [10, undefined, undefined]],
  ['IF(a > 1, 7, 8)', [8, 7, undefined]],
  ['IF(FILL(a, 0) >= 1 AND FILL(b, 0) < 1, 1, 0)', [0, 1, 0]],
  ['a > 1 OR a == 1', [1, 1, undefined]],
  ['IF(FILL(b, 0) >= 1, 1 / FILL(b, 0), 0)', [0.1, 0, 0]],
])('%s', (text, expected) => {
  expect(math(text)).toEqual(expected);
});

test.each(['a +', '(a', 'FILL(a)', 'RATE(a)', 'c', 'a $ b', 'IF(a, 1)', 'FILL(a, 0) b'])('%s is refused', (text) => {
  expect(() => math(text)).toThrow();
});
