import type { Box } from '@trade-matching/domain';
import type { PageFrame } from '../read/positioned-text.ts';
import { boxAsShown } from '../read/positioned-text.ts';
import type { TextRun } from '../read/text-run.ts';
import type { LineFinder } from './line-finder.ts';
import { missedAreas } from './missed-areas.ts';
import type { PageRenderer } from './page-renderer.ts';
import { cropped, type Picture } from './picture.ts';
import { runsOfWords } from './runs-of-words.ts';
import { READING_DPI } from './scan-limits.ts';
import type { ScanWord } from './scan-word.ts';
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
}

const POINTS_AN_INCH = 72;
/** A sheet that is read with less confidence than this may be upside down. */
const SURE = 0.75;
/** What tesseract makes of the edges of tables, */
const EDGES = /^[|_¦[\]]+$/;
/** and of specks. */
const SPECKS = /^[^\p{L}\p{N}%$€£&]{1,3}$/u;
const SPECK_CONFIDENCE = 0.6;
/** Beside a line that was read there are specks and rules: what is found there has to be read well. */
const MISSED_CONFIDENCE = 0.5;
/** Of no use at all: a stamp's rim, a signature. */
const NOISE_CONFIDENCE = 0.15;

/** Renders a page and reads it, however the sheet was laid in. */
export async function readSheet(
  renderer: PageRenderer,
  engine: WordEngine,
  finder: LineFinder,
  number: number,
): Promise<Sheet> {
  const sheet = readAsItLies(renderer, engine, number);
  return { ...sheet, words: [...sheet.words, ...(await missedWords(sheet, engine, finder))] };
}

function readAsItLies(renderer: PageRenderer, engine: WordEngine, number: number): Sheet {
  const { picture: shown, dpi } = renderer.render(number, READING_DPI);
  const first = runsUpright(shown, dpi) ? 1 : 0;
  const asShown = readTurned(shown, dpi, engine, number, first);
  if (meanConfidence(asShown.words) >= SURE) return asShown;
  const turned = readTurned(shown, dpi, engine, number, first + 2);
  return meanConfidence(turned.words) > meanConfidence(asShown.words) ? turned : asShown;
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
  const words = engine.read(picture, dpi, 'page').filter((word) => word.text.trim() !== '' && !isNoise(word));
  return { number, dpi, picture, words, frame, skew };
}

/** What the first engine's layout left out, as it does labels on a shaded cell: found by another, read by the same. */
async function missedWords(
  { picture, dpi, words }: Sheet,
  engine: WordEngine,
  finder: LineFinder,
): Promise<ScanWord[]> {
  const areas = missedAreas(await finder.find(picture), words);
  return areas.flatMap(({ x, y, right, bottom }) =>
    engine
      .read(cropped(picture, { x, y, right, bottom }), dpi, 'oneLine')
      .filter((word) => word.text.trim() !== '' && word.confidence >= MISSED_CONFIDENCE && !isNoise(word))
      .map((word) => ({
        ...word,
        area: { x: word.area.x + x, y: word.area.y + y, right: word.area.right + x, bottom: word.area.bottom + y },
        edges: word.edges.map((edge) => edge + x),
        baseline: word.baseline + y,
      })),
  );
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

function isNoise({ text, confidence }: ScanWord): boolean {
  return confidence < NOISE_CONFIDENCE || EDGES.test(text) || (SPECKS.test(text) && confidence < SPECK_CONFIDENCE);
}

/** Of the words of three letters and more, by their length. */
function meanConfidence(words: readonly ScanWord[]): number {
  const long = words.filter(({ text }) => text.length > 2);
  const letters = long.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : long.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / letters;
}
