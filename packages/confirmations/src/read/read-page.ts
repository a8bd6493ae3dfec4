import type { getDocumentProxy } from 'unpdf';
import { type Annotation, annotationsOf, isStampAnnotation, markUpOf, textOfAnnotation } from './annotations.ts';
import { runsOfFields } from './form-fields.ts';
import type { DocumentMark } from './marks.ts';
import { paintPage } from './paint/paint-page.ts';
import type { PaintedRun } from './paint/painted-run.ts';
import type { PaintSign } from './paint/signs.ts';
import { unreadPictures } from './pictures.ts';
import { boxAsShown, type PageFrame } from './positioned-text.ts';
import { turnedText, withoutStamps } from './stamps.ts';
import { strikeOut } from './strikes.ts';
import type { TextRun, TurnedRun } from './text-run.ts';
import { type UprightPage, uprightPage } from './upright.ts';

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Text smaller than this is not for readers; the smallest print of real confirmations is 5 points. */
const SMALLEST_POINTS = 2;
/** Text that rises by less than this share of its way is level: a page may be scanned a little askew. */
const LEVEL = 0.05;

/** A page as it is seen, before its runs become lines. */
export interface ReadPage {
  readonly frame: PageFrame;
  readonly text: readonly TextRun[];
  readonly marks: readonly DocumentMark[];
  readonly runs: number;
  readonly hiddenRuns: number;
  readonly glyphs: number;
  readonly unmapped: number;
  /** Whether text is hidden for no other reason than that it has the colour of the paper. */
  readonly paperColored: boolean;
  /** Characters that are seen, spaces left out. */
  readonly visible: number;
  /** Whether it shows anything else than text. Pictures that are not decoded do not count. */
  readonly drawn: boolean;
  /** Why it may show something else than its text says, by how it is painted. */
  readonly signs: readonly PaintSign[];
}

/**
 * Parts what a page shows: level text, stamps and marks, and what nobody sees.
 *
 * @param annotated whether the page may have annotations or fields
 */
export async function readPage(document: Document, page: Page, number: number, annotated: boolean): Promise<ReadPage> {
  const painted = await paintPage(document, page);
  const annotations = annotated ? await annotationsOf(page) : [];
  const upright = uprightPage(page, painted.runs);
  const { level, turned, ...counts } = sortRuns([...painted.runs, ...runsOfFields(annotations)], upright);
  const { text, stamps } = withoutStamps(level);
  const markUp = markUpOf(annotations);
  const struckBoxes = markUp
    .filter(({ subtype }) => subtype === 'StrikeOut')
    .flatMap((each) => boxesOfQuads(each, upright));
  const rules = painted.rules.map((rule) => upright.placeRule(rule));
  const { runs, crossed } = strikeOut(text, rules, struckBoxes);
  const mark = (kind: DocumentMark['kind'], its: string, box: DocumentMark['box']): DocumentMark => ({
    kind,
    page: number,
    box: boxAsShown(box, upright.frame),
    text: its,
  });
  const pictures = painted.pictures.map(({ x, y, right, top }) =>
    boxBetween(upright.point(x, y), upright.point(right, top)),
  );
  const live = runs.map((run) => run.text).join(' ');
  return {
    frame: upright.frame,
    text: runs,
    marks: [
      ...stamps.map((stamp) => mark('stamp', stamp.text, stamp.box)),
      ...turnedText(turned).map(({ text: its, box, askew }) =>
        // A letterhead's name across the page says nothing new.
        ({
          ...mark(askew && !live.includes(its) ? 'stamp' : 'turned', its, box),
          ...(live.includes(its) ? { type: 'repeated' } : {}),
        }),
      ),
      ...runs.filter((run) => run.struck).map((run) => mark('struck', run.text.trim(), boxOfRun(run))),
      ...crossed.map((run) => mark('crossed', run.text.trim(), boxOfRun(run))),
      // A page without text is a scan, which is read.
      ...(runs.length === 0
        ? []
        : unreadPictures(pictures, runs, upright.frame).map((box) => mark('picture', '', box))),
      ...(await marksOfAnnotations(document, page, markUp, upright, mark)),
    ],
    ...counts,
    paperColored: painted.paperColored,
    visible: [...level, ...turned].reduce((sum, run) => sum + countVisible(run.text), 0),
    drawn: painted.drawn,
    signs: painted.signs,
  };
}

/** Places the runs on the page as it is held for reading; those that nobody sees are only counted. */
function sortRuns(runs: readonly PaintedRun[], { frame, place }: UprightPage) {
  const level: TextRun[] = [];
  const turned: TurnedRun[] = [];
  let [hiddenRuns, glyphs, unmapped] = [0, 0, 0];
  for (const painted of runs) {
    const run = place(painted);
    glyphs += run.text.length;
    unmapped += countUnmapped(run.text);
    const [dx, dy] = run.direction;
    const isLevel = Math.abs(dy) < LEVEL && dx > 0;
    const [endX, endY] = [run.x + dx * run.width, run.y + dy * run.width];
    const onPage =
      Math.min(run.x, endX) < frame.width &&
      Math.max(run.x, endX) > 0 &&
      Math.min(run.y, endY) < frame.height &&
      Math.max(run.y, endY) > 0;
    if (run.hidden || !onPage || run.height < SMALLEST_POINTS) hiddenRuns++;
    else if (isLevel) level.push(run);
    else turned.push(run);
  }
  return { level, turned, runs: runs.length, hiddenRuns, glyphs, unmapped };
}

async function marksOfAnnotations(
  document: Document,
  page: Page,
  markUp: readonly Annotation[],
  upright: UprightPage,
  mark: (kind: DocumentMark['kind'], text: string, box: DocumentMark['box']) => DocumentMark,
): Promise<DocumentMark[]> {
  if (markUp.length === 0) return [];
  const { runs } = await paintPage(document, page, 'withAnnotations');
  return markUp.map((annotation) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = annotation.rect ?? [];
    const box = boxBetween(upright.point(left, bottom), upright.point(right, top));
    const kind = isStampAnnotation(annotation) ? 'stamp' : 'annotation';
    return { ...mark(kind, textOfAnnotation(annotation, runs), box), type: annotation.subtype ?? '' };
  });
}

function boxesOfQuads({ quadPoints, rect }: Annotation, upright: UprightPage) {
  const quads = quadPoints ?? (rect ? [rect[0], rect[1], rect[2], rect[3], rect[0], rect[3], rect[2], rect[1]] : []);
  const boxes: { x: number; y: number; right: number; bottom: number }[] = [];
  for (let at = 0; at + 7 < quads.length; at += 8) {
    const points = [0, 2, 4, 6].map((i) => upright.point(quads[at + i] ?? 0, quads[at + i + 1] ?? 0));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    boxes.push({ x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) });
  }
  return boxes;
}

function boxBetween([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): DocumentMark['box'] {
  return { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
}

function boxOfRun({ x, y, width, height }: TextRun): DocumentMark['box'] {
  return { x, y: y - 0.8 * height, width, height };
}

function countVisible(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== SPACE) count++;
  return count;
}
const SPACE = 0x20;

// Private use, replacement and control characters: what a font without a usable mapping gives.
function countUnmapped(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) count++;
  }
  return count;
}
