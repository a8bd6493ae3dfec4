import type { Box } from '@trade-matching/domain';
import type { PageFrame } from '../read/positioned-text.ts';
import { boxAsShown } from '../read/positioned-text.ts';
import { stampWords } from '../read/stamp-words.ts';
import type { TextRun } from '../read/text-run.ts';
import { withEnumerators } from './enumerators.ts';
import { isLeader, tallestInk } from './glyph-shapes.ts';
import type { LineFinder } from './line-finder.ts';
import type { LineReader } from './line-reader.ts';
import { missedAreas } from './missed-areas.ts';
import type { PageRenderer } from './page-renderer.ts';
import { figuresTogether } from './parted-figures.ts';
import { type Area, cropped, type Picture } from './picture.ts';
import { runsOfWords } from './runs-of-words.ts';
import { READING_DPI } from './scan-limits.ts';
import type { ScanWord } from './scan-word.ts';
import { isSame } from './second-look.ts';
import type { WordEngine } from './tesseract.ts';
import { levelled, runsUpright, turnedBack } from './upright-picture.ts';

/** A page that was read as a picture. */
export interface Sheet {
  /** 1-based. */
  readonly number: number;
  readonly dpi: number;
  /** Held for reading: its text runs from left to right. */
  readonly picture: Picture;
  readonly words: readonly ScanWord[];
  readonly frame: PageFrame;
  /** Radians to the right by which it lay askew. */
  readonly skew: number;
  /** Words that call the document a draft, a copy, void; they are no text of it. */
  readonly stamps: readonly string[];
}

const POINTS_AN_INCH = 72;
/** A sheet that is read with less confidence than this may be upside down. */
const SURE = 0.75;
/** What tesseract makes of the edges of tables, */
const EDGES = /^[|_¦[\]]+$/;
/** and of specks. */
const SPECKS = /^[^\p{L}\p{N}%$€£&/]{1,3}$/u;
const SPECK_CONFIDENCE = 0.6;
/** Of its line's height, how high a letter or figure is at the least. */
const LOWEST = 0.3;
/** Beside a line that was read there are specks and rules: what is found there has to be read well. */
const MISSED_CONFIDENCE = 0.5;
/** What the second engine alone reads must be read better still. */
const SECOND_CONFIDENCE = 0.8;
/** Of its height, how much paper an area has around its line, and how far its baseline is from the bottom. */
const AROUND_LINE = 0.12;
const BELOW_LINE = 0.3;
/** A stamp's letters are so many times as high as the text's; a watermark says its word so often. */
const LARGE = 1.6;
const OFTEN = 3;
/** Of a line's height, a capital's. */
const CAPITAL = 0.75;
/** Of no use at all: a stamp's rim, a signature. */
const NOISE_CONFIDENCE = 0.15;

/** Renders a page and reads it, however the sheet was laid in. */
export async function readSheet(
  renderer: PageRenderer,
  engine: WordEngine,
  { finder, reader }: { readonly finder: LineFinder; readonly reader: LineReader },
  number: number,
): Promise<Sheet> {
  const sheet = readAsItLies(renderer, engine, number);
  const missed = await missedWords(sheet, engine, finder, reader);
  const words = withoutWatermark([...sheet.words, ...missed], sheet.picture);
  return { ...sheet, words: withEnumerators(words.live), stamps: words.stamps };
}

function readAsItLies(renderer: PageRenderer, engine: WordEngine, number: number): Sheet {
  const { picture: shown, dpi } = renderer.render(number, READING_DPI);
  const read = (quarters: number) => readTurned(shown, dpi, engine, number, quarters);
  const likely = runsUpright(shown, dpi) ? 1 : 0;
  const first = read(likely);
  // Letters that are all as wide stand in columns as they do in lines: only their words say which of the two are lines.
  const asShown = standUpright(first.words) ? read(1 - likely) : first;
  if (meanConfidence(asShown.words) >= SURE) return asShown;
  const turned = read(asShown.frame.shownTurns + 2);
  return meanConfidence(turned.words) > meanConfidence(asShown.words) ? turned : asShown;
}

/** Whether most words of three letters and more are higher than they are wide: the sheet is held by a quarter wrong. */
export function standUpright(words: readonly ScanWord[]): boolean {
  const long = words.filter(({ text }) => text.length > 2);
  const upright = long.filter(({ area }) => area.bottom - area.y > area.right - area.x);
  return upright.length > long.length / 2;
}

/** @param quarters to the right by which the page is shown turned */
function readTurned(shown: Picture, dpi: number, engine: WordEngine, number: number, quarters: number): Sheet {
  const { picture, skew } = levelled(turnedBack(shown, quarters), dpi);
  const scale = POINTS_AN_INCH / dpi;
  const frame = {
    width: picture.width * scale,
    height: picture.height * scale,
    shownTurns: quarters as PageFrame['shownTurns'],
  };
  const words = figuresTogether(engine.read(picture, dpi, 'page')).filter((word) => {
    return word.text.trim() !== '' && !isNoise(word) && !isLeader(picture, word);
  });
  return { number, dpi, picture, words, frame, skew, stamps: [] };
}

/**
 * What the first engine's layout left out, as it does labels on a shaded cell: found by another, read by the same. Where it
 * reads nothing there, what the second reads is for the first to confirm.
 */
