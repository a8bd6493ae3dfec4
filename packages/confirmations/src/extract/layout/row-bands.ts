import { joinSegments, type Line, type Segment } from '../../read/positioned-text.ts';
import { unfoldBlocks } from './side-by-side.ts';
import { inOneLanguage } from './two-languages.ts';

/** Lines nearer to each other than this share of their height are one row whose cells are centred differently. */
const TIGHT = 0.95;
const SAME_X = 4;

/** A line, and the printed lines that it was made of where they are several. */
export interface Row extends Line {
  readonly rows?: readonly number[];
  /** The baseline of its first line, where `y` is that of its last. */
  readonly top?: number;
  /**
   * Where the form says so: a label with all of its value, which nothing goes on with, or a heading over such rows; or, in a
   * grid with two columns of labels, each label with its value beside it.
   */
  readonly of?: 'definition' | 'heading' | 'pairs';
  /** It stood behind a letter or a number of its own, `(a)`, which was taken off. */
  readonly isItem?: true;
}

/**
 * Lines as rows of a table. A label of two lines beside a value that is centred between them gives three baselines;
 * lines are never set that tight, so the three are one row, read column by column. What only numbers a row is dropped,
 * and leaders become a colon.
 */
export function rowsOf(lines: readonly Line[], isLabel: (text: string) => boolean): Row[] {
  const rows: Row[] = [];
  let band: Line[] = [];
  const unfolded = unfoldBlocks(lines, isLabel);
  let ofTriple = 0;
  for (const [i, line] of unfolded.entries()) {
    if (ofTriple > 0) {
      ofTriple--;
      continue;
    }
    const triple = centredOnMiddle(unfolded, i);
    if (triple) {
      if (band.length > 0) rows.push(merged(band));
      rows.push(merged(triple));
      band = [];
      ofTriple = triple.length - 1;
      continue;
    }
    const last = band.at(-1);
    const above = last && (last.page !== line.page || line.y < last.y);
    if (last && (above || line.y - last.y >= TIGHT * Math.min(last.height, line.height))) {
      rows.push(merged(band));
      band = [];
    }
    band.push(line);
  }
  if (band.length > 0) rows.push(merged(band));
  const isForm = isNumberedForm(rows, isLabel);
  const tidied = withWholeLabels(rows)
    .map((row) => tidy(row, isLabel, isForm))
    .filter(({ segments }) => segments.length > 0);
  return inOneLanguage(tidied);
}

/** Of a font's size: how far apart the lines of one cell are set at most. */
const LINE_PITCH = 1.3;
/** How much further the next row is than the next line of a cell. */
const ROW_GAP = 1.25;
const SAME_PITCH = 0.6;

/**
 * A cell of three lines beside cells of one, all centred: the middle line has every cell, the first and the last have the
 * same few, and the rows above and below are further away than the lines of the cell are from each other.
 */
function centredOnMiddle(lines: readonly Line[], at: number): readonly Line[] | undefined {
  const [above, top, middle, bottom, below] = [at - 1, at, at + 1, at + 2, at + 3].map((i) => lines[i]);
  if (!top || !middle || !bottom || middle.segments.length <= top.segments.length) return undefined;
  if (top.page !== middle.page || middle.page !== bottom.page) return undefined;
  if ([top, middle, bottom].some((line: Row) => line.of !== undefined)) return undefined;
  const pitch = middle.y - top.y;
  if (pitch <= 0 || pitch > LINE_PITCH * middle.height || Math.abs(bottom.y - middle.y - pitch) > SAME_PITCH)
    return undefined;
  if (above?.page === top.page && top.y > above.y && top.y - above.y < ROW_GAP * pitch) return undefined;
  if (below?.page === bottom.page && below.y > bottom.y && below.y - bottom.y < ROW_GAP * pitch) return undefined;
  const stand = (cells: readonly Segment[], over: readonly Segment[]) =>
    cells.every(({ x }) => over.some((cell) => Math.abs(cell.x - x) < SAME_X));
  if (bottom.segments.length !== top.segments.length || !stand(bottom.segments, top.segments)) return undefined;
  return stand(top.segments, middle.segments) ? [top, middle, bottom] : undefined;
}

