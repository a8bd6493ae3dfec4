import {
  isLikeIdentifier,
  isLikeTag,
  settledByCheckDigits,
  settledByForm,
  settledCurrency,
  settledTag,
} from './check-digits.ts';
import { GlyphShapes } from './glyph-shapes.ts';
import type { LineReader } from './line-reader.ts';
import { type Area, cropped, type Picture, resized } from './picture.ts';
import type { Sheet } from './read-sheet.ts';
import { LEAST_CONFIDENCE } from './scan-limits.ts';
import type { ScanWord } from './scan-word.ts';
import type { LAYOUT, WordEngine } from './tesseract.ts';
import { hasBothMarks } from './unlikely-words.ts';

/**
 * What a second engine makes of a word.
 * - `agreed`: both read `text`, or the check digits of an identifier or the width of its ink decide between the two;
 * - `disputed`: the second reads `text`, and the word is taken out;
 * - `kept`: the second reads `text`, but the word is one of a name.
 */
export interface Seen {
  readonly kind: 'agreed' | 'disputed' | 'kept';
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Paper left around a word, in heights of its line; then with more, which moves it against the model's steps. */
const MARGINS = [0.14, 0.24] as const;
/** Less is worth another look; */
const UNSURE = 0.7;
/** of a word as short as a currency's code, less than this. */
const SURE = 0.9;
/** Of so many characters or fewer, a word is read with the one beside it. */
const MAX_LITTLE = 2;
/** Of a line's height, a gap that parts more than words do. */
const WIDE = 1.5;
/** How the first engine is given a word that it is asked about again: as what, and so many times larger. */
const LOOKS = [
  ['oneWord', 2],
  ['oneLine', 1.5],
  ['rawLine', 2],
  ['oneWord', 1.3],
] as const;

/** Asks a second engine for each word once. */
export class SecondLook {
  private readonly words = new Map<ScanWord, Seen>();
  private readonly shapes = new WeakMap<Sheet, GlyphShapes>();
  private readonly second: LineReader;
  private readonly first: WordEngine;

  constructor(second: LineReader, first: WordEngine) {
    this.second = second;
    this.first = first;
  }

  seen(word: ScanWord): Seen | undefined {
    return this.words.get(word);
  }

  /** Whether there is nothing more to ask about a word; marks alone say nothing. */
  hasSeen(word: ScanWord): boolean {
    return this.words.has(word) || asCompared(word.text) === '';
  }

  /** Of a word that both engines read alike, at least the better of the two. */
  confidence(word: ScanWord): number {
    const seen = this.seen(word);
    if (seen?.kind === 'agreed') return Math.max(word.confidence, seen.confidence);
    if (seen?.kind === 'disputed') return 0;
    // A mark says nothing by itself: how sure it is, is how sure the words around it are.
    return asCompared(word.text) === '' ? 1 : word.confidence;
  }

  /**
   * Looks at identifiers before anything is read of the text: an LEI, an ISIN or a BIC is known by its form, which one
   * lookalike breaks. Their check digits may settle which lookalike is meant; nothing else is corrected.
   *
   * @returns what is not sure
   */
  async settleIdentifiers(sheet: Sheet): Promise<readonly ScanWord[]> {
    const unsure: ScanWord[] = [];
    for (const [index, word] of sheet.words.entries()) {
      // What no reader of values can take for one is looked at first, or it would be left out before anybody looked.
      if (isOdd(word) && (await this.at(sheet, word)).kind === 'disputed') this.words.delete(word);
      if (isLikeIdentifier(word.text)) {
        const seen = await this.at(sheet, word);
        const inked = [word.text, seen.text].map((read) => this.shapesOf(sheet).asInked(word, plainMarks(read)));
        const settled = settledByCheckDigits(word.text, seen.text, inked);
        if (settled !== undefined) {
          this.words.set(word, {
            kind: 'agreed',
            text: settled,
            confidence: Math.max(word.confidence, seen.confidence),
          });
        } else if (seen.kind === 'disputed') unsure.push(word);
      }
      if (isLikeTag(word.text)) {
        const tag = settledTag(word.text, (await this.at(sheet, word)).text);
        if (tag !== undefined) this.words.set(word, { kind: 'agreed', text: tag, confidence: word.confidence });
      }
      const before = `${sheet.words[index - 2]?.text ?? ''} ${sheet.words[index - 1]?.text ?? ''}`;
      const bic = /\b(?:bic|swift)\b/i.test(before) ? settledByForm(word.text) : undefined;
      if (bic !== undefined && bic !== word.text) {
        this.words.set(word, { kind: 'agreed', text: bic, confidence: word.confidence });
      }
    }
    return unsure;
  }