async function missedWords(
  { picture, dpi, words }: Sheet,
  engine: WordEngine,
  finder: LineFinder,
  reader: LineReader,
): Promise<ScanWord[]> {
  const found: ScanWord[] = [];
  for (const area of missedAreas(await finder.find(picture), words)) {
    const part = cropped(picture, area);
    const read = figuresTogether(engine.read(part, dpi, 'oneLine')).filter((word) => word.text.trim() !== '');
    const sure = read.filter((word) => word.confidence >= MISSED_CONFIDENCE && !isNoise(word));
    if (sure.length > 0) {
      found.push(...sure.map((word) => moved(word, area)));
      continue;
    }
    const second = await reader.read(part);
    // The first engine may be sure of nothing, and yet right: `5,000,000.00` in a typewriter's type.
    const isAlike = read.length > 0 && isSame(read.map(({ text }) => text).join(''), second.text);
    const { confidence } = second;
    if (isAlike && confidence >= MISSED_CONFIDENCE) {
      found.push(...read.map((word) => moved({ ...word, confidence }, area)));
    } else found.push(...wordsInArea(second, area));
  }
  return found;
}

function moved(word: ScanWord, { x, y }: Area): ScanWord {
  const { area } = word;
  return {
    ...word,
    area: { x: area.x + x, y: area.y + y, right: area.right + x, bottom: area.bottom + y },
    edges: word.edges.map((edge) => edge + x),
    baseline: word.baseline + y,
  };
}

/** Words of an area as wide as they have letters, which is near enough to find them. */
function wordsInArea({ text, confidence }: { text: string; confidence: number }, area: Area): ScanWord[] {
  if (confidence < SECOND_CONFIDENCE || !/[\p{L}\p{N}]{2}/u.test(text)) return [];
  const height = area.bottom - area.y;
  const inset = AROUND_LINE * height;
  const [left, width] = [area.x + inset, area.right - area.x - 2 * inset];
  const at = (index: number) => left + (width * index) / text.length;
  const words = [...text.matchAll(/\S+/g)];
  return words.map(({ 0: word, index }, i) => ({
    text: word,
    confidence,
    area: { x: at(index), y: area.y + inset, right: at(index + word.length), bottom: area.bottom - inset },
    edges: Array.from({ length: word.length + 1 }, (_, k) => at(index + k)),
    baseline: area.bottom - BELOW_LINE * height,
    lineHeight: height - 2 * inset,
    bySecond: true,
    spaceAfter: i < words.length - 1,
  }));
}

/** Parts what a stamp or a watermark says from the text: in large letters, or again and again. */
export function withoutWatermark(
  words: readonly ScanWord[],
  picture: Picture,
): { live: readonly ScanWord[]; stamps: readonly string[] } {
  const usual = [...words].map(({ lineHeight }) => lineHeight).sort((a, b) => a - b)[Math.floor(words.length / 2)] ?? 0;
  const isStamp = (word: ScanWord, at: number) => {
    const { text, lineHeight, area } = word;
    if (!/^\p{Lu}{4,}$/u.test(text) || stampWords(text).severity === undefined) return false;
    if (words.filter((other) => other.text === text).length >= OFTEN) return true;
    if (Math.max(lineHeight, area.bottom - area.y) <= LARGE * usual) return false;
    // A rule beside a line makes it seem higher than its letters are: one word of a sentence is no larger than the rest.
    const beside = [words[at - 1]?.spaceAfter ? words[at - 1] : undefined, word.spaceAfter ? words[at + 1] : undefined];
    const isInSentence = beside.some((other) => other !== undefined && /\p{Ll}/u.test(other.text));
    return !isInSentence || tallestInk(picture, word) > LARGE * CAPITAL * usual;
  };
  const stamps = words.filter(isStamp);
  return { live: words.filter((word) => !stamps.includes(word)), stamps: [...new Set(stamps.map(({ text }) => text))] };
}

export function runsOfSheet({ words, dpi }: Sheet): TextRun[] {
  return runsOfWords(words, dpi);
}

/** Where a box on the sheet as it is held for reading is on the page as it is shown. */
export function boxOnPage(box: Box, { frame, skew }: Sheet): Box {
  return boxAsShown(skew === 0 ? box : turnedBox(box, frame, skew), frame);
}

function turnedBox({ x, y, width, height }: Box, frame: PageFrame, angle: number): Box {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const [middleX, middleY] = [frame.width / 2, frame.height / 2];
  // About its own middle a box stays as it is: a person finds the words by it, and lines stay apart.
  const [dx, dy] = [x + width / 2 - middleX, y + height / 2 - middleY];
  const [centerX, centerY] = [middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos];
  return { x: centerX - width / 2, y: centerY - height / 2, width, height };
}

function isNoise({ text, confidence, area, lineHeight }: ScanWord): boolean {
  if (confidence < NOISE_CONFIDENCE || EDGES.test(text)) return true;
  // A dot of a colon that is read as a figure: no letter or figure is as low.
  if (/[\p{L}\p{N}]/u.test(text) && area.bottom - area.y < LOWEST * lineHeight) return true;
  return SPECKS.test(text) && confidence < SPECK_CONFIDENCE;
}

/** Of the words of three letters and more, by their length. */
function meanConfidence(words: readonly ScanWord[]): number {
  const long = words.filter(({ text }) => text.length > 2);
  const letters = long.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : long.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}
