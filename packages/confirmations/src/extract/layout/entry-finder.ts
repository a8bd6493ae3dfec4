import { type Line, partOfSegment, type Segment } from '../../read/positioned-text.ts';
import { ColumnsOverPages } from './columns-over-pages.ts';
import { goOn, goOnInBlocks } from './continuations.ts';
import { boxOf, type Cell, type Entry, type LooseLine, SAME_X } from './entry.ts';
import {
  columnHeadings,
  ENUMERATOR,
  FOR_INFORMATION,
  headingsCentredOver,
  isBlockHeading,
  isFormHeading,
  isOver,
  isTableHeading,
  LEG_NAME,
  ownHeading,
  wholeCells,
} from './headings.ts';
import { type InlinePair, toSentenceEnd } from './inline-pairs.ts';
import type { Row } from './row-bands.ts';
import {
  areAllLabels,
  goesOnBelow,
  isEmptyLabel,
  isFurtherRow,
  isLegsLabel,
  isSectionHeading,
  isValueOf,
  SALUTATION,
  WRAP,
  withLineAbove,
  wrappedHeading,
} from './row-rules.ts';
import type { SegmentLabels } from './segment-labels.ts';
import { StackedRows } from './stacked-rows.ts';

/** A block that a value announces goes on within this many font sizes. */
const BLOCK = 2.6;
/** A label longer than this is a sentence. */
const LABEL_LENGTH = 70;

/**
 * Reads rows from top to bottom. Its state is what the rows above say of the row at hand:
 * - `section`: the nearest heading. A lone line that is no label sets it; it ends columns and blocks.
 * - `columns`: headings over columns of values. Set by `columnHeadings`; ended by a wide gap, a page, a heading, or a row
 *   that does not fit under them.
 * - `blocks`: headings over blocks of labels and values side by side. Ended by a heading.
 * - `table`: labels over the columns of a table with a leg a row. Ended by the first row that names no leg.
 * - `stacked`: the last labels that stood over their values, for further rows below them.
 * - `open`: the cells of the last row, with which the next line may go on. Emptied by every row and page.
 * - `lone`: the last line that was neither, the first line of a label whose value stands beside its second.
 */
export class EntryFinder {
  private readonly entries: Cell['entry'][] = [];
  private section = '';
  private columns: readonly Segment[] = [];
  private blocks: readonly Segment[] = [];
  private table: readonly Segment[] = [];
  private stacked: readonly Segment[] = [];
  private readonly stacks = new StackedRows();
  private readonly overPages = new ColumnsOverPages();
  private open: Cell[] = [];
  private lastY = 0;
  private lone: Line | undefined;
  private readonly headings = new Set<Line>();
  /** The section that each line stood in when it was read. */
  private readonly sections = new Map<Line, string>();
  private readonly lines: readonly Row[];
  private readonly rightEdge: number;
  private readonly labels: SegmentLabels;

  constructor(lines: readonly Row[], labels: SegmentLabels) {
    this.lines = lines;
    this.rightEdge = Math.max(0, ...lines.map(({ segments }) => segments.at(-1)?.right ?? 0));
    this.labels = labels;
  }

  find(): { readonly entries: readonly Entry[]; readonly loose: readonly LooseLine[] } {
    let index = 0;
    while (index < this.lines.length) {
      const taken = this.take(index);
      for (const line of this.lines.slice(index, index + taken)) this.sections.set(line, this.section);
      index += taken;
    }
    return { entries: this.entries, loose: this.looseLines() };
  }

  private looseLines(): LooseLine[] {
    const used = new Set(this.entries.flatMap(({ page, lines }) => lines.map((line) => `${page}:${line}`)));
    return this.lines.flatMap((line) =>
      used.has(`${line.page}:${line.number}`)
        ? []
        : [{ line, section: this.sections.get(line) ?? '', isHeading: this.headings.has(line) }],
    );
  }

