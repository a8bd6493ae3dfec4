import { isLikeIdentifier, settledByCheckDigits, settledByForm } from './check-digits.ts';
import type { LineReader } from './line-reader.ts';
import { cropped, type Picture, resized } from './picture.ts';
import type { Sheet } from './read-sheet.ts';
import { LEAST_CONFIDENCE } from './scan-limits.ts';
import type { ScanWord } from './scan-word.ts';
import type { LAYOUT, WordEngine } from './tesseract.ts';

/**
 * What a second engine makes of a word.
 * - `agreed`: both read `text`, or the check digits of an identifier say so;
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
/** Of a figure, less is worth another look. */
const UNSURE = 0.7;
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
        const settled = settledByCheckDigits(word.text, seen.text);
        if (settled !== undefined) {
          this.words.set(word, {
            kind: 'agreed',
            text: settled,
            confidence: Math.max(word.confidence, seen.confidence),
          });
        } else if (seen.kind === 'disputed') unsure.push(word);
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
    const looked = await this.look(sheet, word);
    const seen: Seen = looked.kind === 'disputed' && isKept ? { ...looked, kind: 'kept' } : looked;
    this.words.set(word, seen);
    return seen;
  }

  private async look(sheet: Sheet, word: ScanWord): Promise<Seen> {
    let other = { text: '', confidence: 0 };
    if (word.bySecond) other = word;
    else {
      for (const margin of MARGINS) {
        const read = await this.second.read(aroundWord(sheet.picture, word, margin));
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
    return { kind: 'disputed', text: other.text, confidence: other.confidence };
  }

  /** The first engine's other readings of a word: alone, in other sizes, and part by part. */
  private *rereadings({ picture, dpi }: Sheet, word: ScanWord): Generator<string> {
    for (const [layout, larger] of LOOKS) yield this.readAlone(picture, dpi, word, layout, larger);
    const parts = partsOf(word);
    if (parts.length > 1) {
      yield parts.map((part) => this.readAlone(picture, dpi, part, 'oneWord', 2) + part.mark).join('');
    }
  }

  /** A word once more by the first engine, with nothing beside it that could lead it. */
  private readAlone(
    picture: Picture,
    dpi: number,
    word: ScanWord,
    layout: keyof typeof LAYOUT,
    larger: number,
  ): string {
    const alone = aroundWord(picture, word, MARGINS[1]);
    const grown = resized(alone, Math.round(alone.width * larger), Math.round(alone.height * larger));
    const words = this.first.read(grown, dpi * larger, layout);
    return words.map(({ text }) => text).join('');
  }
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

function aroundWord(picture: Picture, { area, lineHeight }: ScanWord, margin: number): Picture {
  const space = Math.round(margin * lineHeight);
  return cropped(picture, {
    x: area.x - space,
    y: area.y - space,
    right: area.right + space,
    bottom: area.bottom + space,
  });
}

/** A figure that no printer sets, or one of which the engine is not sure. */
function isOdd({ text, confidence }: ScanWord): boolean {
  if (!/\d/.test(text)) return false;
  return confidence < UNSURE || /[.,:;]{2}|\d[.,]\d{1,2}[.,]\d|[^\s\p{L}\p{N}.,:;%/()+\-–'’"“”&#@$€£]/u.test(text);
}

function isSame(one: string, other: string): boolean {
  const plain = asCompared(one);
  return plain !== '' && plain === asCompared(other);
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
  const isCode = /\d/.test(first) && plain.length === first.length && plain.toLowerCase() === first.toLowerCase();
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
