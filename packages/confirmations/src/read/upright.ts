import type { getDocumentProxy } from 'unpdf';
import type { Box } from './geometry.ts';
import type { PaintedRun } from './visible-runs.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A page's box and its runs in points, with the text running from left to right. */
export interface UprightPage {
  readonly box: Box;
  place(run: PaintedRun): PaintedRun;
}

/** Quarter turns to the left. */
type Turns = 0 | 1 | 2 | 3;

/**
 * How a page is to be held for reading. A page may be shown turned because its text is written turned, as a scanner
 * or a landscape printer does; text that runs level is left as it is, whatever the page says. A page may also count
 * in a unit of its own, so many points each.
 */
export async function uprightPage(page: Page): Promise<UprightPage> {
  const turns = page.rotate === 0 ? 0 : await turnsOfText(page);
  const unit = page.userUnit > 0 ? page.userUnit : 1;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.view;
  const [corner, opposite] = [turned(turns, x1 * unit, y1 * unit), turned(turns, x2 * unit, y2 * unit)];
  return {
    box: {
      x: Math.min(corner[0], opposite[0]),
      y: Math.min(corner[1], opposite[1]),
      right: Math.max(corner[0], opposite[0]),
      top: Math.max(corner[1], opposite[1]),
    },
    place(run) {
      const [x, y] = turned(turns, run.x * unit, run.y * unit);
      return { ...run, x, y, width: run.width * unit, height: run.height * unit };
    },
  };
}

/** Where a point comes to lie when text that is turned to the left by so many quarters is turned back. */
function turned(turns: Turns, x: number, y: number): [number, number] {
  switch (turns) {
    case 0:
      return [x, y];
    case 1:
      return [y, -x];
    case 2:
      return [-x, -y];
    case 3:
      return [-y, x];
  }
}

/** The direction of most of the page's letters. */
async function turnsOfText(page: Page): Promise<Turns> {
  const { items } = await page.getTextContent();
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const item of items) {
    if (!('str' in item)) continue;
    const [a = 0, b = 0] = item.transform as number[];
    letters[((Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4) as Turns] += item.str.length;
  }
  return letters.indexOf(Math.max(...letters)) as Turns;
}
