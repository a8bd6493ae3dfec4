import { joinSegments, type Line, type PositionedText, type Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';

/** `C. Termingeschäft`, `3. Montants fixes`: numbered, and without a figure or a colon. */
const NUMBERED = /^\(?(?:[A-Z]|\d{1,2}|[IVX]{1,4})[.)]\s+\p{Lu}[^:\d]*$/u;
const IN_WORDS = /^\p{Lu}[^:\d]*$/u;
/** The second half stands this near behind the first, in font sizes. */
const NEAREST = 3;
/** Distances that differ by less, in points, are one. */
const SAME_GAP = 1.5;

/**
 * Headings that say the same in two languages, the second at one distance behind the first: `B. Kassageschäft   Near leg`. A
 * value stands in a column; what begins elsewhere in each such line, as far behind the end of the first, is no value. They
 * become one text, `B. Kassageschäft / Near leg`.
 */
export function withHeadingsOfTwoLanguages(text: PositionedText): PositionedText {
  const headings = text.lines.flatMap((line) => headingOf(line) ?? []);
  const together = headings.filter(({ gap, second }) =>
    headings.some((other) => Math.abs(other.gap - gap) < SAME_GAP && Math.abs(other.second.x - second.x) > SAME_X),
  );
  if (together.length === 0) return text;
  const whole = new Map<Line, Segment>(
    together.map(({ line, first, second }) => [
      line,
      { ...joinSegments(first, second), text: `${first.text} / ${second.text}` },
    ]),
  );
  return {
    ...text,
    lines: text.lines.map((line) => {
      const heading = whole.get(line);
      return heading ? { ...line, segments: [heading] } : line;
    }),
  };
}

interface Heading {
  readonly line: Line;
  readonly first: Segment;
  readonly second: Segment;
  readonly gap: number;
}

function headingOf(line: Line): Heading | undefined {
  const [first, second, ...others] = line.segments;
  if (!first || !second || others.length > 0 || !NUMBERED.test(first.text) || !IN_WORDS.test(second.text))
    return undefined;
  const gap = second.x - first.right;
  return gap < NEAREST * line.height ? { line, first, second, gap } : undefined;
}
