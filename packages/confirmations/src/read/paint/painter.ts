import { type Box, IDENTITY, intersection, type Matrix, times } from '../geometry.ts';
import { partsBy } from '../text-run.ts';
import { type GraphicsState, INITIAL_STATE } from './graphics-state.ts';
import { type PaintedPage, type PaintedRun, partOfRun, type Rule } from './painted-run.ts';
import { RunBuilder } from './run-builder.ts';
import type { PaintSign } from './signs.ts';
import { hidingOf, isColored, isFaint, isSeenOnPaper, type Paint } from './visibility.ts';

/** A shift within a run that is a gap between words, in thousandths of the font size. */
const WORD_SHIFT = 120;
/** The same between two letters by the space that follows each, in font sizes. */
const WORD_GAP = 0.12;
/** A space narrower than this, in font sizes, is not seen. */
const UNSEEN_GAP = 0.08;
/** A space wider than this, in font sizes, parts columns. Courier's are 0.6. */
const COLUMN_GAP = 1;
/** Text runs level if it rises by less than this, as a share of its way. */
const LEVEL = 0.02;
/** Of its font size, how far a run's letters reach over the baseline. */
const LETTER_HEIGHT = 0.6;
/** Of the width of a digit, how far the next one begins from it at least, where neither is moved over the other. */
const NEXT_DIGIT = 0.5;
/** Of its font size, the part of a run that rules of a table leave free, from the baseline up. */
const BODY = [0.12, 0.55] as const;
/** Paint lower than this covers no text. Points. */
const LOWEST_COVER = 3;

interface Glyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** A run that later paint may cover, in part. */
interface OpenRun {
  readonly run: PaintedRun;
  readonly box: Box;
  /** Each character that is painted over; undefined where none is. */
  covered: boolean[] | undefined;
}

/**
 * Paints a page without showing it: its state is what the operators have set, its result the runs of text and the
 * lines in the order they are painted. Text is hidden in render mode 3 or 7, in the colour of what is behind it, fully
 * transparent, outside the clip, on a layer that is off, or under a rectangle painted later.
 */
export class Painter {
  state: GraphicsState = { ...INITIAL_STATE };
  /** Of the text object: its matrix, the place in it, and where its line began. */
  text: Matrix = IDENTITY;
  x = 0;
  y = 0;
  lineX = 0;
  /** The next path also clips. */
  clips: false | 'inside' | 'even-odd' = false;
  annotation: string | undefined;
  /** Of each marked content that is open, whether its layer is on. */
  readonly layers: boolean[] = [];
  /** Where the last glyph ended, without the space that is set after it. */
  private inkEnd = 0;
  private readonly stack: GraphicsState[] = [];
  private readonly runs: OpenRun[] = [];
  private rules: Rule[] = [];
  private readonly painted: Paint[] = [];
  private paperColored = false;
  drawn = false;
  private readonly pictures: Box[] = [];
  /** Why what is seen may not be what the text says. */
  readonly signs = new Set<PaintSign>();

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  startText(matrix: Matrix): void {
    [this.text, this.x, this.y, this.lineX] = [matrix, 0, 0, 0];
  }

  moveLine(dx: number, dy: number): void {
    this.lineX += dx;
    this.y += dy;
    this.x = this.lineX;
  }

