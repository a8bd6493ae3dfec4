import type { PositionedText, Segment } from '../../read/positioned-text.ts';

/** `Fixed interest: payer` left of a value: a label in two parts, of which the first stands before several. */
const IN_TWO_PARTS = /^(\p{Lu}[\p{L} ]{2,30}): (\p{Ll}[\p{L} ]{2,30})$/u;
/** A label before a value with a colon of its own does not stand so often. */
const FEWEST = 2;

/** `2. The swap: what the Fund would pay`, over rows: a heading with what it is about. */
const A_HEADING = /^(\d{1,2}\.\s+\p{Lu}[^:\d]{2,40}): (\p{Ll}[^:\d]{3,60})$/u;

/** Such a line as one text without a colon, which would make it a label with its value. */
export function withHeadingsWhole(text: PositionedText): PositionedText {
  const { lines } = text;
  if (!lines.some(({ segments: [first] }) => first && A_HEADING.test(first.text))) return text;
  return {
    ...text,
    lines: lines.map((line, i) => {
      const [only, ...others] = line.segments;
      const isOverRows = (lines[i + 1]?.segments.length ?? 0) > 1;
      const match = only && others.length === 0 && isOverRows ? A_HEADING.exec(only.text) : null;
      if (!only || !match) return line;
      const whole = { ...only, text: `${match[1]} - ${match[2]}`, printed: only.printed ?? only.text };
      return { ...line, segments: [whole] };
    }),
  };
}

/**
 * Writes labels of two parts as one, `Fixed interest payer`, so that the second is not taken for the value of the first: a
 * segment with a value to the right of it, whose first part begins others as well.
 */
export function withJoinedPrefixes(text: PositionedText): PositionedText {
  const parts = (segment: Segment, i: number, all: readonly Segment[]) =>
    i < all.length - 1 ? (IN_TWO_PARTS.exec(segment.text) ?? undefined) : undefined;
  const counts = new Map<string, number>();
  for (const { segments } of text.lines)
    for (const [i, segment] of segments.entries()) {
      const prefix = parts(segment, i, segments)?.[1];
      if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  if (![...counts.values()].some((count) => count >= FEWEST)) return text;
  const joined = (segment: Segment, i: number, all: readonly Segment[]): Segment => {
    const [, prefix = '', rest = ''] = parts(segment, i, all) ?? [];
    if ((counts.get(prefix) ?? 0) < FEWEST) return segment;
    return { ...segment, text: `${prefix} ${rest}`, printed: segment.printed ?? segment.text };
  };
  return { ...text, lines: text.lines.map((line) => ({ ...line, segments: line.segments.map(joined) })) };
}
