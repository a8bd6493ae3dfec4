import type { getDocumentProxy } from 'unpdf';
import { getResolvedPDFJS } from 'unpdf';
import { type Box, corners, IDENTITY, intersection, type Matrix, matrixOf, rectangle, times } from './geometry.ts';
import type { TextRun } from './lines.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A run of text as it is painted, in user space, and whether a reader of the page sees it. */
export interface PaintedRun extends TextRun {
  readonly hidden: boolean;
}

interface Paint extends Box {
  /** `#rrggbb`, or undefined for a picture or a pattern. */
  readonly color: string | undefined;
}

interface State {
  ctm: Matrix;
  color: string | undefined;
  alpha: number;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** What a glyph's width is counted in, in font sizes. */
  unit: number;
  /** Outside it nothing is painted; undefined where all of the page is. */
  clip: Box | undefined;
}

const WHITE = '#ffffff';
/** Colours nearer than this in each of red, green and blue cannot be told apart on paper. */
const SAME_COLOR = 24;
/** A shift within a run that is a gap between words, in thousandths of the font size. */
const WORD_SHIFT = 120;
const INVISIBLE_ALPHA = 0.05;

/**
 * The runs of a page in the order and the colours that they are painted in. Text is hidden in render mode 3 or 7, in
 * the colour of what is behind it, fully transparent, on a layer that is off, or under a rectangle painted later.
 */
export async function paintedRuns(page: Page, isLayerOn: (properties: unknown) => boolean): Promise<PaintedRun[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
  const runs: { -readonly [K in keyof PaintedRun]: PaintedRun[K] }[] = [];
  const painted: Paint[] = [];
  const stack: State[] = [];
  const layers: boolean[] = [];
  let state: State = {
    ctm: IDENTITY,
    color: '#000000',
    alpha: 1,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    unit: 0.001,
    clip: undefined,
  };
  let [text, x, y]: [Matrix, number, number] = [IDENTITY, 0, 0];
  let lineX = 0;
  let clips = false;
  const move = (dx: number, dy: number) => {
    [lineX, y] = [lineX + dx, y + dy];
    x = lineX;
  };

  const show = (glyphs: readonly unknown[]) => {
    let run = '';
    let startX = x;
    const flush = () => {
      if (run.trim() !== '') {
        const placed = times(state.ctm, times(text, [state.scale, 0, 0, 1, startX, y + state.rise]));
        const height = Math.hypot(placed[2], placed[3]) * Math.abs(state.size);
        const width = ((x - startX) / state.scale) * Math.hypot(placed[0], placed[1]);
        const hidden =
          isOutside(state.clip, placed[4], placed[5], width, height) ||
          isHidden(state, layers, behind(painted, placed[4], placed[5], width, height));
        runs.push({ text: run.normalize('NFKC'), x: placed[4], y: placed[5], width, height, hidden });
      }
      run = '';
    };
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        if (Math.abs(glyph) > WORD_SHIFT) flush();
        x -= ((glyph * state.size) / 1000) * state.scale;
        if (run === '') startX = x;
        continue;
      }
      const {
        unicode = '',
        width = 0,
        isSpace = false,
      } = (glyph ?? {}) as { unicode?: string; width?: number; isSpace?: boolean };
      if (run === '') startX = x;
      run += unicode;
      x += (width * state.size * state.unit + state.charSpacing + (isSpace ? state.wordSpacing : 0)) * state.scale;
    }
    flush();
  };

  for (const [i, operation] of fnArray.entries()) {
    const args = (argsArray[i] ?? []) as unknown as never[];
    switch (operation) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (args[0]) state.ctm = times(state.ctm, matrixOf(args[0] ?? []));
        break;
      case OPS.transform:
        state.ctm = times(state.ctm, matrixOf(args));
        break;
      case OPS.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][]) {
          if (key === 'ca') state.alpha = Number(value);
        }
        break;
      case OPS.setFillRGBColor:
        state.color = args[0];
        break;
      case OPS.setFillColorN:
        state.color = undefined;
        break;
      case OPS.setFillTransparent:
        state.alpha = 0;
        break;
      case OPS.beginText:
        [text, x, y, lineX] = [IDENTITY, 0, 0, 0];
        break;
      case OPS.setFont:
        state.size = args[1] ?? 0;
        state.unit = unitOf(page, args[0]);
        break;
      case OPS.setTextMatrix:
        [text, x, y, lineX] = [matrixOf(args[0] ?? []), 0, 0, 0];
        break;
      case OPS.moveText:
        move(args[0] ?? 0, args[1] ?? 0);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -(args[1] ?? 0);
        move(args[0] ?? 0, args[1] ?? 0);
        break;
      case OPS.setLeading:
        state.leading = args[0] ?? 0;
        break;
      case OPS.nextLine:
        move(0, -state.leading);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = args[0] ?? 0;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = args[0] ?? 0;
        break;
      case OPS.setHScale:
        state.scale = (args[0] ?? 100) / 100;
        break;
      case OPS.setTextRise:
        state.rise = args[0] ?? 0;
        break;
      case OPS.setTextRenderingMode:
        state.mode = args[0] ?? 0;
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0] ?? []);
        break;
      case OPS.beginMarkedContentProps:
        layers.push(args[0] === ('OC' as never) ? isLayerOn(args[1]) : true);
        break;
      case OPS.beginMarkedContent:
        layers.push(true);
        break;
      case OPS.endMarkedContent:
        layers.pop();
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath: {
        const box = rectangle(args[1], state.ctm);
        const fills = args[0] === (OPS.fill as never) || args[0] === (OPS.eoFill as never);
        if (box && fills && state.alpha >= 0.9) {
          const seen = intersection(state.clip, box);
          painted.push({ ...seen, color: state.color });
          for (const run of runs) if (isUnder(run, seen)) run.hidden = true;
        }
        // A clip that is no rectangle is left aside: what it cuts off is not known.
        if (clips && box) state.clip = intersection(state.clip, box);
        clips = false;
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.shadingFill:
        painted.push({ ...intersection(state.clip, corners(state.ctm, [0, 0, 1, 1])), color: undefined });
        break;
    }
  }
  return runs;
}

