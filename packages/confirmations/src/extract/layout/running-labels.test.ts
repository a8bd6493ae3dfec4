import { expect, test } from 'vitest';
import { type Line, lineText } from '../../read/positioned-text.ts';
import { partRunningLabels } from './running-labels.ts';

const LABELS = /^(?:Dealt|Holder|Writer|Exercise price|Premium)$/;
const part = (...texts: string[]) =>
  partRunningLabels(
    texts.map(
      (text, i): Line => ({
        page: 1,
        number: i + 1,
        y: 100 + i * 14,
        height: 10,
        segments: [{ text, x: 50, right: 400 }],
      }),
    ),
    (label) => LABELS.test(label),
  );

test('terms that run on in a paragraph become a line each', () => {
  const lines = part(
    'Molino Alto bought the option below',
    'Dealt: 4 May 2027. Holder: Molino Alto S.p.A. Writer: Peñalba. Exercise',
    'price: 1.2500. Premium: EUR 900.50, paid on 6 May 2027. Sent by machine.',
  );
  expect(lines.map(lineText)).toEqual([
    'Molino Alto bought the option below',
    'Dealt: 4 May 2027',
    'Holder: Molino Alto S.p.A.',
    'Writer: Peñalba',
    'Exercise price: 1.2500',
    'Premium: EUR 900.50, paid on 6 May 2027',
    'Sent by machine.',
  ]);
});

test('a paragraph of labels of which one is known, beside one of which most are', () => {
  const known = ['Dealt: 4 May 2027. Holder: Molino Alto S.p.A. Writer: Peñalba. Exercise', 'price: 1.2500.'];
  const other = [
    'Exchange at start: Molino pays USD 500. Exchange at the very end: Molino',
    'receives it. Premium: none.',
  ];
  expect(part(...known, ...other).map(lineText)).toEqual([
    'Dealt: 4 May 2027',
    'Holder: Molino Alto S.p.A.',
    'Writer: Peñalba',
    'Exercise price: 1.2500',
    'Exchange at start: Molino pays USD 500',
    'Exchange at the very end: Molino receives it',
    'Premium: none',
  ]);
  expect(part(...other).map(lineText)).toEqual(other);
});

test('a letter with a colon in it stays as it is', () => {
  const lines = [
    'We refer to your call of today and confirm as follows: the option',
    'is sold. Yours: the desk of the bank.',
  ];
  expect(part(...lines).map(lineText)).toEqual(lines);
});

test('numbered terms that run over full lines are no sentences', () => {
  const lines = [
    '4. Holder: Molino Alto 5. Writer: Peñalba 6. Exercise price: 1.2500 EUR per unit of it',
    '7. Premium: EUR 900.50 8. Dealt: 4 May 2027 and nothing else is said here of the trade',
  ];
  expect(part(...lines).map(lineText)).toEqual(lines);
});

test('terms that are parted by semicolons', () => {
  const lines = part(
    'Dealt: 4 May 2027; Holder: Molino Alto S.p.A.; Writer : Peñalba; Exercise price:',
    '1.2500; Premium: EUR 900.50.',
  );
  expect(lines.map(lineText)).toEqual([
    'Dealt: 4 May 2027',
    'Holder: Molino Alto S.p.A.',
    'Writer : Peñalba',
    'Exercise price: 1.2500',
    'Premium: EUR 900.50',
  ]);
});
