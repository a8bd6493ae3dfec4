import { type Line, lineText, type PositionedText, type Segment } from '../read/positioned-text.ts';
import { type InlinePair, inlinePairs } from './inline-pairs.ts';
import { rowsOf } from './row-bands.ts';
import { legOf } from './vocabulary/term.ts';

/** A label with its value, wherever on the page the two stood. */
export interface Entry {
  readonly label: string;
  readonly value: string;
  /** The nearest heading above. */
  readonly section: string;
  /** The heading of the value's column, or of its row: `Party A`, `Floating Leg`, a party's name. */
  readonly column?: string;
  readonly page: number;
  readonly line: number;
}

interface Cell {
  entry: { label: string; value: string; section: string; column?: string; page: number; line: number };
  labelX: number;
  valueX: number;
  /** Where a pair in one run of text ends, if the line is full so that its value goes on below. */
  fullAt?: number;
}

const SAME_X = 4;
/** A wrapped line follows within this many font sizes. */
const WRAP = 1.75;
/** `2. Trade Date`, `(b) Trade Date`. */
const ENUMERATOR = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+(?=\S{2})/i;
/** What a leg is called in the first column of a table. */
const LEG_NAME = /^(?:fixed|floating|float|equity)(?:[\s-]+(?:rate|leg|amounts?|side|payments?|price))*$/i;
/** A label longer than this is a sentence. */
const LABEL_LENGTH = 70;

/**
 * Finds labels and values in every layout that confirmations are printed in: `label: value` on one line, two and four
 * columns, blocks side by side, a table with a heading over each column or before each row, a label above its value.
 * Wrapped labels and values are joined.
 */
export function findEntries(text: PositionedText, isLabel: (text: string) => boolean): Entry[] {
  return new EntryFinder(rowsOf(text.lines, isLabel), isLabel).find();
}

class EntryFinder {
  private readonly entries: Cell['entry'][] = [];
  private section = '';
  /** Headings over columns of values. */
  private columns: readonly Segment[] = [];
  /** Headings over blocks of labels and values, side by side. */
  private blocks: readonly Segment[] = [];
  /** Labels over the columns of a table with a leg a row. */
  private table: readonly Segment[] = [];
  private open: Cell[] = [];
  private lastY = 0;
  /** The last line that was neither a pair nor a row. */
  private lone: Line | undefined;
  private readonly lines: readonly Line[];
  private readonly rightEdge: number;
  private readonly isLabel: (text: string) => boolean;

  constructor(lines: readonly Line[], isLabel: (text: string) => boolean) {
    this.lines = lines;
    this.rightEdge = Math.max(0, ...lines.map(({ segments }) => segments.at(-1)?.right ?? 0));
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
    if (this.readsHeadings(line, next)) return 1;
    if (this.readTableRow(line)) return 1;
    if (this.isStacked(line, next)) {
      this.readStacked(line, next as Line);
      return 2;
    }
    this.readRow(line, next);
    return 1;
  }

