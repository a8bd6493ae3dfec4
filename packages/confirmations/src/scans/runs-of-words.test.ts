import { expect, test } from 'vitest';
import { runsOfWords } from './runs-of-words.ts';
import type { ScanWord } from './scan-word.ts';

const STEP = 16;
const INK = 12;

/** Words of type in which each letter is as wide, as an engine parts them: at `|` where it sees a space. */
function wordsOf(lines: readonly string[]): ScanWord[] {
  return lines.flatMap((line, row) => {
    const words = [...line.matchAll(/[^ |]+/g)];
    return words.map(({ 0: text, index }, i): ScanWord => {
      const column = index - (line.slice(0, index).match(/\|/g)?.length ?? 0);
      const x = column * STEP + 2;
      const edges = [...Array.from(text, (_, k) => x + k * STEP), x + (text.length - 1) * STEP + INK];
      const [y, baseline] = [row * 40, row * 40 + 20];
      return {
        text,
        confidence: 0.95,
        area: { x, y, right: edges.at(-1) ?? x, bottom: baseline },
        edges,
        baseline,
        lineHeight: 22,
        spaceAfter: i < words.length - 1,
      };
    });
  });
}

const LINES = [
  'EFFECTIVE NOTIONAL CURRENCY SETTLEMENT',
  'UNDERLYING AMOUNTS PAYMENT COUNTER',
  'FIXED FLOATING REFERENCE TRADE',
];

test('puts together a figure of a typewriter that the engine parts after its comma', () => {
  const runs = runsOfWords(wordsOf([...LINES, 'EUR 10000000,|00']), 200).slice(-3);
  expect(runs.map(({ text }) => text).join('')).toBe('EUR 10000000,00');
});

test('lets the one space of a typewriter be no column, and two be one', () => {
  const [one, other, third] = runsOfWords(wordsOf([...LINES, 'RATE SWAP  NEW']), 200).slice(-3);
  if (!one || !other || !third) throw new Error('no runs');
  expect(Math.abs(other.x - one.x - one.width)).toBeLessThan(1);
  expect(third.x - other.x - other.width).toBeGreaterThan((STEP * 72) / 200);
});

test('takes a word of another line for no next one, where the rest of a line was left out as noise', () => {
  const words = wordsOf([...LINES, 'NOTIONAL USD 5000000', 'SELLER']);
  const noise = words.findIndex(({ text }) => text === '5000000');
  const reread = words[noise] as ScanWord;
  // Read again by itself, it comes after all others.
  const runs = runsOfWords([...words.toSpliced(noise, 1), reread], 200);
  const currency = runs.find(({ text }) => text.startsWith('USD'));
  expect(currency?.text).toBe('USD ');
  expect(currency?.width).toBeCloseTo((4 * STEP * 72) / 200, 0);
});