  /** Has the second engine read a word; where it reads another, both once more, from the word alone. */
  async at(sheet: Sheet, word: ScanWord, isKept = false): Promise<Seen> {
    const known = this.seen(word);
    if (known) return known;
    const read = await this.look(sheet, word);
    const isOther = read.kind === 'agreed' && this.shapesOf(sheet).hasComma(word, read.text);
    const looked: Seen = isOther ? { ...read, kind: 'disputed' } : read;
    const seen: Seen = looked.kind === 'disputed' && isKept ? { ...looked, kind: 'kept' } : looked;
    this.words.set(word, seen);
    return seen;
  }

  private async look(sheet: Sheet, word: ScanWord): Promise<Seen> {
    let other = { text: '', confidence: 0 };
    if (word.bySecond) other = word;
    else {
      for (const margin of MARGINS) {
        const read = await this.second.read(aroundWord(sheet, word, margin));
        if (isSame(read.text, word.text)) {
          return { kind: 'agreed', text: inOneCase(word.text, read.text), confidence: read.confidence };
        }
        if (other.text === '' || read.confidence > other.confidence) other = read;
      }
    }
    if (other.confidence >= LEAST_CONFIDENCE) {
      for (const again of this.rereadings(sheet, word)) {
        if (isSame(again, other.text)) {
          return { kind: 'agreed', text: withoutStray(again, word.text), confidence: other.confidence };
        }
      }
    }
    if (other.confidence >= LEAST_CONFIDENCE) {
      const [one, second] = [plainMarks(word.text), plainMarks(other.text)];
      const text = this.shapesOf(sheet).settled(word, one, second) ?? settledCurrency(one, second);
      if (text !== undefined) return { kind: 'agreed', text, confidence: other.confidence };
    }
    return (await this.inCompany(sheet, word)) ?? { kind: 'disputed', text: other.text, confidence: other.confidence };
  }

  /** A sign or a word of two letters once more with the word beside it: alone it is too little for the second engine. */
  private async inCompany(sheet: Sheet, word: ScanWord): Promise<Seen | undefined> {
    if (word.text.length > MAX_LITTLE) return undefined;
    const [left, right] = besides(word, sheet.words);
    for (const [one, other] of [
      [left, word],
      [word, right],
    ]) {
      if (!one || !other) continue;
      const both = { ...one, area: around([one.area, other.area]) };
      for (const margin of MARGINS) {
        const { text, confidence } = await this.second.read(aroundWord(sheet, both, margin));
        const isRead = plainMarks(text) === plainMarks(one.text + other.text);
        if (isRead) return { kind: 'agreed', text: word.text, confidence };
      }
    }
    return undefined;
  }

  private shapesOf(sheet: Sheet): GlyphShapes {
    const shapes = this.shapes.get(sheet) ?? new GlyphShapes(sheet.picture, sheet.words);
    this.shapes.set(sheet, shapes);
    return shapes;
  }

  /** The first engine's other readings of a word: alone, in other sizes, and part by part. */
  private *rereadings(sheet: Sheet, word: ScanWord): Generator<string> {
    for (const [layout, larger] of LOOKS) yield this.readAlone(sheet, word, layout, larger);
    const parts = partsOf(word);
    if (parts.length > 1) {
      yield parts.map((part) => this.readAlone(sheet, part, 'oneWord', 2) + part.mark).join('');
    }
  }

