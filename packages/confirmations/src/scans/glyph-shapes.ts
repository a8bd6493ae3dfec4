import { type Area, cropped, type Picture } from './picture.ts';
import type { ScanWord } from './scan-word.ts';

/** Characters that one engine takes for another, though their ink is not as wide. */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['I', '1'],
  ['l', '1'],
];
/** Words whose letters or figures are beyond doubt: all of one sort. */
const CERTAIN: Readonly<Record<string, RegExp>> = {
  O: /^\p{Lu}{3,}[.,:;]?$/u,
  I: /^\p{Lu}{3,}[.,:;]?$/u,
  l: /^\p{Lu}?\p{Ll}{3,}[.,:;]?$/u,
  '0': /^[\d.,:/-]{3,}$/,
  '1': /^[\d.,:/-]{3,}$/,
};
const SURE = 0.8;
/** As many of a character have to be seen before others are held to them. */
const LEAST_SEEN = 3;
/** Lines that differ by no more than this share in height may be of one type. */
const SAME_HEIGHT = 0.2;
/** How much wider than a 0 an O is at the least in any type, where the sheet has but one of them to measure. */
const LEAST_OF_O = 1.4;
/** Two characters differ in width if by this share of the wider; */
const APART = 0.2;
/** a glyph is one of them if it is nearer to it than this share of what they differ by. */
const NEAR = 0.35;
/** Of a figure's height, how far a comma reaches below it; and how wide for its height a point is at the least. */
const REACHES_BELOW = 0.12;
const NO_POINT = 0.75;
/** Of a line's height, where a comma ends. */
const BELOW = 0.2;
/** From the darkest to the lightest, up to where a point is ink. A thin ring closes at the lighter, glyphs that touch part at the darker. */
const INK = [0.5, 0.65, 0.75, 0.35, 0.22] as const;
/** Fewer points are a speck. */
const SPECK = 3;
/** Of its line's height, how large a leader's dot is at the most, and how many there are at the least. */
const DOT = 0.25;
const DOTS = 3;
/** Patches that share more of the narrower's width than this are one glyph. */
const SHARED = 0.6;

/**
 * What the ink says where two engines take a character for different ones of the same look. In nearly all type an O is
 * wider than a 0, and a 1 than an I: how wide they are on this sheet is measured in words that have no others.
 */
export class GlyphShapes {
  private readonly picture: Picture;
  private readonly words: readonly ScanWord[];
  private readonly seen = new Map<string, readonly { readonly shape: number; readonly lineHeight: number }[]>();

  constructor(picture: Picture, words: readonly ScanWord[]) {
    this.picture = picture;
    this.words = words;
  }

  /**
   * One of two readings of a word, or characters of both, as the ink has it. Undefined where they differ in more than
   * lookalikes, or the ink is not clear. An engine that reads `O0` for one glyph has not chosen between the two.
   */
  settled(word: ScanWord, one: string, other: string): string | undefined {
    const count = Math.min(one.length, other.length);
    const [first, second] = [onceEach(one, count), onceEach(other, count)];
    if (first.length !== second.length) return undefined;
    const glyphs = glyphsOf(this.picture, word, count);
    if (!glyphs) return undefined;
    let text = '';
    for (const [at, glyph] of glyphs.entries()) {
      const [a, b] = [first[at] ?? '', second[at] ?? ''];
      const which = a === b && a !== EITHER ? a : this.which(a, b, glyph, word.lineHeight);
      if (which === undefined) return undefined;
      text += which;
    }
    return text;
  }

  /** A reading with those of its lookalikes that the ink says are the other; undefined where the ink is not clear. */
  asInked(word: ScanWord, read: string): string | undefined {
    const glyphs = glyphsOf(this.picture, word, read.length);
    const characters = glyphs?.map((glyph, at) => {
      const character = read.charAt(at);
      const other = LOOKALIKES.find((pair) => pair.includes(character))?.find((each) => each !== character);
      return other === undefined ? character : this.which(character, other, glyph, word.lineHeight);
    });
    return characters?.some((each) => each === undefined) ? undefined : characters?.join('');
  }

  /** Whether the ink of a figure reaches as far down as a comma where a point was read. A comma's tail may be too faint to tell. */
  hasComma(word: ScanWord, read: string): boolean {
    if (!/^[^\p{L}]*\d[.,]\d/u.test(read)) return false;
    // An engine's area of a figure may end at its baseline.
    const area = { ...word.area, bottom: word.area.bottom + BELOW * word.lineHeight };
    const glyphs = glyphsOf(this.picture, { ...word, area }, read.length) ?? [];
    const figures = glyphs.filter((_, at) => /\d/.test(read.charAt(at)));
    const heights = figures.map(({ height }) => height).sort((a, b) => a - b);
    const height = heights[Math.floor(heights.length / 2)] ?? 0;
    const bottoms = figures.map(({ bottom }) => bottom).sort((a, b) => a - b);
    const base = bottoms[Math.floor(bottoms.length / 2)] ?? 0;
    return glyphs.some((glyph, at) => {
      const isComma = (glyph.bottom - base) / height >= REACHES_BELOW && glyph.shape < NO_POINT;
      return read.charAt(at) === '.' && isComma;
    });
  }