  /** Joins a line that only goes on with the cells of the row above. */
  private continues(line: Line, next: Line | undefined): boolean {
    if (this.onlyLabelsGoOn(line)) return true;
    const joins = line.segments.map((segment) => {
      const value = this.open.find((cell) => Math.abs(cell.valueX - segment.x) < SAME_X && cell.valueX > cell.labelX);
      if (value && this.joinsValue(value, segment, line, next)) return () => append(value, segment.text);
      const run = this.open.find((cell) => cell.fullAt !== undefined && Math.abs(cell.labelX - segment.x) < SAME_X);
      if (run && this.goesOn(run, segment)) return () => append(run, segment.text);
      const label = this.open.find((cell) => cell.fullAt === undefined && Math.abs(cell.labelX - segment.x) < SAME_X);
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

  // Side by side, labels of two lines whose values have one: the second line holds no value.
  private onlyLabelsGoOn(line: Line): boolean {
    if (line.segments.length < 2 || line.segments.some((segment) => this.pairs(segment).length > 0)) return false;
    const cells = line.segments.map(({ x }) =>
      this.open.find((cell) => cell.fullAt === undefined && Math.abs(cell.labelX - x) < SAME_X),
    );
    if (cells.some((cell) => cell === undefined || cell.entry.label.endsWith(':'))) return false;
    for (const [i, cell] of cells.entries()) {
      if (cell) cell.entry.label = `${cell.entry.label} ${line.segments[i]?.text ?? ''}`;
    }
    return true;
  }

  private joinsValue(cell: Cell, segment: Segment, line: Line, next: Line | undefined): boolean {
    if (this.belongsBelow(line, next)) return false;
    // `Coupon: 4.25%` below a reference obligation's value is of the obligation, not of the trade.
    const beside = cell.valueX > cell.labelX + 20 && line.segments.length === 1;
    if (this.pairs(segment).length > 0) return beside && cell.labelX > 0;
    // A word that is a label elsewhere goes on with a value that stands beside its label, if nothing is beside it.
    return !this.isKnown(segment) || (cell.labelX > 0 && beside);
  }

  // `Label: value` in one run goes on below if the next word would not have fitted.
  private goesOn(cell: Cell, segment: Segment): boolean {
    if (this.pairs(segment).length > 0) return false;
    const [word = ''] = segment.text.split(' ');
    const width = ((segment.right - segment.x) * word.length) / segment.text.length;
    return (cell.fullAt ?? 0) + width > this.rightEdge - SAME_X * 2;
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
    if (this.pairs(segment).length > 0) return false;
    const joined = this.isLabel(`${cell.entry.label} ${segment.text}`);
    // Label and value both go on: the label is one only as a whole.
    if (hasValue && joined && !this.isLabel(cell.entry.label) && !this.isKnown(segment)) return true;
    if (hasValue && (cell.entry.label.endsWith(':') || !segment.text.endsWith(':'))) return false;
    if (joined) return true;
    return !hasValue && !cell.entry.label.endsWith(':') && /^[^:]{2,40}:$/.test(segment.text) && !this.isKnown(segment);
  }

  /** Headings over columns, over blocks, or the labels of a table: the rows below are read by them. */
  private readsHeadings(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || line.segments.length < 2) return false;
    if (next.y - line.y > 4 * line.height) return false;
    const columns = this.columnHeadings(line, next);
    if (columns) {
      this.columns = columns;
    } else if (this.isTableHeading(line, next)) {
      this.table = line.segments;
    } else if (this.isBlockHeading(line, next)) {
      this.blocks = line.segments;
      this.columns = [];
    } else return false;
    this.open = [];
    return true;
  }

  // Headings of columns stand over values, and the next row has one cell more: its label.
  private columnHeadings(line: Line, next: Line): readonly Segment[] | undefined {
    const over = (headings: readonly Segment[]) =>
      headings.every((segment, i) => isOver(segment, next.segments[i + 1]));
    if (next.segments.length === line.segments.length + 1) return over(line.segments) ? line.segments : undefined;
    // The column of the labels has a heading too: `Terms | Party A | Party B`.
    const [, ...rest] = line.segments;
    if (rest.length < 2 || next.segments.length !== line.segments.length) return undefined;
    // `Pays | Fixed | Floating` below `Party A | Party B` is a row of their columns.
    if (this.columns.length === rest.length && rest.every((cell, i) => isOver(this.columns[i] as Segment, cell)))
      return undefined;
    const named = rest.every(
      (segment) =>
        (legOf(segment.text) !== undefined && !this.isKnown(segment)) ||
        /^(?:party [ab]|we|you|us|bank|counterparty|client)\s*(?:\(.*\))?$/i.test(segment.text),
    );
    return named && over(rest) ? rest : undefined;
  }

  // A table with a leg a row: `Leg | Payer | Rate | Day Count` over `Fixed | …` and `Floating | …`.
  private isTableHeading(line: Line, next: Line): boolean {
    const [, ...labels] = line.segments;
    const [leg] = next.segments;
    if (labels.length < 2 || !leg || !LEG_NAME.test(leg.text)) return false;
    return labels.every((label) => this.isKnown(label)) && next.segments.length >= labels.length;
  }

  private readTableRow(line: Line): boolean {
    if (this.table.length === 0) return false;
    const [row, ...cells] = line.segments;
    if (!row || cells.length === 0 || !LEG_NAME.test(row.text)) {
      this.table = [];
      return false;
    }
    this.open = [];
    for (const cell of cells) {
      const label = this.table.find((heading) => isOver(heading, cell));
      if (label) this.add(line, label.text, cell.text, Number.NEGATIVE_INFINITY, cell.x, row.text);
    }
    return true;
  }

  // Two blocks with labels of their own, a leg each, stand side by side under these.
  private isBlockHeading(line: Line, next: Line): boolean {
    if (line.segments.some((segment) => this.pairs(segment).length > 0)) return false;
    const legs = line.segments.filter(
      ({ text }) => legOf(text) !== undefined && !this.isKnown({ text, x: 0, right: 0 }),
    );
    if (legs.length !== line.segments.length || new Set(legs.map(({ text }) => legOf(text))).size < 2) return false;
    return line.segments.every((heading) => next.segments.some((cell) => Math.abs(cell.x - heading.x) < 3 * SAME_X));
  }

  // Labels alone on a line, each over a value that is no label itself.
  private isStacked(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || next.y - line.y > 2.2 * Math.max(line.height, next.height)) return false;
    if (line.segments.some((segment) => this.pairs(segment).length > 0 || /\d{3}/.test(segment.text))) return false;
    const unknown = line.segments.filter((segment) => !this.isKnown(segment)).length;
    // Of three and more labels one may be new, if each has its value.
    if (unknown > (line.segments.length > 2 && next.segments.length === line.segments.length ? 1 : 0)) return false;
    if (line.segments.length === 2 && this.columns.length === 0 && next.segments.length === 1) return false;
    return next.segments.every(
      (value) =>
        !this.isUsedAsLabel(value) &&
        this.pairs(value).length === 0 &&
        line.segments.some((label) => Math.abs(label.x - value.x) < SAME_X),
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
      const [label, value, after] = [line.segments[i], line.segments[i + 1], line.segments[i + 2]];
      if (!label) continue;
      const inline = this.pairs(label);
      if (inline.length > 0) {
        this.addRun(line, inline, label);
      } else if (value && this.isValueOf(label, value) && label.text.length <= LABEL_LENGTH) {
        const isEmpty = after && this.isUsedAsLabel(label) && this.isUsedAsLabel(value) && !this.isUsedAsLabel(after);
        if (isEmpty) continue;
        this.add(line, this.withLineAbove(label, line, next), value.text, label.x, value.x);
        i++;
      }
    }
  }

  // `Reference Obligation: | Primary Obligor: Agrium Inc.`: a value may have a colon of its own.
  private isValueOf(label: Segment, value: Segment): boolean {
    const [pair] = this.pairs(value);
    return !pair || (/:$/.test(label.text) && !this.isLabel(pair.label));
  }

  /** A label of three lines has its value beside the second: the first stood alone on the line above. */
  private withLineAbove(label: Segment, line: Line, next: Line | undefined): string {
    const above = this.lone;
    const near = above && above.page === line.page && line.y - above.y <= WRAP * line.height;
    const [first] = above?.segments ?? [];
    if (!near || !first || this.isKnown(label) || Math.abs(first.x - label.x) >= SAME_X) return label.text;
    const whole = `${first.text} ${label.text}`;
    const below = next?.segments.length === 1 ? next.segments[0]?.text : undefined;
    return this.isLabel(whole) || (below !== undefined && this.isLabel(`${whole} ${below}`)) ? whole : label.text;
  }

  private readColumns(line: Line, label: Segment): boolean {
    const cells = line.segments.slice(1).map((value) => ({
      value,
      column: this.columns.find((heading) => isOver(heading, value)),
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
    const inline = this.pairs(segment);
    if (inline.length > 0) {
      this.addRun(line, inline, segment);
      return;
    }
    const value = next?.segments[0];
    if (this.isKnown(segment) && next && value && next.segments.length === 1 && value.x > segment.x + SAME_X) {
      // A label whose value is centred between its lines: the value joins as the next line is read.
      this.add(line, segment.text, '', segment.x, value.x);
      return;
    }
    this.lone = line;
    if (isHeading(segment.text) && !this.isFull(segment) && !this.isNewLabel(line, segment, next)) {
      this.section = segment.text;
      this.columns = [];
      this.blocks = [];
    }
  }

  /** Adds the pairs of one run; only the last of them can go on below. */
  private addRun(line: Line, pairs: readonly InlinePair[], { x, right }: Segment): void {
    for (const [i, { label, value }] of pairs.entries()) {
      this.add(line, label, value, x, Number.NEGATIVE_INFINITY);
      const cell = this.open.at(-1);
      if (cell && i === pairs.length - 1) cell.fullAt = right;
      else this.open.pop();
    }
  }

  // A line right above another lone line is a label that nobody knows, over its value, unless it names a leg.
  private isNewLabel(line: Line, segment: Segment, next: Line | undefined): boolean {
    const [value] = next?.segments ?? [];
    if (!next || !value || next.segments.length > 1 || next.page !== line.page || legOf(segment.text)) return false;
    const right = next.y - line.y <= 1.6 * next.height && Math.abs(value.x - segment.x) < SAME_X;
    return right && !this.isKnown(value) && this.pairs(value).length === 0;
  }

  // A line of a paragraph that fills its width is no heading, whatever it speaks of.
  private isFull({ text, right }: Segment): boolean {
    return right > 0.85 * this.rightEdge && text !== text.toUpperCase() && !/:$/.test(text);
  }

  private pairs({ text }: Segment): InlinePair[] {
    return inlinePairs(text, this.isLabel);
  }

  private isKnown({ text }: Segment): boolean {
    return this.isLabel(text);
  }

  // `Party A` heads a column or is a label, but mostly it is a value.
  private isUsedAsLabel(segment: Segment): boolean {
    return this.isKnown(segment) && !/^(?:party [ab]|bank|counterparty|client|dealer|customer)$/i.test(segment.text);
  }

  private add(line: Line, label: string, value: string, labelX: number, valueX: number, column?: string): void {
    const block = this.blocks.findLast(({ x }) => x <= labelX + 3 * SAME_X);
    // Monospaced prints leave the colon at the head of the value.
    const entry: Cell['entry'] = {
      label: label.replace(ENUMERATOR, ''),
      value: value.replace(/^:\s*/, ''),
      section: block?.text ?? this.section,
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

/** Whether a heading belongs to a cell below: set at the same left or right edge, or centred over it. */
function isOver(heading: Segment, cell: Segment | undefined): boolean {
  if (!cell) return false;
  if (Math.abs(heading.x - cell.x) < SAME_X || Math.abs(heading.right - cell.right) < SAME_X) return true;
  const overlap = Math.min(heading.right, cell.right) - Math.max(heading.x, cell.x);
  return overlap > 0.6 * Math.min(heading.right - heading.x, cell.right - cell.x);
}

function isHeading(text: string): boolean {
  return text.length <= 80 && !/[.;,]$|\d{5}/.test(text) && /[A-Za-z]{3}/.test(text);
}

/** The whole text as one run of sentences, for what is said in prose. */
export function proseOf(text: PositionedText): string {
  return text.lines.map(lineText).join(' ').replace(/\s+/g, ' ');
}

const SENTENCE_LENGTH = 50;

/** The paragraphs of a text alone: lines of one long run, and the line that ends each. Rows of a table make no sentence. */
export function sentencesOf(text: PositionedText): string {
  const kept = text.lines.filter(({ segments }, i) => {
    const before = text.lines[i - 1]?.segments;
    const long = (line: typeof segments | undefined) =>
      line?.length === 1 && (line[0]?.text.length ?? 0) >= SENTENCE_LENGTH;
    return segments.length === 1 && (long(segments) || long(before));
  });
  return kept.map(lineText).join(' ').replace(/\s+/g, ' ');
}
