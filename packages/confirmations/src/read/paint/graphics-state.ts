import { type Box, IDENTITY, type Matrix } from '../geometry.ts';

/** What a page's operators have set by now. ISO 32000-1, tables 52 and 104. */
export interface GraphicsState {
  ctm: Matrix;
  /** Of what is filled, letters too: `#rrggbb`, or undefined for a pattern. */
  color: string | undefined;
  strokeColor: string | undefined;
  alpha: number;
  strokeAlpha: number;
  /** Whether paint covers what is under it; a highlighter's does not. */
  covers: boolean;
  lineWidth: number;
  size: number;
  /** What a glyph's width is counted in, in font sizes. */
  unit: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  /** Outside it nothing is painted; undefined where all of the page is. */
  clip: Box | undefined;
  /** Rectangles inside it where nothing is painted either: the gap in a frame for its caption. */
  holes: readonly Box[];
  /** Whether a clip of another form cuts off more, nobody knows what. */
  cut: boolean;
}

export const INITIAL_STATE: GraphicsState = {
  ctm: IDENTITY,
  color: '#000000',
  strokeColor: '#000000',
  alpha: 1,
  strokeAlpha: 1,
  covers: true,
  lineWidth: 1,
  size: 0,
  unit: 0.001,
  charSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  clip: undefined,
  holes: [],
  cut: false,
};
