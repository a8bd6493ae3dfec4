import { settledByCheckDigits, settledByForm } from './check-digits.ts';
import type { LineReader } from './line-reader.ts';
import { cropped, type Picture, resized } from './picture.ts';
import type { Sheet } from './read-sheet.ts';
import type { ScanWord } from './scan-word.ts';
import type { WordEngine } from './tesseract.ts';

/**
 * What a second engine makes of a word.
 * - `agreed`: both read `text`, or the check digits of an identifier say so;
 * - `disputed`: the second reads `text`.
 */
export interface Seen {
  readonly kind: 'agreed' | 'disputed';
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Paper left around a word, in heights of its line; then with more, which moves it against the model's steps. */
const MARGINS = [0.14, 0.24] as const;
/** How much larger the first engine is given a word that it is asked about again. */
const LARGER = 2;
/** Both engines made the same of it, independently. */
const SURE = 0.99;

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
    return seen ? (seen.kind === 'agreed' ? Math.max(word.confidence, seen.confidence) : 0) : word.confidence;
  }

  /** Identifiers say by themselves whether they were read right: nothing but lookalikes is corrected, and nothing else. */
  settleIdentifiers(words: readonly ScanWord[]): void {
    for (const [index, word] of words.entries()) {
      const afterBic = /\b(?:bic|swift)\b/i.test(`${words[index - 2]?.text ?? ''} ${words[index - 1]?.text ?? ''}`);
      const settled = settledByCheckDigits(word.text);
      if (settled !== undefined) this.words.set(word, { kind: 'agreed', text: settled, confidence: SURE });
      const bic = afterBic ? settledByForm(word.text) : undefined;
      if (bic !== undefined && bic !== word.text) {
        this.words.set(word, { kind: 'agreed', text: bic, confidence: word.confidence });
      }
    }
  }

  /** Has the second engine read a word; where it reads another, both once more, from the word alone. */
  async at(sheet: Sheet, word: ScanWord): Promise<Seen> {
    const known = this.seen(word);
    if (known) return known;
    const seen = await this.look(sheet, word);
    this.words.set(word, seen);
    return seen;
  }

  private async look({ picture, dpi }: Sheet, word: ScanWord): Promise<Seen> {
    let other = { text: '', confidence: 0 };
    for (const margin of MARGINS) {
      const read = await this.second.read(aroundWord(picture, word, margin));
      if (isSame(read.text, word.text)) return { kind: 'agreed', text: word.text, confidence: read.confidence };
      if (other.text === '' || read.confidence > other.confidence) other = read;
    }
    const alone = aroundWord(picture, word, MARGINS[1]);
    const larger = resized(alone, alone.width * LARGER, alone.height * LARGER);
    const again = this.first.read(larger, dpi * LARGER, 'oneLine');
    const text = again.map((each) => each.text).join(' ');
    const confidence = Math.min(other.confidence, ...again.map((each) => each.confidence));
    if (isSame(text, other.text) && text.length === word.text.length) return { kind: 'agreed', text, confidence };
    return { kind: 'disputed', text: other.text, confidence: other.confidence };
  }
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

function isSame(one: string, other: string): boolean {
  const plain = asCompared(one);
  return plain !== '' && plain === asCompared(other);
}

/** Without what engines differ in and no value does: spaces, the form of quotes and dashes, marks around a word, case. */
function asCompared(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”«»]/g, '"')
    .replace(/[–—−]/g, '-')
    .replace(/\s/g, '')
    .replace(/^[.,:;'"()[\]|]+|[.,:;'"()[\]|]+$/g, '')
    .toLowerCase();
}