  /** Reads the line at the index and answers how many lines it used up. */
  private take(index: number): number {
    const [previous, line, next] = [index - 1, index, index + 1].map((at) => this.lines[at]);
    if (!line) return 1;
    const newPage = previous?.page !== line.page;
    if (newPage) this.open = [];
    const gap = (line.top ?? line.y) - this.lastY;
    const around = { breaks: newPage || gap > 3.2 * line.height, previous, next };
    [this.columns, this.section] = this.overPages.at(line, this.columns, this.section, around);
    const wraps = !newPage && gap <= (goesOnBelow(line, this.open) ? BLOCK : WRAP) * line.height;
    this.lastY = line.y;

    if (this.readStated(line)) return 1;
    if (isFormHeading(line)) {
      this.headings.add(line);
      this.open = [];
      return 1;
    }
    const ofItsOwn = ownHeading(line);
    if (ofItsOwn !== undefined) {
      this.readHeading(line, ofItsOwn);
      this.open = [];
      return 1;
    }
    const row = { line, next, labels: this.labels, rightEdge: this.rightEdge };
    if (wraps && goOn(this.open, row)) return 1;
    const beside = wraps && this.blocks.length > 1 ? goOnInBlocks(this.open, this.blocks, row) : undefined;
    if (beside) {
      this.readRow({ ...line, segments: beside }, next);
      return 1;
    }
    const heading = wrappedHeading(line, next, this.lines[index + 2], this.labels);
    if (heading && this.readsHeadings(heading, this.lines[index + 2])) {
      this.headings.add(line);
      if (next) this.headings.add(next);
      this.lastY = heading.y;
      return 2;
    }
    if (this.readsHeadings(line, next)) return 1;
    if (this.readTableRow(line)) return 1;
    if (
      (!this.isRowOfColumns(line) || areAllLabels(line, next, this.labels)) &&
      this.stacks.holds(line, next, this.labels, this.columns.length > 0)
    ) {
      this.readStacked(line, next as Line);
      return 2;
    }
    this.readRow(line, next);
    return 1;
  }

  /** A row of a definition list, the heading over some, or a row of a grid of labels and values. */
  private readStated(line: Row): boolean {
    if (line.of === undefined || line.segments.length === 0) return false;
    this.open = [];
    if (line.of === 'pairs') this.columns = [];
    for (let i = 0; i < line.segments.length; i += 2) {
      const [label, value] = [line.segments[i], line.segments[i + 1]];
      if (label && value) this.add(line, label.text, value, label.x, value.x);
      else if (label) this.readHeading(line, label.text);
    }
    if (line.of !== 'pairs') this.open = [];
    return true;
  }

  private readHeading(line: Row, text: string): void {
    this.section = text;
    this.overPages.endAt(line);
    this.headings.add(line);
    this.columns = [];
    this.blocks = [];
  }

  private readsHeadings(line: Line, next: Line | undefined): boolean {
    if (!next || next.page !== line.page || line.segments.length < 2) return false;
    if (next.y - line.y > 4 * line.height) return false;
    const columns = columnHeadings(line, next, this.columns, this.labels) ?? this.legsAbove(line);
    if (columns) {
      this.columns = columns;
    } else if (!this.isRowOfColumns(line) && isTableHeading(line, next, this.labels)) {
      this.table = line.segments;
    } else if (isBlockHeading(line, next, this.labels)) {
      this.blocks = line.segments;
      this.columns = [];
    } else return false;
    this.headings.add(line);
    this.open = [];
    return true;
  }

  /** `Type | Floating | Floating` under the headings of two legs is one of their rows, and heads nothing. */
  private isRowOfColumns({ segments: [, ...cells] }: Line): boolean {
    return this.columns.length > 0 && cells.every((cell) => this.columns.some((heading) => isOver(heading, cell)));
  }

  /** Headings of legs over rows of which the first have fewer cells than there are legs. */
  private legsAbove(line: Line): readonly Segment[] | undefined {
    const at = this.lines.indexOf(line);
    const rows = this.lines.slice(at + 1, at + 5).filter(({ page }) => page === line.page);
    const full = rows.find(({ segments }) => segments.length === line.segments.length + 1);
    return full && headingsCentredOver(line.segments, full.segments.slice(1));
  }

  private readTableRow(line: Line): boolean {
    if (this.table.length === 0) return false;
    const [row, ...cells] = line.segments;
    if (!row || cells.length === 0 || !(LEG_NAME.test(row.text) || /^[12]$/.test(row.text))) {
      this.table = [];
      return false;
    }
    this.open = [];
    for (const cell of cells) {
      const label = this.table.find((heading) => isOver(heading, cell));
      const leg = /^[12]$/.test(row.text) ? `Leg ${row.text}` : row.text;
      if (label) this.add(line, label.text, cell, Number.NEGATIVE_INFINITY, cell.x, leg);
    }
    return true;
  }

  private readStacked(line: Line, next: Line): void {
    this.open = [];
    for (const value of next.segments) {
      const label = line.segments.find((candidate) => Math.abs(candidate.x - value.x) < SAME_X);
      if (!label) continue;
      const rest = this.stacks.isRest(line, value, this.labels);
      this.add(
        next,
        rest ? `${label.text} ${value.text}` : label.text,
        rest ? undefined : value,
        label.x,
        value.x - SAME_X * 2,
      );
      this.entries.at(-1)?.lines.push(line.number);
    }
    this.stacked = line.segments;
    // The label is above, so only a value may wrap.
    this.open = this.open.map((cell) => ({ ...cell, labelX: Number.NEGATIVE_INFINITY, valueX: cell.labelX }));
    this.lastY = next.y;
  }

