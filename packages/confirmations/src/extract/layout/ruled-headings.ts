import type { Line } from '../../read/positioned-text.ts';
import type { Row } from './row-bands.ts';

/** `-- BARRIER ------`, `*** Premium ***`, `=== LEG 1 ===`: words set into a rule of one character. */
const IN_A_RULE = /^([-=*~─━═])\1+\s*(\p{L}[^\n]*?)\s*\1{2,}$/u;
/** `PREMIUM ----------`: words before a rule. */
const BEFORE_A_RULE = /^(\p{L}[^:\n]*?)\s+([-=*~─━═])\2{7,}$/u;

const headingOf = (text: string): string | undefined => IN_A_RULE.exec(text)?.[2] ?? BEFORE_A_RULE.exec(text)?.[1];

/**
 * The lines with the headings of sections as words alone, where a terminal prints them within a rule: the rule is drawn of
 * characters, and says no more than a line over the section.
 */
export function withoutHeadingRules(lines: readonly Line[]): readonly Row[] {
  return lines.map((line) => {
    const [first, ...rest] = line.segments;
    const isRule = rest.every(({ text }) => /^([-=*~─━═])\1+$/.test(text));
    const last = line.segments.at(-1);
    if (!first || !last || !isRule) return line;
    const heading = headingOf(line.segments.map(({ text }) => text).join(' '));
    return heading === undefined ? line : { ...line, segments: [{ ...first, text: heading }], of: 'heading' };
  });
}
