import { asCompared } from '../scans/second-look.ts';

/** Letters among which one may be read as another: a figure is never one of them. */
const LETTERS_A_MISREADING = 8;
const FIGURE_OF_LETTER: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', '|': '1', s: '5', b: '8', z: '2' };
/** Letters whose shapes are one in some print. */
const LETTER_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[1il|!]/g, 'i'],
  [/0/g, 'o'],
  [/5/g, 's'],
  [/8/g, 'b'],
  [/rn/g, 'm'],
  [/vv/g, 'w'],
];

/**
 * Whether two readings say one thing: the same figures, parted at the same places, with the same sign, and letters that
 * are alike. Spaces, accents, and what marks part figures do not count.
 */
export function isSameReading(one: string, other: string): boolean {
  const [a, b] = [asCompared(one), asCompared(other)];
  if (a === b) return a !== '' || one.trim() === other.trim();
  if (signOf(one) !== signOf(other)) return false;
  if (shapesOf(a) === shapesOf(b)) return true;
  if (figuresOf(a) !== figuresOf(b)) return false;
  return hasSameLetters(a, b);
}

/** Whether the letters of two readings are alike, whatever their figures are. */
export function hasSameLetters(one: string, other: string): boolean {
  const [letters, others] = [lettersOf(asCompared(one)), lettersOf(asCompared(other))];
  return distance(letters, others) <= Math.floor(Math.max(letters.length, others.length) / LETTERS_A_MISREADING);
}

/** Letters and figures alone, those of one shape as one. */
function shapesOf(text: string): string {
  let shapes = text.replace(/[^\p{L}\p{N}$€£¥%|!]+/gu, (marks, at: number) =>
    isBetweenFigures(text, at, marks) ? '.' : '',
  );
  for (const [shape, as] of LETTER_SHAPES) shapes = shapes.replace(shape, as);
  return shapes;
}

/** The figures, with a point where a mark parts two of them. */
function figuresOf(text: string): string {
  const figures = text.replace(/(?<=\d[.,]?)[olisbz|](?=[.,]?\d)/g, (letter) => FIGURE_OF_LETTER[letter] ?? letter);
  return figures
    .replace(/[^\d]+/g, (between, at: number) => (isBetweenFigures(figures, at, between) ? '.' : ' '))
    .trim();
}

/** Marks that part figures of one number: a mark between two of them, or none that says more than a space. */
function isBetweenFigures(text: string, at: number, marks: string): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + marks.length)];
  return /^[.,'·]$/.test(marks) && /\d/.test(before) && /\d/.test(after);
}

function lettersOf(text: string): string {
  let letters = text.replace(/[^\p{L}$€£¥%]/gu, '');
  for (const [shape, as] of LETTER_SHAPES) letters = letters.replace(shape, as);
  return letters;
}

/** A minus before the first figure; between figures it is a dash. */
function signOf(text: string): string {
  return /^\D*[-–−]\s?[\d.]/.test(text) && !/[\p{L}\d]\s?[-–−]\s?\d/u.test(text) ? '-' : '';
}

/** Letters that are put in, left out or changed between two texts (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let k = 0; k < other.length; k++) {
      const changed = (row[k] ?? 0) + (one[i] === other[k] ? 0 : 1);
      next.push(Math.min(changed, (row[k + 1] ?? 0) + 1, (next[k] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
