import type { getDocumentProxy } from 'unpdf';
import type { Box } from './geometry.ts';
import type { PaintedRun, Rule } from './paint/painted-run.ts';
import type { PageFrame } from './positioned-text.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A page held so that its text runs from left to right, its origin at the top left. */
export interface UprightPage {
  readonly frame: PageFrame;
  /** Of a point in user space. */
  point(x: number, y: number): [x: number, y: number];
  /** Its `y` and direction downwards, in points. */
  place(run: PaintedRun): PaintedRun;
  placeRule(rule: Rule): Rule;
}

/** Quarter turns to the left. */
type Turns = 0 | 1 | 2 | 3;

/**
 * How a page is to be held for reading: as most of its letters run. A page may be shown turned because its text is
 * written turned, as a scanner or a landscape printer does; text that runs level is left as it is, whatever the page
 * says. A page may also count in a unit of its own, so many points each.
 */
export function uprightPage(page: Page, runs: readonly PaintedRun[]): UprightPage {
  const turns = turnsOfText(runs);
  const unit = page.userUnit > 0 ? page.userUnit : 1;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = page.view;
  const [corner, opposite] = [turned(turns, x1 * unit, y1 * unit), turned(turns, x2 * unit, y2 * unit)];
  const box: Box = {
    x: Math.min(corner[0], opposite[0]),
    y: Math.min(corner[1], opposite[1]),
    right: Math.max(corner[0], opposite[0]),
    top: Math.max(corner[1], opposite[1]),
  };
  const point = (x: number, y: number): [number, number] => {
    const [turnedX, turnedY] = turned(turns, x * unit, y * unit);
    return [turnedX - box.x, box.top - turnedY];
  };
  const shown = (((Math.round(page.rotate / 90) - turns) % 4) + 4) % 4;
  return {
    frame: { width: box.right - box.x, height: box.top - box.y, shownTurns: shown as PageFrame['shownTurns'] },
    point,
    place(run) {
      const [x, y] = point(run.x, run.y);
      const [dx, dy] = turned(turns, ...run.direction);
      const offsets = unit === 1 ? run.offsets : run.offsets.map((offset) => offset * unit);
      return { ...run, x, y, direction: [dx, -dy], width: run.width * unit, height: run.height * unit, offsets };
    },
    placeRule({ from, to, thickness }) {
      return { from: point(...from), to: point(...to), thickness: thickness * unit };
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

/** The direction of most of the page's letters, of those that run level or upright. */
function turnsOfText(runs: readonly PaintedRun[]): Turns {
  const letters: [number, number, number, number] = [0, 0, 0, 0];
  for (const { direction, text, hidden } of runs) {
    if (hidden) continue;
    const turns = Math.atan2(direction[1], direction[0]) / (Math.PI / 2);
    if (Math.abs(turns - Math.round(turns)) < ASKEW) letters[((Math.round(turns) + 4) % 4) as Turns] += text.length;
  }
  return letters.indexOf(Math.max(...letters)) as Turns;
}

/** Text further than this from a quarter turn is a stamp's. Quarter turns. */
const ASKEW = 0.1;