/** `… Your` at the end of a line and `reference: FSB-1120` on the next: the label is whole where it ends. */
function withWholeLabels(rows: readonly Row[]): Row[] {
  const whole = [...rows];
  for (const [i, row] of whole.entries()) {
    const next = whole[i + 1];
    const [last, first] = [row.segments.at(-1), next?.segments[0]];
    const word = last && /(?<=[.;,]\s)(?:our|your|notre|votre|unsere?|ihre?|su|vostro|nostro)$/i.exec(last.text)?.[0];
    if (!next || !last || !first || !word || !/^\p{Ll}+\.?(?:\s\p{Ll}+)?\s?:/u.test(first.text)) continue;
    whole[i] = {
      ...row,
      segments: [...row.segments.slice(0, -1), { ...last, text: last.text.slice(0, -word.length).trim() }],
    };
    whole[i + 1] = { ...next, segments: [{ ...first, text: `${word} ${first.text}` }, ...next.segments.slice(1)] };
  }
  return whole;
}

function merged(band: readonly Line[]): Row {
  const [first] = band;
  if (!first || band.length === 1) return first as Row;
  const columns: Segment[] = [];
  for (const segment of band.flatMap(({ segments }) => segments)) {
    const at = columns.findIndex(({ x }) => Math.abs(x - segment.x) < SAME_X);
    const column = columns[at];
    if (!column) columns.push(segment);
    else columns[at] = joinSegments(column, segment);
  }
  const middle = band[Math.floor(band.length / 2)] ?? first;
  return {
    ...middle,
    number: first.number,
    segments: columns.sort((a, b) => a.x - b.x),
    rows: band.map(({ number }) => number),
  } as Row;
}

/** The tag of a SWIFT field in front of its name: `:32B : NOTIONAL AMOUNT : …`. */
const SWIFT_TAG = /^:\d{2}[A-Z]?\s?:\s*(?=\p{L})/u;
const SWIFT_TAG_ALONE = /^:\d{2}[A-Z]?\s?:?$/;
const ENUMERATOR = /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]$|^\d{1,2}(?:\.\d{1,2})*\.?$|^[•·▪–*-]$/i;

/** Rows with a number and a known label, from which on a form numbers all its rows. */
const NUMBERED_ROWS = 3;

function isNumberedForm(rows: readonly Row[], isLabel: (text: string) => boolean): boolean {
  const numbered = rows.filter(
    ({ segments: [first, second, third] }) =>
      third !== undefined && /^\d{1,2}[.)]?$/.test(first?.text ?? '') && isLabel(second?.text ?? ''),
  );
  return numbered.length >= NUMBERED_ROWS;
}

function tidy(line: Row, isLabel: (text: string) => boolean, isForm: boolean): Row {
  const segments = line.segments.map((segment) =>
    UNTIDY.test(segment.text) ? { ...segment, text: withoutLeaders(segment.text) } : segment,
  );
  const tagged = SWIFT_TAG_ALONE.test(segments[0]?.text ?? '');
  const kept = segments
    .slice(tagged ? 1 : 0)
    .map((segment, i) => (tagged && i === 0 ? { ...segment, text: segment.text.replace(/^:\s*/, '') } : segment))
    .filter(({ text }, i) => /[\p{L}\p{N}]/u.test(text) || (i > 0 && text !== ':'));
  for (const [i, segment] of kept.entries()) if (i > 0) kept[i] = withoutColon(segment);
  const [first, second] = kept;
  const numbered = first && second && ENUMERATOR.test(first.text) && (kept.length > 2 || /:/.test(second.text));
  // A label that nobody knows is one too, in a form that numbers its rows: its value may not be lost.
  const ofForm = isForm && kept.length === 3 && /^\p{L}/u.test(second?.text ?? '');
  const labelled =
    second && (ofForm || isLabel(second.text) || /:$/.test(second.text) || /^\(?[a-z]\)|\)$/i.test(first?.text ?? ''));
  return { ...line, segments: numbered && labelled ? kept.slice(1) : kept };
}

/** What has leaders, a tag or spaces around it: few texts do. */
const UNTIDY = /\.\s?\.|…|^[\s:]|\s$| : :/;

function withoutLeaders(text: string): string {
  return (
    text
      .replace(/\s*(?:\.\s?){3,}\s*|\s*…{2,}\s*|\s+\.\.\s+/g, ' : ')
      .trim()
      .replace(SWIFT_TAG, '')
      // Leaders before a colon of their own leave one colon.
      .replace(/ : :(?=\s)/g, ' :')
  );
}

/** A colon at the head of a value is its label's, and the value begins behind it. */
function withoutColon(segment: Segment): Segment {
  const text = segment.text.replace(/^:\s*(?=\S)/, '');
  const perGlyph = (segment.right - segment.x) / segment.text.length;
  return { ...segment, text, x: segment.x + perGlyph * (segment.text.length - text.length) };
}
