import { expect, test } from 'vitest';
import { figuresTogether } from './parted-figures.ts';
import type { ScanWord } from './scan-word.ts';

const HEIGHT = 20;

/** Words of one line, each with the paper before it. */
function lineOf(parts: readonly (readonly [text: string, gap: number])[]): ScanWord[] {
  let x = 0;
  return parts.map(([text, gap], index): ScanWord => {
    const left = x + gap;
    x = left + 10 * text.length;
    const edges = Array.from({ length: text.length + 1 }, (_, k) => left + 10 * k);
    const area = { x: left, y: 0, right: x, bottom: HEIGHT };
    const spaceAfter = index < parts.length - 1;
    return { text, confidence: 0.9, area, edges, baseline: HEIGHT, lineHeight: HEIGHT, spaceAfter };
  });
}

const texts = (parts: readonly (readonly [string, number])[]) => figuresTogether(lineOf(parts)).map(({ text }) => text);

test('decimals that the engine parts from their figure are put to it, with the places of their characters', () => {
  const [, rate, after] = figuresTogether(
    lineOf([
      ['USD', 0],
      ['71', 8],
      ['.85', 6],
      ['per', 8],
    ]),
  );
  expect(rate).toMatchObject({ text: '71.85', area: { x: 38, right: 94 }, spaceAfter: true });
  expect(rate?.edges).toEqual([38, 48, 64, 74, 84, 94]);
  expect(after?.text).toBe('per');
});

test('a digit that stands against the one before it is of the same figure', () => {
  expect(
    texts([
      ['2025-06-1', 0],
      ['7', 0],
    ]),
  ).toEqual(['2025-06-17']);
});

test('figures with a space between them stay two, and so do columns', () => {
  expect(
    texts([
      ['15', 0],
      ['17', 7],
    ]),
  ).toEqual(['15', '17']);
  expect(
    texts([
      ['71', 0],
      ['.85', 30],
    ]),
  ).toEqual(['71', '.85']);
  expect(
    texts([
      ['12', 0],
      ['March', 0],
    ]),
  ).toEqual(['12', 'March']);
});
