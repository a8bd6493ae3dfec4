import { type Line, lineText, type PositionedText, type Segment } from '../read/positioned-text.ts';

/** A label with its value, wherever on the page the two stood. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  /** The nearest heading above. */
  readonly section: string;
  /** The heading of the value's column: `Party A`, `Floating Leg`, a party's name. */
  readonly column?: string;
  readonly page: number;
  readonly line: number;
}

interface Cell {
  entry: { label: string; value: string; section: string; column?: string; page: number; line: number };
  labelX: number;
  valueX: number;
}

interface Column {
  readonly text: string;
  readonly x: number;
}

const SAME_X = 4;
/** A wrapped line follows within this many font sizes. */
const WRAP = 1.75;

/**
 * Finds labels and values in every layout that confirmations are printed in: `label: value` on one line, two and four
 * columns, a table with a heading over each column, a label above its value. Wrapped labels and values are joined.
 */
export function findEntries(text: PositionedText, isLabel: (text: string) => boolean): Entry[] {
  return new EntryFinder(text.lines, isLabel).find();
}

class EntryFinder {
  private readonly entries: Cell['entry'][] = [];
  private section = '';
  private columns: readonly Column[] = [];
  private open: Cell[] = [];
  private lastY = 0;
  /** A value that stands above its label, centred on two lines. */
  private readonly lines: readonly Line[];
  private readonly isLabel: (text: string) => boolean;

  constructor(lines: readonly Line[], isLabel: (text: string) => boolean) {
    this.lines = lines;
    this.isLabel = isLabel;
  }

  find(): Entry[] {
    let index = 0;
    while (index < this.lines.length) index += this.take(index);
    return this.entries;
  }

  /** Reads the line at the index and answers how many lines it used up. */
  private take(index: number): number {
    const line = this.lines[index];
    if (!line) return 1;
    const previous = this.lines[index - 1];
    const next = this.lines[index + 1];
    const newPage = previous?.page !== line.page;
    if (newPage) this.open = [];
    const gap = line.y - this.lastY;
    if (newPage || gap > 3.2 * line.height) this.columns = [];
    const wraps = !newPage && gap <= WRAP * line.height;
    this.lastY = line.y;

    if (wraps && this.continues(line, next)) return 1;
    if (this.isColumnHeading(line, next)) {
      this.columns = line.segments.map(({ text, x }) => ({ text, x }));
      this.open = [];
      return 1;
    }
    if (this.isStacked(line, next)) {
      this.readStacked(line, next as Line);
      return 2;
    }
    this.readRow(line, next);
    return 1;
  }

  /** Joins a line that only goes on with the cells of the row above. */
  private continues(line: Line, next: Line | undefined): boolean {
    const joins = line.segments.map((segment) => {
      const value = this.open.find((cell) => Math.abs(cell.valueX - segment.x) < SAME_X && cell.valueX > cell.labelX);
      if (value && !this.isKnown(segment) && !this.belongsBelow(line, next)) return () => append(value, segment.text);
      const label = this.open.find((cell) => Math.abs(cell.labelX - segment.x) < SAME_X);
      if (label && this.joinsLabel(label, segment, line)) {
        return () => {
          label.entry.label = `${label.entry.label} ${segment.text}`;
        };
      }
      return undefined;
    });
    if (joins.length === 0 || joins.some((join) => join === undefined)) return false;
    for (const join of joins) join?.();
    return true;
  }