  private which(a: string, b: string, glyph: Glyph, lineHeight: number): string | undefined {
    const pair = LOOKALIKES.find(
      ([one, other]) =>
        [a, b].every((each) => each === one || each === other || each === EITHER) && (a !== EITHER || one === 'O'),
    );
    if (!pair) return undefined;
    const [wide, narrow] = pair.map((each) => this.usual(each, lineHeight));
    const isRound = pair[0] === 'O';
    const letter = wide ?? (isRound && narrow ? LEAST_OF_O * narrow : undefined);
    const figure = narrow ?? (isRound && wide ? wide / LEAST_OF_O : undefined);
    if (letter === undefined || figure === undefined) return undefined;
    const apart = Math.abs(letter - figure);
    if (apart < APART * Math.max(letter, figure)) return undefined;
    const [toLetter, toFigure] = [Math.abs(glyph.shape - letter), Math.abs(glyph.shape - figure)];
    const isBeyond = letter > figure ? glyph.shape > letter : glyph.shape < letter;
    if (Math.min(toLetter, toFigure) > NEAR * apart && !isBeyond) return undefined;
    return toLetter < toFigure ? pair[0] : pair[1];
  }

  /** How wide a character is on this sheet, of its height. */
  private usual(character: string, lineHeight: number): number | undefined {
    const all = this.seen.get(character) ?? this.lookFor(character);
    this.seen.set(character, all);
    if (all.length < LEAST_SEEN) return undefined;
    const near = all.filter((each) => Math.abs(each.lineHeight - lineHeight) <= SAME_HEIGHT * lineHeight);
    const its = near.length < LEAST_SEEN ? all : near;
    return its.map(({ shape }) => shape).sort((a, b) => a - b)[Math.floor(its.length / 2)];
  }

  private lookFor(character: string) {
    const certain = CERTAIN[character];
    const words = this.words.filter(
      ({ text, confidence }) => confidence >= SURE && text.includes(character) && certain?.test(text),
    );
    return words.flatMap((word) => {
      return (glyphsOf(this.picture, word, word.text.length) ?? [])
        .filter((_, at) => word.text[at] === character)
        .map(({ shape }) => ({ shape, lineHeight: word.lineHeight }));
    });
  }
}

/** Whether a word is dots that lead from a label to its value, which an engine takes for letters. */
export function isLeader(picture: Picture, { area, lineHeight }: ScanWord): boolean {
  const part = cropped(picture, area);
  const darkest = part.data.reduce((least, shade) => Math.min(least, shade), 255);
  const patches = patchesOf(part, darkest + (255 - darkest) * INK[0]);
  const dot = DOT * lineHeight;
  return patches.length >= DOTS && patches.every(({ x, y, right, bottom }) => right - x <= dot && bottom - y <= dot);
}

/** How high the tallest of what is printed in a word's area is. */
export function tallestInk(picture: Picture, { area }: ScanWord): number {
  const part = cropped(picture, area);
  const darkest = part.data.reduce((least, shade) => Math.min(least, shade), 255);
  const patches = patchesOf(part, darkest + (255 - darkest) * INK[0]);
  return patches.reduce((most, { y, bottom }) => Math.max(most, bottom - y), 0);
}

/** Stands for a glyph that an engine has read as both lookalikes. */
const EITHER = '\uFFFE';

function onceEach(text: string, glyphs: number): string {
  return text.length > glyphs ? text.replace(/O0|0O/g, EITHER) : text;
}

interface Glyph {
  /** Its width as a share of its height. */
  readonly shape: number;
  /** Points of the word's picture. */
  readonly height: number;
  readonly bottom: number;
}

/** The glyphs of a word from left to right; undefined where there are not as many as it has characters. */
function glyphsOf(picture: Picture, { area }: ScanWord, count: number): readonly Glyph[] | undefined {
  const part = cropped(picture, area);
  const darkest = part.data.reduce((least, shade) => Math.min(least, shade), 255);
  const lightest = part.data.reduce((most, shade) => Math.max(most, shade), 0);
  for (const share of INK) {
    const glyphs = aboveEachOther(patchesOf(part, darkest + (lightest - darkest) * share));
    if (glyphs.length === count) {
      return glyphs.map(({ x, y, right, bottom }) => ({
        shape: (right - x) / (bottom - y),
        height: bottom - y,
        bottom,
      }));
    }
  }
  return undefined;
}

/** Patches of ink that touch nothing else: letters of an italic reach over each other, and touch as little. */
function patchesOf({ width, height, data }: Picture, ink: number): Area[] {
  const seen = new Uint8Array(width * height);
  const patches: Area[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start] || (data[start] ?? 255) >= ink) continue;
    seen[start] = 1;
    const open = [start];
    let [x, y, right, bottom, points] = [width, height, 0, 0, 0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [column, row] = [at % width, Math.floor(at / width)];
      [x, right] = [Math.min(x, column), Math.max(right, column + 1)];
      [y, bottom] = [Math.min(y, row), Math.max(bottom, row + 1)];
      points += 1;
      for (let near = 0; near < 9; near++) {
        const [besides, below] = [column + (near % 3) - 1, row + Math.floor(near / 3) - 1];
        const next = below * width + besides;
        if (besides < 0 || besides >= width || below < 0 || below >= height || seen[next]) continue;
        if ((data[next] ?? 255) >= ink) continue;
        seen[next] = 1;
        open.push(next);
      }
    }
    if (points >= SPECK) patches.push({ x, y, right, bottom });
  }
  return patches.sort((a, b) => a.x + a.right - b.x - b.right);
}

/** The dot with its i, the ring with the dot of its zero. */
function aboveEachOther(patches: readonly Area[]): Area[] {
  const glyphs: Area[] = [];
  for (const patch of patches) {
    const last = glyphs.at(-1);
    const shared = last ? Math.min(last.right, patch.right) - Math.max(last.x, patch.x) : 0;
    if (last && shared > SHARED * Math.min(last.right - last.x, patch.right - patch.x)) {
      glyphs[glyphs.length - 1] = {
        x: Math.min(last.x, patch.x),
        y: Math.min(last.y, patch.y),
        right: Math.max(last.right, patch.right),
        bottom: Math.max(last.bottom, patch.bottom),
      };
    } else glyphs.push(patch);
  }
  return glyphs;
}
