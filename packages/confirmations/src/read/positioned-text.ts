/** A run of text on one line with no wide gap in it: a word of a sentence, a label, a cell. Points, origin at the top left. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
}

/** Segments on one baseline, left to right. */
export interface Line {
  /** 1-based. */
  readonly page: number;
  /** 1-based, from the top of the page. */
  readonly number: number;
  /** Distance of the baseline from the top of the page, in points. */
  readonly y: number;
  /** Font size of its largest glyphs, in points. */
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** What a reader of the document sees, in reading order. */
export interface PositionedText {
  readonly pages: number;
  readonly lines: readonly Line[];
  /** Runs that were left out because nobody would see them: tiny, off the page, white or invisible. */
  readonly hiddenRuns: number;
  /** Share of glyphs without a mapping to a character, 0 to 1. */
  readonly unmapped: number;
}

/** The text of a line, its segments two spaces apart. */
export function lineText(line: Line): string {
  return line.segments.map(({ text }) => text).join('  ');
}
