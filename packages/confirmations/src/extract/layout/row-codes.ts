import type { Line, Segment } from '../../read/positioned-text.ts';

/** Rows that count on, from which on a form numbers its rows by section and place. */
const LEAST_ROWS = 5;
/** `A6 UTI`, `B.12 Index`: the section's letter and the row's place in it, before its label. */
const CODE = /^([A-Z])\.?(\d{1,2})[.)]?\s+(?=\p{L})/u;

/**
 * Rows without the code before their label, `A6 UTI | 2138…`, on a form whose sections have letters and whose rows count from one
 * in each. One row of the kind is a label of its own, `A4 format`, as are rows that do not count.
 */
export function withoutRowCodes(lines: readonly Line[]): readonly Line[] {
  const coded = lines.flatMap((line) => {
    const [, letter = '', number = ''] = CODE.exec(line.segments[0]?.text ?? '') ?? [];
    return letter === '' ? [] : [{ line, letter, number: Number(number) }];
  });
  const countsOn = coded.filter(({ letter, number }, i) => {
    const before = coded[i - 1];
    return before?.letter === letter ? number === before.number + 1 : number === 1;
  });
  if (countsOn.length < LEAST_ROWS || countsOn.length < coded.length) return lines;
  const rows = new Set(countsOn.map(({ line }) => line));
  return lines.map((line) => (rows.has(line) ? { ...line, segments: line.segments.map(withoutCode) } : line));
}

const withoutCode = (segment: Segment, at: number): Segment =>
  at === 0 ? { ...segment, text: segment.text.replace(CODE, '') } : segment;