// Fonts that are drawings count in units of their own.
function unitOf(page: Page, font: unknown): number {
  if (typeof font !== 'string' || !page.commonObjs.has(font)) return 0.001;
  const [unit] = (page.commonObjs.get(font) as { isType3Font?: boolean; fontMatrix?: number[] })?.fontMatrix ?? [];
  return unit || 0.001;
}

function isHidden(state: State, layers: readonly boolean[], background: string | undefined): boolean {
  if (state.mode === 3 || state.mode === 7 || state.alpha < INVISIBLE_ALPHA || layers.includes(false)) return true;
  // Outlined letters show by their outline.
  if (state.mode !== 0 && state.mode !== 4) return false;
  return state.color !== undefined && background !== undefined && isSameColor(state.color, background);
}

/** The colour that a run is painted on: of the last rectangle under its middle, else the paper's. */
function behind(painted: readonly Paint[], x: number, y: number, width: number, height: number): string | undefined {
  const [middleX, middleY] = [x + width / 2, y + height / 3];
  const last = painted.findLast(
    (box) => middleX > box.x && middleX < box.right && middleY > box.y && middleY < box.top,
  );
  return last ? last.color : WHITE;
}

/** Cut off: its middle is outside what is painted. */
function isOutside(clip: Box | undefined, x: number, y: number, width: number, height: number): boolean {
  if (!clip) return false;
  const [middleX, middleY] = [x + width / 2, y + height / 3];
  return middleX < clip.x || middleX > clip.right || middleY < clip.y || middleY > clip.top;
}

function isUnder(run: TextRun, box: Box): boolean {
  return (
    run.x >= box.x - 1 &&
    run.x + run.width <= box.right + 1 &&
    run.y >= box.y - 1 &&
    run.y + run.height * 0.6 <= box.top
  );
}

function isSameColor(a: string, b: string): boolean {
  const channels = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  const [left, right] = [channels(a), channels(b)];
  return left.every((channel, i) => Math.abs(channel - (right[i] ?? 0)) < SAME_COLOR);
}