  /** A word once more by the first engine, with nothing beside it that could lead it. */
  private readAlone(sheet: Sheet, word: ScanWord, layout: keyof typeof LAYOUT, larger: number): string {
    const alone = aroundWord(sheet, word, MARGINS[1]);
    const grown = resized(alone, Math.round(alone.width * larger), Math.round(alone.height * larger));
    const words = this.first.read(grown, sheet.dpi * larger, layout);
    return words.map(({ text }) => text).join('');
  }
}

/** The words on either side on its line, in whatever order an engine has read them; undefined where there is a wide gap. */
function besides(
  word: ScanWord,
  words: readonly ScanWord[],
): [left: ScanWord | undefined, right: ScanWord | undefined] {
  const { area, baseline, lineHeight } = word;
  const onLine = words.filter((other) => other !== word && Math.abs(other.baseline - baseline) < lineHeight / 2);
  const nearest = (gapOf: (other: ScanWord) => number) =>
    onLine
      .filter((other) => gapOf(other) >= 0 && gapOf(other) <= WIDE * lineHeight)
      .sort((a, b) => gapOf(a) - gapOf(b))[0];
  return [nearest((other) => area.x - other.area.right), nearest((other) => other.area.x - area.right)];
}

/** A word between its hyphens and slashes, each part with the mark that follows it. */
function partsOf(word: ScanWord): (ScanWord & { readonly mark: string })[] {
  return [...word.text.matchAll(/([^-/]+)([-/]?)/g)].map(({ 0: whole, 1: text = '', 2: mark = '', index }) => {
    const [x, right] = [word.edges[index] ?? word.area.x, word.edges[index + text.length] ?? word.area.right];
    return {
      ...word,
      text,
      mark,
      area: { ...word.area, x, right: whole.length > text.length ? right : word.area.right },
    };
  });
}

function around(areas: readonly Area[]): Area {
  return {
    x: Math.min(...areas.map(({ x }) => x)),
    y: Math.min(...areas.map(({ y }) => y)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

/** A word with paper around it, but with nothing of the next. */
function aroundWord({ picture, words }: Sheet, { area, lineHeight }: ScanWord, margin: number): Picture {
  const space = Math.round(margin * lineHeight);
  const right = area.right + space;
  const next = words.filter(
    (other) =>
      other.area.x >= area.right && other.area.x < right && other.area.y < area.bottom && other.area.bottom > area.y,
  );
  return cropped(picture, {
    x: area.x - space,
    y: area.y - space,
    right: Math.min(right, ...next.map((other) => other.area.x - 1)),
    bottom: area.bottom + space,
  });
}

/** A figure or a code that no printer sets, or a word of which the engine is not sure. */
function isOdd({ text, confidence }: ScanWord): boolean {
  if (!/\d/.test(text))
    return (
      /\p{L}{2}/u.test(text) &&
      (confidence < UNSURE || (/\p{Lu}\p{Ll}\p{Lu}|^\p{L}{3}$/u.test(text) && confidence < SURE))
    );
  if (hasBothMarks(text)) return true;
  return confidence < UNSURE || /[.,:;]{2}|\d[.,]\d{1,2}[.,]\d|[^\s\p{L}\p{N}.,:;%/()+\-–'’"“”&#@$€£]/u.test(text);
}

/** Whether two readings are one, but for what no value differs in. */
export function isSame(one: string, other: string): boolean {
  const plain = asCompared(one);
  return plain !== '' && plain === asCompared(other) && beginsWithPoint(one) === beginsWithPoint(other);
}

/** `.OMXS30` is the code of an index, and `.5` a half: a point before a letter or figure is no mark around it. */
function beginsWithPoint(text: string): boolean {
  return /^[("']*\.[\p{L}\p{N}]/u.test(plainMarks(text));
}

/** Without the marks at its ends that a speck beside the word made, and its first reading has not. */
function withoutStray(again: string, first: string): string {
  const text = plainMarks(again);
  const begun = /^['"([]/.test(first) ? text : text.replace(/^['"|.,:;]+/, '');
  return /['").,:;\]]$/.test(first) ? begun : begun.replace(/['"|.,:;]+$/, '');
}

/** Of a code whose letters one engine reads as small, `Bz-99001`, the reading in capitals: both forms of a letter are one shape. */
function inOneCase(first: string, second: string): string {
  const plain = second.replace(/\s/g, '');
  const isCode =
    /\d|\p{Lu}\p{Ll}\p{Lu}/u.test(first) &&
    plain.length === first.length &&
    plain.toLowerCase() === first.toLowerCase();
  return isCode && plain === plain.toUpperCase() ? plain : first;
}

/** Without what engines differ in and no value does: spaces, accents, the form of quotes and dashes, marks around a word, case. */
export function asCompared(text: string): string {
  return plainMarks(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^[.,:;'"()[\]|/]+|[.,:;'"()[\]|/]+$/g, '')
    .toLowerCase();
}

function plainMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/\s/g, '');
}
