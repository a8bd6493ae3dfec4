import { joinSegments, type Line, type PositionedText, type Segment } from '../../read/positioned-text.ts';
import { readCurrency } from '../values/currencies.ts';
import { isOver } from './headings.ts';

/** `GBP` by itself, or behind a label and its colon. */
const CODE_LAST = /(?:^|:\s*)([A-Z]{3})$/;
const AN_AMOUNT = /^\d{1,3}(?:[.,'’\u00a0 ]\d{3})+(?:[.,]\d{1,2})?$/;
/** Over a column of amounts, whose currencies have a column of their own. */
const OF_AMOUNTS =
  /\b(?:amounts?|notional|nominal|principal|betrag|beträge|montants?|importes?|importi?|saldo|balance)\b/iu;

/**
 * Joins an amount to the code of its currency where a print sets them apart in one cell, `NOMINAL: GBP     45,000,000.00`, or in
 * cells of their own beside one label. Under headings of columns, `Currency | Amount`, they stay two.
 */
export function withAmountsWhole(text: PositionedText): PositionedText {
  const lines = text.lines.map((line, at) => joined(line, text.lines.slice(0, at)));
  return lines.some((line, at) => line !== text.lines[at]) ? { ...text, lines } : text;
}

function joined(line: Line, above: readonly Line[]): Line {
  const segments: Segment[] = [];
  for (const [i, segment] of line.segments.entries()) {
    const before = segments.at(-1);
    if (before && AN_AMOUNT.test(segment.text) && isCodeBefore(before, i) && !isInColumn(line, segment, above))
      segments[segments.length - 1] = joinSegments(before, segment);
    else segments.push(segment);
  }
  return segments.length === line.segments.length ? line : { ...line, segments };
}

/** A code that begins a line has no label that it would be beside. */
function isCodeBefore({ text }: Segment, at: number): boolean {
  const code = CODE_LAST.exec(text)?.[1];
  return code !== undefined && readCurrency(`${code} 1`) === code && (at > 1 || text.includes(':'));
}

function isInColumn({ page }: Line, amount: Segment, above: readonly Line[]): boolean {
  return above.some(
    (line) =>
      line.page === page &&
      line.segments.length > 1 &&
      line.segments.some((heading) => OF_AMOUNTS.test(heading.text) && isOver(heading, amount)),
  );
}