  // A lone value nearer to the label below than to the row above is the first line of that label's value.
  private belongsBelow(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || line.segments.length !== 1 || next.segments.length !== 1) return false;
    const [label] = next.segments;
    const isLoneLabel = label !== undefined && label.x < (line.segments[0]?.x ?? 0) - SAME_X && /:$/.test(label.text);
    return isLoneLabel && next.y - line.y < line.height;
  }

  private joinsLabel(cell: Cell, segment: Segment, line: Line): boolean {
    const hasValue = line.segments.some((other) => other !== segment && Math.abs(other.x - cell.valueX) < SAME_X);
    if (hasValue && (cell.entry.label.endsWith(':') || !segment.text.endsWith(':'))) return false;
    const joined = `${cell.entry.label} ${segment.text}`;
    if (this.isLabel(joined)) return true;
    return !hasValue && !cell.entry.label.endsWith(':') && /^[^:]{2,40}:$/.test(segment.text) && !this.isKnown(segment);
  }

  // Headings of columns stand over values, and the next row has one cell more: its label.
  private isColumnHeading(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || line.segments.length < 2) return false;
    if (next.segments.length !== line.segments.length + 1) return false;
    if (next.y - line.y > 4 * line.height) return false;
    return line.segments.every((segment, i) => Math.abs(segment.x - (next.segments[i + 1]?.x ?? -1)) < SAME_X);
  }

  // Labels alone on a line, each over a value that is no label itself.
  private isStacked(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || next.y - line.y > 2.2 * line.height) return false;
    if (!line.segments.every((segment) => this.isKnown(segment) && !inlinePair(segment.text))) return false;
    if (line.segments.length === 2 && this.columns.length === 0 && next.segments.length === 1) return false;
    return next.segments.every(
      (value) => !this.isKnown(value) && line.segments.some((label) => Math.abs(label.x - value.x) < SAME_X),
    );
  }

  private readStacked(line: Line, next: Line): void {
    this.open = [];
    for (const value of next.segments) {
      const label = line.segments.find((candidate) => Math.abs(candidate.x - value.x) < SAME_X);
      if (label) this.add(next, label.text, value.text, label.x, value.x - SAME_X * 2);
    }
    // The label is above, so only a value may wrap.
    this.open = this.open.map((cell) => ({ ...cell, labelX: Number.NEGATIVE_INFINITY, valueX: cell.labelX }));
    this.lastY = next.y;
  }

  private readRow(line: Line, next: Line | undefined): void {
    const [first] = line.segments;
    if (!first) return;
    this.open = [];
    const inColumns = this.columns.length > 0 && line.segments.length > 1 && this.readColumns(line, first);
    if (inColumns) return;
    if (line.segments.length === 1) {
      this.readLone(line, first, next);
      return;
    }
    for (let i = 0; i < line.segments.length; i++) {
      const [label, value] = [line.segments[i], line.segments[i + 1]];
      if (!label) continue;
      const inline = inlinePair(label.text);
      if (inline) {
        this.add(line, inline.label, inline.value, label.x, Number.NEGATIVE_INFINITY);
      } else if (value && !inlinePair(value.text) && label.text.length <= 60) {
        this.add(line, label.text, value.text, label.x, value.x);
        i++;
      }
    }
  }

  private readColumns(line: Line, label: Segment): boolean {
    const cells = line.segments.slice(1).map((value) => ({
      value,
      column: this.columns.find(({ x }) => Math.abs(x - value.x) < SAME_X),
    }));
    if (cells.some(({ column }) => column === undefined)) {
      this.columns = [];
      return false;
    }
    // One value under the first heading alone is a row of its own below the table, or says the same of all columns.
    const isRowOfItsOwn = cells.length === 1 && cells[0]?.column === this.columns[0];
    for (const { value, column } of cells) {
      this.add(line, label.text, value.text, label.x, value.x, isRowOfItsOwn ? undefined : column?.text);
    }
    return true;
  }

  private readLone(line: Line, segment: Segment, next: Line | undefined): void {
    const inline = inlinePair(segment.text);
    if (inline) {
      this.add(line, inline.label, inline.value, segment.x, Number.NEGATIVE_INFINITY);
      return;
    }
    const value = next?.segments[0];
    if (this.isKnown(segment) && next && value && next.segments.length === 1 && value.x > segment.x + SAME_X) {
      // A label whose value is centred between its lines: the value joins as the next line is read.
      this.add(line, segment.text, '', segment.x, value.x);
      return;
    }
    if (isHeading(segment.text)) {
      this.section = segment.text;
      this.columns = [];
    }
  }

  private isKnown({ text }: Segment): boolean {
    return this.isLabel(text);
  }

  private add(line: Line, label: string, value: string, labelX: number, valueX: number, column?: string): void {
    // Monospaced prints leave the colon at the head of the value.
    const entry: Cell['entry'] = {
      label,
      value: value.replace(/^:\s*/, ''),
      section: this.section,
      page: line.page,
      line: line.number,
    };
    if (column !== undefined) entry.column = column;
    this.entries.push(entry);
    this.open.push({ entry, labelX, valueX });
  }
}

function append(cell: Cell, text: string): void {
  cell.entry.value = cell.entry.value === '' ? text : `${cell.entry.value} ${text}`;
}

/** `LABEL : value` in one run of text. A sentence with a colon in it is not one. */
function inlinePair(text: string): { label: string; value: string } | undefined {
  const match = /^([^:]{1,60}?)\s*:\s+(\S.*)$|^([^:]{1,60}?)\s+:(\S.*)$/.exec(text);
  if (!match) return undefined;
  const label = match[1] ?? match[3] ?? '';
  const value = match[2] ?? match[4] ?? '';
  return label.split(/\s+/).length <= 7 ? { label, value } : undefined;
}

function isHeading(text: string): boolean {
  return text.length <= 80 && !/[.;,]$/.test(text) && /[A-Za-z]{3}/.test(text);
}

/** The whole text as one run of sentences, for what is said in prose. */
export function proseOf(text: PositionedText): string {
  return text.lines.map(lineText).join(' ').replace(/\s+/g, ' ');
}