  /** A further row below stacked labels that begin with a reference is another trade's: its reference is kept. */
  private readFurtherRow(line: Line): boolean {
    const [label] = this.stacked;
    const [reference] = line.segments;
    if (!label || !reference || !isFurtherRow(line, this.stacked, this.labels)) return false;
    this.add(line, label.text, reference, Number.NEGATIVE_INFINITY, reference.x);
    this.open = [];
    return true;
  }

  private readRow(line: Line, next: Line | undefined): void {
    const [first] = line.segments;
    if (!first || this.readFurtherRow(line)) return;
    this.open = [];
    const arePairs = line.segments.every((segment) => this.labels.pairs(segment).length > 0);
    if (this.columns.length > 0 && line.segments.length > 1 && !arePairs && this.readColumns(line, first)) return;
    if (line.segments.length === 1) {
      this.readLone(line, first, next);
      return;
    }
    for (let i = 0; i < line.segments.length; i++) {
      const [label, value, after] = [line.segments[i], line.segments[i + 1], line.segments[i + 2]];
      if (!label) continue;
      const inline = this.labels.pairs(label);
      if (inline.length > 0 && !(value && isLegsLabel(inline, this.labels))) this.addRun(line, inline, label);
      else if (value && isValueOf(label, value, this.labels) && label.text.length <= LABEL_LENGTH) {
        if (isEmptyLabel(label, value, after, this.labels)) continue;
        const whole = withLineAbove(label, { line, next, above: this.lone, labels: this.labels });
        this.add(line, whole, value, label.x, value.x);
        if (whole !== label.text && this.lone) this.entries.at(-1)?.lines.push(this.lone.number);
        i++;
      }
    }
  }

  private readColumns(line: Line, label: Segment): boolean {
    const cells = wholeCells(line.segments.slice(1), this.columns).map((value) => ({
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
      this.add(line, label.text, value, label.x, value.x, isRowOfItsOwn ? undefined : column?.text);
    }
    return true;
  }

  private readLone(line: Line, segment: Segment, next: Line | undefined): void {
    if (FOR_INFORMATION.test(segment.text)) {
      this.readHeading(line, 'Annex for information');
      return;
    }
    const inline = this.labels.pairs(segment);
    if (inline.length > 0) {
      this.addRun(line, inline, segment);
      return;
    }
    const value = next?.segments[0];
    const isAbove = next?.segments.length === 1 && value !== undefined && value.x > segment.x + SAME_X;
    // Over lines with labels of their own it is a heading: `Deal` over `Our deal no: …`.
    if (this.labels.isKnown(segment) && isAbove && this.labels.pairs(value).length === 0) {
      // A label whose value is centred between its lines: the value joins as the next line is read.
      this.add(line, segment.text, undefined, segment.x, value.x);
      return;
    }
    this.lone = line;
    if (isSectionHeading(line, segment, next, this.rightEdge, this.labels)) this.readHeading(line, segment.text);
  }

  /** Adds the pairs of one run; only the last of them can go on below. */
  private addRun(line: Line, pairs: readonly InlinePair[], run: Segment): void {
    const { x, right } = run;
    for (const [i, pair] of pairs.entries()) {
      const { label, value, at } = toSentenceEnd(pair);
      const from = at ?? Math.max(0, run.text.indexOf(value));
      const stated = { ...partOfSegment(run, from, from + value.length), text: value };
      this.add(line, label, stated, x, Number.NEGATIVE_INFINITY);
      const cell = this.open.at(-1);
      // The sentences behind the value are read as such.
      if (value !== pair.value) cell?.entry.lines.splice(0);
      if (cell && i === pairs.length - 1 && value === pair.value) cell.fullAt = right;
      else this.open.pop();
    }
  }

  private add(
    line: Row,
    label: string,
    value: Segment | undefined,
    labelX: number,
    valueX: number,
    column?: string,
  ): void {
    if (SALUTATION.test(label)) return;
    const block = this.blocks.findLast(({ x }) => x <= labelX + 3 * SAME_X);
    // Monospaced prints leave the colon at the head of the value.
    const entry: Cell['entry'] = {
      label: label.replace(ENUMERATOR, ''),
      value: value?.text.replace(/^:\s*/, '') ?? '',
      section: block?.text ?? this.section,
      page: line.page,
      line: line.number,
      lines: [...(line.rows ?? [line.number])],
      boxes: value ? [boxOf(line, value)] : [],
    };
    if (column !== undefined) entry.column = column;
    this.entries.push(entry);
    this.open.push({ entry, labelX, valueX });
  }
}
