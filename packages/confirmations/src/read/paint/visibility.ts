import type { Box } from '../geometry.ts';
import type { GraphicsState } from './graphics-state.ts';

/** What is painted over the paper: a filled rectangle, or a picture. */
export interface Paint extends Box {
  /** `#rrggbb`, or undefined for a picture or a pattern. */
  readonly color: string | undefined;
}

const WHITE = '#ffffff';
/** Colours nearer than this in each of red, green and blue cannot be told apart on paper. */
const SAME_COLOR = 24;
const INVISIBLE_ALPHA = 0.05;
/** Letters lighter than this, or more transparent, are a watermark's or a caption's. */
const FAINT_CHANNEL = 0x80;
const FAINT_ALPHA = 0.6;
/** Red, green and blue of grey differ by less. */
const GREY_SPREAD = 40;

/** Why a run is not seen; `paper` where its colour is the paper's. */
export type Hiding = 'paint' | 'paper' | undefined;

/** How the text at this box is hidden as it is painted, if it is. */
export function hidingOf(
  state: GraphicsState,
  layers: readonly boolean[],
  painted: readonly Paint[],
  box: Box,
): Hiding {
  const [x, y] = [(box.x + box.right) / 2, box.y + (box.top - box.y) / 3];
  const { clip } = state;
  if (clip && (x < clip.x || x > clip.right || y < clip.y || y > clip.top)) return 'paint';
  if (state.holes.some((hole) => x > hole.x && x < hole.right && y > hole.y && y < hole.top)) return 'paint';
  if (state.mode === 3 || state.mode === 7 || state.alpha < INVISIBLE_ALPHA || layers.includes(false)) return 'paint';
  // Outlined letters show by their outline.
  if (state.mode !== 0 && state.mode !== 4) return undefined;
  if (state.color === undefined) return undefined;
  const under = painted.findLast((paint) => x > paint.x && x < paint.right && y > paint.y && y < paint.top);
  const background = under ? under.color : WHITE;
  if (background === undefined || !isSameColor(state.color, background)) return undefined;
  return under ? 'paint' : 'paper';
}

/** Whether a line in this colour is seen on white paper. */
export function isSeenOnPaper(color: string | undefined, alpha: number): boolean {
  return alpha >= INVISIBLE_ALPHA && (color === undefined || !isSameColor(color, WHITE));
}

export function isFaint(color: string | undefined, alpha: number): boolean {
  return alpha < FAINT_ALPHA || (color !== undefined && Math.min(...channelsOf(color)) >= FAINT_CHANNEL);
}

export function isColored(color: string | undefined): boolean {
  if (color === undefined) return true;
  const channels = channelsOf(color);
  return Math.max(...channels) - Math.min(...channels) > GREY_SPREAD;
}

function isSameColor(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [channelsOf(a), channelsOf(b)];
  return left.every((channel, i) => Math.abs(channel - (right[i] ?? 0)) < SAME_COLOR);
}

/** A page has few colours, and each of its runs is asked for its own several times. */
const CHANNELS = new Map<string, readonly number[]>();
const MOST_COLORS = 1_000;

function channelsOf(color: string): readonly number[] {
  const known = CHANNELS.get(color);
  if (known) return known;
  if (CHANNELS.size >= MOST_COLORS) CHANNELS.clear();
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  CHANNELS.set(color, channels);
  return channels;
}