  /** Shows glyphs, and shifts between them in thousandths of the font size. */
  show(glyphs: readonly (Glyph | number | null)[]): void {
    const { state } = this;
    const builder = new RunBuilder();
    // Some printers set words apart by the space between two letters: then it is for the line to say what is a word.
    const apart = state.charSpacing > WORD_GAP * Math.abs(state.size);
    const unseenGap = UNSEEN_GAP * Math.abs(state.size);
    const columnGap = COLUMN_GAP * Math.abs(state.size);
    let startX = this.x;
    /** Before it, the next digit would stand on the last one. */
    let nextDigit = Number.NEGATIVE_INFINITY;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (Math.abs(glyph) > WORD_SHIFT) this.endRun(builder, startX);
        this.x -= ((glyph * state.size) / 1000) * state.scale;
        continue;
      }
      const { unicode = '', width = 0, isSpace = false } = glyph ?? {};
      const advance = width * state.size * state.unit + (isSpace ? state.wordSpacing : 0);
      if (isDigit(unicode)) {
        if (this.x < nextDigit) this.signs.add('moved');
        nextDigit = this.x + NEXT_DIGIT * advance * state.scale;
      }
      if (isSpace && advance > columnGap) {
        this.endRun(builder, startX);
      } else if (!isSpace || advance + state.charSpacing > unseenGap) {
        if (builder.isEmpty) startX = this.x;
        builder.add(unicode, this.x - startX);
        this.inkEnd = this.x + advance * state.scale;
      }
      this.x += (advance + state.charSpacing) * state.scale;
      if (apart) this.endRun(builder, startX);
    }
    this.endRun(builder, startX);
  }

  /** A filled or drawn straight line. */
  addRule(rule: Rule, color: string | undefined, alpha: number): void {
    if (!isSeenOnPaper(color, alpha)) return;
    this.rules.push(...this.state.holes.reduce((left, hole) => left.flatMap((each) => leftOf(each, hole)), [rule]));
  }

  /** A filled rectangle or a picture: text may stand on it, and what covers hides the text before. */
  addPaint(box: Box, color: string | undefined, covers: boolean): void {
    const seen = intersection(this.state.clip, box);
    if (seen.top - seen.y < LOWEST_COVER) return;
    this.painted.push({ ...seen, color });
    if (!covers) {
      this.addOver(seen);
      return;
    }
    for (const open of this.runs) cover(open, seen);
    this.rules = this.rules.flatMap((rule) => leftOf(rule, seen));
  }

  /** A picture, in which text may stand that is not read. */
  addPicture(box: Box): void {
    const { x, y, right, top } = intersection(this.state.clip, box);
    if (right > x && top > y && this.state.alpha > 0 && !this.layers.includes(false) && this.annotation === undefined)
      this.pictures.push({ x, y, right, top });
  }

  /** Something is painted here that may be read as other letters than those under it. */
  addOver(box: Box): void {
    if (this.signs.has('over')) return;
    const seen = intersection(this.state.clip, box);
    if (this.runs.some(({ run, box: its }) => !run.hidden && isOver(seen, its))) this.signs.add('over');
  }

  page(): PaintedPage {
    const runs: PaintedRun[] = [];
    for (const open of this.runs) runs.push(...pieces(open));
    const { rules, paperColored, drawn, pictures } = this;
    return { runs, rules, paperColored, drawn, pictures, signs: [...this.signs] };
  }

  private endRun(builder: RunBuilder, startX: number): void {
    const { text, offsets, struck } = builder;
    if (text.trim() !== '') {
      const { state } = this;
      const placed = times(state.ctm, times(this.text, [state.scale, 0, 0, 1, startX, this.y + state.rise]));
      const stretch = Math.hypot(placed[0], placed[1]);
      const unit = stretch / state.scale;
      const width = (this.inkEnd - startX) * unit;
      const height = Math.hypot(placed[2], placed[3]) * Math.abs(state.size);
      const direction = directionOf(placed, stretch);
      const box = boxOfRun(placed[4], placed[5], width, height, direction);
      const hiding = hidingOf(state, this.layers, this.painted, box);
      if (hiding === 'paper') this.paperColored = true;
      // What a pattern, a blend or a clip of any form leaves of letters is not known.
      if (hiding === undefined && (state.color === undefined || !state.covers || state.cut)) this.signs.add('masked');
      const run: PaintedRun = {
        text,
        x: placed[4],
        y: placed[5],
        width,
        height,
        direction,
        offsets: [...offsets.map((offset) => offset * unit), width],
        hidden: hiding !== undefined,
        struck: false,
        faint: isFaint(state.color, state.alpha),
        colored: isColored(state.color),
        ...(this.annotation === undefined ? {} : { annotation: this.annotation }),
      };
      for (const part of partsByStrike(run, struck)) {
        const its = part === run ? box : boxOfRun(part.x, part.y, part.width, part.height, direction);
        this.runs.push({ run: part, box: its, covered: undefined });
      }
    }
    builder.clear();
  }
}

