// Prints that are typed: labels, leaders, a colon, and values one below the other.
import { expect, test } from 'vitest';
import type { Line } from '../../read/positioned-text.ts';
import { withWholeTypedValues } from './typed-values.ts';

const GLYPH = 6;

/** Typed lines: each run of text where it stands, two spaces or more apart from the next. */
function typed(print: string): Line[] {
  return print
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({
      page: 1,
      number: i + 1,
      y: 100 + i * 11,
      height: 10,
      segments: [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
        text,
        x: index * GLYPH,
        right: (index + text.length) * GLYPH,
      })),
    }));
}

const texts = (lines: readonly Line[]) => lines.map(({ segments }) => segments.map(({ text }) => text).join(' | '));

test('what stands below a typed value is its rest, however it is spaced and whatever it begins with', () => {
  const rows = withWholeTypedValues(
    typed(`
DEAL DATE.......: 03SEP2026
START...........: 09SEP2026
FIRST EXCHANGE..: 09SEP2026
                  WE PAY  EUR 9,000,000.00
                  YOU PAY USD 10,000,000.00
PRICE...........: FIXED  USD 742.25 / MT
RATE PAGE.......: USD-
                  SOFR
LAW.............: ENGLISH LAW`),
  );
  expect(texts(rows)).toEqual([
    'DEAL DATE.......: 03SEP2026',
    'START...........: 09SEP2026',
    'FIRST EXCHANGE..: 09SEP2026 WE PAY EUR 9,000,000.00 YOU PAY USD 10,000,000.00',
    'PRICE...........: FIXED USD 742.25 / MT',
    // A code that is broken at its hyphen is put together elsewhere.
    ...['RATE PAGE.......: USD-', 'SOFR'],
    'LAW.............: ENGLISH LAW',
  ]);
  expect(rows[2]?.rows).toEqual([3, 4, 5]);
});

test('a label of its own, a paragraph further down, or text at another place is no rest of a value', () => {
  const rows = withWholeTypedValues(
    typed(`
DEAL DATE.......: 03SEP2026
BUYER...........: ALDER FUND
                  REF: A-77
SELLER..........: PORT LISLE
    ALL TERMS ARE UNDER THE MASTER AGREEMENT
LAW.............: ENGLISH LAW        PAGE 1`),
  );
  expect(texts(rows)).toEqual([
    'DEAL DATE.......: 03SEP2026',
    'BUYER...........: ALDER FUND',
    'REF: A-77',
    'SELLER..........: PORT LISLE',
    'ALL TERMS ARE UNDER THE MASTER AGREEMENT',
    'LAW.............: ENGLISH LAW | PAGE 1',
  ]);
});

test('fewer than four values below each other are no typed print', () => {
  const lines = typed(`
DEAL DATE.......: 03SEP2026
BUYER...........: ALDER FUND
                  DUBLIN
SELLER..........: PORT LISLE`);
  expect(withWholeTypedValues(lines)).toEqual(lines);
});
