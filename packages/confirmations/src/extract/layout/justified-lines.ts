import { joinSegments, type Line, type PositionedText } from '../../read/positioned-text.ts';

/** So many words at least: fewer may be the cells of a row. */
const FEWEST_WORDS = 4;
/** Spaces of one justified line are all as wide, within this, in points. */
const SAME_GAP = 1.5;
const SAME_EDGE = 3;

/**
 * A justified line whose next word was too long for it: its spaces are so wide that each word was taken for a cell. It is one run of
 * text where its words are all as far apart, and it ends where the full line above or below it does.
 */
export function withJustifiedLinesWhole(text: PositionedText): PositionedText {
  if (!text.lines.some(isSpread)) return text;
  return {
    ...text,
    lines: text.lines.map((line, at, all) =>
      isSpread(line) && [all[at - 1], all[at + 1]].some((other) => other !== undefined && endsWith(line, other))
        ? { ...line, segments: [line.segments.reduce(joinSegments)] }
        : line,
    ),
  };
}

function isSpread({ segments }: Line): boolean {
  if (segments.length < FEWEST_WORDS || segments.some(({ text }) => /\s/.test(text))) return false;
  const gaps = segments.slice(1).map(({ x }, i) => x - (segments[i]?.right ?? x));
  return Math.max(...gaps) - Math.min(...gaps) <= SAME_GAP;
}

/** Whether a line of running text ends at the same edge. */
function endsWith(line: Line, { page, segments }: Line): boolean {
  const [only] = segments;
  if (page !== line.page || segments.length !== 1 || only === undefined || !/\s\S+\s\S+\s/.test(only.text))
    return false;
  return Math.abs(only.right - (line.segments.at(-1)?.right ?? 0)) <= SAME_EDGE;
}
