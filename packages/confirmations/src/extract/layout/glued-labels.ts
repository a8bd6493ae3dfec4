import type { Line, Segment } from '../../read/positioned-text.ts';

/** Fewer such lines are sentences that begin with the words of a label. */
const FEWEST_LINES = 6;
/** Lines of a form stand within this many font sizes of each other. */
const ROW_GAP = 2.6;
const MOST_LABEL_WORDS = 6;
const MOST_VALUE_WORDS = 10;

/**
 * Parts a label from the value that stands right behind it, with no gap and no colon: `Trade Date 3 April 2028` in a form
 * that sets its labels bold. Only where several lines in a row are written so; other lines stay as they are.
 */
export function partGluedLabels(lines: readonly Line[], isLabel: (text: string) => boolean): readonly Line[] {
  const written = lines.map((line) => partedLine(line, isLabel));
  const heights = written.flatMap((line) => line?.height ?? []);
  if (heights.length < FEWEST_LINES) return lines;
  const usual = heights.toSorted((a, b) => a - b)[Math.floor(heights.length / 2)] ?? 0;
  // A larger line is a heading.
  const parted = written.map((line) => (line && line.height > 1.1 * usual ? undefined : line));
  const belong = lines.map((_, i) => runAround(lines, parted, i));
  return lines.map((line, i) => (belong[i] ? (parted[i] ?? line) : line));
}

/** Whether the line is one of a run of lines that are written so, with at most one other between two of them. */
function runAround(lines: readonly Line[], parted: readonly (Line | undefined)[], at: number): boolean {
  if (!parted[at]) return false;
  const count = (step: 1 | -1): number => {
    let found = 0;
    let missed = 0;
    for (let i = at + step; i >= 0 && i < lines.length && missed < 2; i += step) {
      const [line, before] = [lines[i], lines[i - step]];
      if (!line || !before || line.page !== before.page) break;
      if (Math.abs(line.y - before.y) > 2 * ROW_GAP * line.height) break;
      if (parted[i]) [found, missed] = [found + 1, 0];
      else missed++;
    }
    return found;
  };
  return 1 + count(1) + count(-1) >= FEWEST_LINES;
}

function partedLine(line: Line, isLabel: (text: string) => boolean): Line | undefined {
  const [segment, ...others] = line.segments;
  if (!segment || others.length > 0 || /(?<!\d):|:(?!\d{2})|\.{3}|…|-{2,}|={2,}|[.;]$/.test(segment.text))
    return undefined;
  const isWhole = isLabel(segment.text);
  const words = segment.text.split(' ');
  for (let taken = Math.min(MOST_LABEL_WORDS, words.length - 1); taken > 0; taken--) {
    if (words.length - taken > MOST_VALUE_WORDS || !BEGINS_A_VALUE.test(words[taken] ?? '')) continue;
    const [label, value] = [words.slice(0, taken).join(' '), words.slice(taken).join(' ')];
    if (value.length < 2 || CURRENCY_BEHIND.test(label) || !isLabel(label)) continue;
    if (isWhole && !NO_LABEL.test(value)) continue;
    return {
      ...line,
      segments: [piece(segment, 0, label.length), piece(segment, label.length + 1, segment.text.length)],
    };
  }
  return undefined;
}

/** What ends no label: `Fixed Rate Payer Party A`, `Spread None`. */
const NO_LABEL = /^(?:party [AB]|none|nil|flat|zero|not applicable|applicable)$/i;
/** The currency is the amount's. */
const CURRENCY_BEHIND = / [A-Z]{3}$/;

/** `Party A`, `USD 5,000,000.00`, `Modified Following`: what is no rest of a sentence, and no letter of a party. */
const BEGINS_A_VALUE = /^[\p{Lu}\d+£€$-]/u;

function piece(segment: Segment, from: number, to: number): Segment {
  const perGlyph = (segment.right - segment.x) / segment.text.length;
  return {
    text: segment.text.slice(from, to),
    x: segment.x + perGlyph * from,
    right: segment.x + perGlyph * to,
  };
}
