import type { Line, PositionedText } from '../../read/positioned-text.ts';
import type { DecimalMark } from '../values/numbers.ts';
import { definitionRows } from './definition-lists.ts';
import type { Entry, LooseLine } from './entry.ts';
import { EntryFinder } from './entry-finder.ts';
import { partGluedLabels } from './glued-labels.ts';
import { gridRows } from './grid-rows.ts';
import { withLabelsBelow } from './labels-below.ts';
import { entriesOfItem } from './leg-items.ts';
import { type Row, rowsOf } from './row-bands.ts';
import { withoutRowCodes } from './row-codes.ts';
import { withoutRowNumbers } from './row-numbers.ts';
import { withoutHeadingRules } from './ruled-headings.ts';
import { partRunningLabels } from './running-labels.ts';
import { segmentLabels } from './segment-labels.ts';
import { withoutStatuses } from './status-cells.ts';
import { partStoppedLabels } from './stopped-labels.ts';
import { swiftMessage } from './swift-message.ts';
import { type DatedTable, takeTables } from './tables.ts';
import { withWholeTypedValues } from './typed-values.ts';

/**
 * Finds labels and values in every layout that confirmations are printed in: `label: value` on one line, two and four
 * columns, blocks side by side, a table with a heading over each column or before each row, a label above its value.
 * Wrapped labels and values are joined.
 */
export function findEntries(text: PositionedText, isLabel: (text: string) => boolean): Layout {
  const message = swiftMessage(text, isLabel);
  if (message) {
    const structure = message.lines.map((line) => ({ line, section: '', isHeading: true }));
    return { entries: message.entries, loose: structure, tables: [], decimalMark: ',' };
  }
  const printed = partStoppedLabels(
    withWholeTypedValues(withoutRowNumbers(withoutStatuses(withoutHeadingRules(text.lines)))),
    isLabel,
  );
  const lines = withoutClauseNumbers(withLabelsBelow(withoutRowCodes(printed))).map(withoutEnumerator);
  const { tables, rest } = takeTables(definitionRows(gridRows(lines, isLabel), isLabel), isLabel);
  const { entries, loose } = new EntryFinder(
    rowsOf(partRunningLabels(partGluedLabels(rest, isLabel), isLabel), isLabel),
    segmentLabels(isLabel),
  ).find();
  // `Spread:` beside a label is the next label, whose place the print or the scan moved: it is nobody's value.
  const isEmpty = ({ value }: Entry) => /\p{L}\s*:$/u.test(value) && isLabel(value.replace(/\s*:$/, ''));
  const ofItems = loose.flatMap(entriesOfItem);
  const items = new Set(ofItems.map(({ page, line }) => `${page}:${line}`));
  return {
    entries: [...entries.filter((entry) => !isEmpty(entry)), ...ofItems],
    loose: loose.filter(({ line }) => !items.has(`${line.page}:${line.number}`)),
    tables,
  };
}

/** `(c)` set apart from its clause: no label of it. */
function withoutEnumerator(line: Line): Row {
  const [first, ...rest] = line.segments;
  return first !== undefined &&
    rest.length > 0 &&
    /^(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4})\)|\d{1,2}[.)])$/.test(first.text)
    ? { ...line, segments: rest, isItem: true }
    : line;
}

/** Clauses numbered `3.1`, from which on a form's sections are numbered `3`. */
const LEAST_CLAUSES = 3;

const CLAUSE_NUMBER = /^\d{1,2}\.\d{1,2}\.?$/;

/** `3 | Amounts payable by Party A` over `3.1 | Currency Amount: | …`: the number set apart is no label of the heading. */
function withoutClauseNumbers(lines: readonly Line[]): readonly Line[] {
  const clauses = lines.filter(({ segments: [first] }) => first && /^\d{1,2}\.\d{1,2}\b/.test(first.text));
  if (clauses.length < LEAST_CLAUSES) return lines;
  const sections = new Set(clauses.map(({ segments: [first] }) => first?.text.split('.')[0]));
  return lines.map((line) => {
    const [first, second, ...rest] = line.segments;
    // `3.2 | Payable on | 18.11.2026`: which clause a row is says nothing of it.
    if (first && second && CLAUSE_NUMBER.test(first.text)) return { ...line, segments: [second, ...rest] };
    const isHeading =
      first && second && rest.length === 0 && /^\d{1,2}$/.test(first.text) && /^\p{L}/u.test(second.text);
    return isHeading && sections.has(first.text) ? { ...line, segments: [second] } : line;
  });
}

/** What a page's lines are: entries, and the lines that are part of none. */
export interface Layout {
  readonly entries: readonly Entry[];
  readonly loose: readonly LooseLine[];
  /** Tables of dated rows, which are no labels with values. */
  readonly tables: readonly DatedTable[];
  /** Where the form says how figures are written: SWIFT's decimals are a comma. */
  readonly decimalMark?: DecimalMark;
}