const isDigit = (glyph: string): boolean => glyph.length === 1 && glyph >= '0' && glyph <= '9';

function directionOf(placed: Matrix, stretch: number): readonly [number, number] {
  const [dx, dy] = stretch === 0 ? [1, 0] : [placed[0] / stretch, placed[1] / stretch];
  return Math.abs(dy) < LEVEL && dx > 0 ? [1, 0] : [dx, dy];
}

/** From the baseline to the top of the letters. */
function boxOfRun(x: number, y: number, width: number, height: number, [dx, dy]: readonly [number, number]): Box {
  const [endX, endY] = [x + dx * width, y + dy * width];
  const [upX, upY] = [-dy * height, dx * height];
  return {
    x: Math.min(x, endX, x + upX, endX + upX),
    y: Math.min(y, endY, y + upY, endY + upY),
    right: Math.max(x, endX, x + upX, endX + upX),
    top: Math.max(y, endY, y + upY, endY + upY),
  };
}

function isOver(paint: Box, text: Box): boolean {
  const height = text.top - text.y;
  const [from, to] = BODY;
  return (
    paint.right > text.x && paint.x < text.right && paint.top > text.y + from * height && paint.y < text.y + to * height
  );
}

/** Marks the characters of a run that lie under a box: in a level run each for itself, in a turned one all or none. */
function cover(open: OpenRun, by: Box): void {
  const { run, box } = open;
  if (box.y < by.y - 1 || box.y + (box.top - box.y) * LETTER_HEIGHT > by.top) return;
  if (box.right < by.x || box.x > by.right) return;
  const whole = box.x >= by.x - 1 && box.right <= by.right + 1;
  if (!whole && run.direction[0] !== 1) return;
  open.covered ??= new Array<boolean>(run.text.length).fill(false);
  for (let i = 0; i < run.text.length; i++) {
    const middle = run.x + ((run.offsets[i] ?? 0) + (run.offsets[i + 1] ?? 0)) / 2;
    if (whole || (middle > by.x && middle < by.right)) open.covered[i] = true;
  }
}

/** What is seen of a level line where this box is painted over it. */
function leftOf(rule: Rule, by: Box): readonly Rule[] {
  const [x, right] = [Math.min(rule.from[0], rule.to[0]), Math.max(rule.from[0], rule.to[0])];
  const y = rule.from[1];
  if (Math.abs(rule.to[1] - y) > 0.1 || y <= by.y || y >= by.top || right <= by.x || x >= by.right) return [rule];
  const left: Rule[] = [];
  if (x < by.x) left.push({ ...rule, from: [x, y], to: [by.x, y] });
  if (right > by.right) left.push({ ...rule, from: [by.right, y], to: [right, y] });
  return left;
}

/** A run, parted where paint that covers it begins or ends. */
function pieces({ run, covered }: OpenRun): readonly PaintedRun[] {
  if (!covered || run.hidden) return [run];
  return partsBy(covered).map(([from, to, isCovered]) => ({ ...partOfRun(run, from, to), hidden: isCovered }));
}

function partsByStrike(run: PaintedRun, struck: readonly number[]): readonly PaintedRun[] {
  if (struck.length === 0) return [run];
  const marked = Array.from(run.text, (_, i) => struck.includes(i));
  return partsBy(marked).map(([from, to, isStruck]) => ({ ...partOfRun(run, from, to), struck: isStruck }));
}
