import type { getDocumentProxy } from 'unpdf';
import { type Box, intersection, matrixOf, times } from '../geometry.ts';
import type { Painter } from './painter.ts';
import { linesOf, pictureBox, rectangleOf, type Subpath, scaleOf, subpathsOf, thinLineOf } from './paths.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** PDF.js' numbers of its operators. */
export type OperatorNumbers = Awaited<ReturnType<typeof import('unpdf').getResolvedPDFJS>>['OPS'];

// The arguments of an operator are as PDF.js gives them: each handler knows its own.
// biome-ignore lint/suspicious/noExplicitAny: PDF.js types no arguments
type Handler = (painter: Painter, args: readonly any[]) => void;

export type Handlers = readonly (Handler | undefined)[];

const OPAQUE = 0.9;

/** What each operator of a page does to a painter, by the operator's number. */
export function handlersFor(
  operators: OperatorNumbers,
  page: Page,
  isLayerOn: (properties: unknown) => boolean,
): Handlers {
  const handlers: Handler[] = [];
  for (const [number, handler] of [
    ...stateOperators(operators),
    ...textOperators(operators, page),
    ...pathOperators(operators),
    ...contentOperators(operators, isLayerOn),
  ]) {
    handlers[number] = handler;
  }
  return handlers;
}

function stateOperators(OPS: OperatorNumbers): [number, Handler][] {
  return [
    [OPS.save, (painter) => painter.save()],
    [OPS.restore, (painter) => painter.restore()],
    [OPS.paintFormXObjectEnd, (painter) => painter.restore()],
    [
      OPS.paintFormXObjectBegin,
      (painter, [matrix]) => {
        painter.save();
        if (matrix) painter.state.ctm = times(painter.state.ctm, matrixOf(matrix));
      },
    ],
    [
      OPS.transform,
      ({ state }, args) => {
        state.ctm = times(state.ctm, matrixOf(args));
      },
    ],
    [
      OPS.setGState,
      (painter, [entries]) => {
        const { state } = painter;
        for (const [key, value] of (entries ?? []) as [string, unknown][]) {
          if (key === 'ca') state.alpha = Number(value);
          else if (key === 'CA') state.strokeAlpha = Number(value);
          else if (key === 'LW') state.lineWidth = Number(value);
          else if (key === 'BM') state.covers = value === 'source-over' || value === 'normal';
          else if (key === 'SMask' && value) painter.signs.add('masked');
        }
      },
    ],
    [OPS.setLineWidth, ({ state }, [width = 1]) => Object.assign(state, { lineWidth: width })],
    [OPS.setFillRGBColor, ({ state }, [color]) => Object.assign(state, { color })],
    [OPS.setFillColorN, ({ state }) => Object.assign(state, { color: undefined })],
    [OPS.setFillTransparent, ({ state }) => Object.assign(state, { alpha: 0 })],
    [OPS.setStrokeRGBColor, ({ state }, [color]) => Object.assign(state, { strokeColor: color })],
    [OPS.setStrokeColorN, ({ state }) => Object.assign(state, { strokeColor: undefined })],
    [OPS.setStrokeTransparent, ({ state }) => Object.assign(state, { strokeAlpha: 0 })],
  ];
}

function textOperators(OPS: OperatorNumbers, page: Page): [number, Handler][] {
  return [
    [OPS.beginText, (painter) => painter.startText([1, 0, 0, 1, 0, 0])],
    [
      OPS.setFont,
      ({ state }, [font, size = 0]) => {
        state.size = size;
        state.unit = unitOf(page, font);
      },
    ],
    [OPS.setTextMatrix, (painter, [matrix]) => painter.startText(matrixOf(matrix ?? []))],
    [OPS.moveText, (painter, [dx = 0, dy = 0]) => painter.moveLine(dx, dy)],
    [
      OPS.setLeadingMoveText,
      (painter, [dx = 0, dy = 0]) => {
        painter.state.leading = -dy;
        painter.moveLine(dx, dy);
      },
    ],
    [OPS.setLeading, ({ state }, [leading = 0]) => Object.assign(state, { leading })],
    [OPS.nextLine, (painter) => painter.moveLine(0, -painter.state.leading)],
    [OPS.setCharSpacing, ({ state }, [charSpacing = 0]) => Object.assign(state, { charSpacing })],
    [OPS.setWordSpacing, ({ state }, [wordSpacing = 0]) => Object.assign(state, { wordSpacing })],
    [OPS.setHScale, ({ state }, [percent = 100]) => Object.assign(state, { scale: percent / 100 })],
    [OPS.setTextRise, ({ state }, [rise = 0]) => Object.assign(state, { rise })],
    [OPS.setTextRenderingMode, ({ state }, [mode = 0]) => Object.assign(state, { mode })],
    [OPS.showText, (painter, [glyphs]) => painter.show(glyphs ?? [])],
    [OPS.showSpacedText, (painter, [glyphs]) => painter.show(glyphs ?? [])],
  ];
}

function pathOperators(OPS: OperatorNumbers): [number, Handler][] {
  const both: ReadonlySet<number> = new Set([
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ]);
  const filling: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill, ...both]);
  const stroking: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke, ...both]);
  const clip =
    (how: 'inside' | 'even-odd'): Handler =>
    (painter) => {
      painter.clips = how;
    };
  return [
    [OPS.clip, clip('inside')],
    [OPS.eoClip, clip('even-odd')],
    [
      OPS.constructPath,
      (painter, [paint, paths]) => {
        const fills = filling.has(paint);
        const strokes = stroking.has(paint);
        if (!fills && !strokes && !painter.clips) return;
        paintPath(painter, paths, fills, strokes);
      },
    ],
  ];
}

function paintPath(painter: Painter, paths: unknown, fills: boolean, strokes: boolean): void {
  const { state } = painter;
  painter.drawn ||= fills || strokes;
  const subpaths = subpathsOf(paths, state.ctm);
  const [only] = subpaths;
  // Of several rectangles in one path some may be holes: none is known to cover.
  const box = only && subpaths.length === 1 ? rectangleOf(only) : undefined;
  if (fills) {
    for (const subpath of subpaths) {
      const filled = subpath === only && box ? box : rectangleOf(subpath);
      const line = filled && thinLineOf(filled);
      if (line) painter.addRule(line, state.color, state.alpha);
      if (!(box && state.alpha >= OPAQUE)) painter.addOver(filled ?? boxOfPoints(subpath.points));
    }
    if (box && state.alpha >= OPAQUE) painter.addPaint(box, state.color, state.covers);
  }
  if (strokes) {
    const thickness = state.lineWidth * scaleOf(state.ctm);
    for (const subpath of subpaths) {
      const lines = linesOf(subpath, thickness);
      for (const { from, to } of lines) painter.addOver(boxOfPoints([from, to]));
      if (!subpath.straight) continue;
      for (const line of lines) painter.addRule(line, state.strokeColor, state.strokeAlpha);
    }
  }
  // A clip that is no rectangle is left aside: what it cuts off is not known.
  const hole = painter.clips === 'even-odd' ? holeIn(subpaths) : undefined;
  if (painter.clips && box) state.clip = intersection(state.clip, box);
  else if (hole) [state.clip, state.holes] = [intersection(state.clip, hole.around), [...state.holes, hole.inside]];
  else if (painter.clips && subpaths.length > 0) state.cut = true;
  painter.clips = false;
}

/** By the even-odd rule a rectangle within another leaves a hole in it (ISO 32000-1, 8.5.3.3.3). */
function holeIn(subpaths: readonly Subpath[]): { readonly around: Box; readonly inside: Box } | undefined {
  const [one, other, ...more] = subpaths.map(rectangleOf);
  if (!one || !other || more.length > 0) return undefined;
  const isWithin = (a: Box, b: Box) => a.x >= b.x && a.y >= b.y && a.right <= b.right && a.top <= b.top;
  if (isWithin(other, one)) return { around: one, inside: other };
  return isWithin(one, other) ? { around: other, inside: one } : undefined;
}

function boxOfPoints(points: Subpath['points']): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
}

function contentOperators(OPS: OperatorNumbers, isLayerOn: (properties: unknown) => boolean): [number, Handler][] {
  const picture: Handler = (painter) => {
    painter.drawn = true;
    const box = pictureBox(painter.state.ctm);
    const line = thinLineOf(box);
    // A line may be printed as a picture of one point's height.
    if (line) painter.addRule(line, undefined, 1);
    painter.addPaint(box, undefined, false);
  };
  const shown: Handler = (painter, given) => {
    picture(painter, given);
    painter.addPicture(pictureBox(painter.state.ctm));
  };
  const over: Handler = (painter) => {
    painter.addOver(pictureBox(painter.state.ctm));
    painter.addPicture(pictureBox(painter.state.ctm));
  };
  const anywhere: Handler = ({ signs }) => signs.add('over');
  return [
    [OPS.paintImageXObject, shown],
    [OPS.paintInlineImageXObject, shown],
    [OPS.shadingFill, picture],
    [OPS.paintImageMaskXObject, over],
    // Where each of several stands is not looked at: one is as good a reason as all.
    [OPS.paintImageMaskXObjectGroup, anywhere],
    [OPS.paintImageMaskXObjectRepeat, anywhere],
    [OPS.paintImageXObjectRepeat, anywhere],
    [OPS.paintInlineImageXObjectGroup, anywhere],
    [
      OPS.paintSolidColorImageMask,
      (painter) => {
        const box = pictureBox(painter.state.ctm);
        const line = thinLineOf(box);
        if (line) painter.addRule(line, painter.state.color, painter.state.alpha);
        painter.addOver(box);
      },
    ],
    [
      OPS.beginMarkedContentProps,
      ({ layers }, [tag, properties]) => {
        layers.push(tag === 'OC' ? isLayerOn(properties) : true);
      },
    ],
    [OPS.beginMarkedContent, ({ layers }) => layers.push(true)],
    [OPS.endMarkedContent, ({ layers }) => layers.pop()],
    [
      OPS.beginAnnotation,
      (painter, [id, , transform, matrix]) => {
        painter.save();
        painter.annotation = id;
        painter.state.ctm = times(times(painter.state.ctm, matrixOf(transform ?? [])), matrixOf(matrix ?? []));
      },
    ],
    [
      OPS.endAnnotation,
      (painter) => {
        painter.annotation = undefined;
        painter.restore();
      },
    ],
  ];
}

// Fonts that are drawings count in units of their own.
function unitOf(page: Page, font: unknown): number {
  if (typeof font !== 'string' || !page.commonObjs.has(font)) return 0.001;
  const [unit] = (page.commonObjs.get(font) as { isType3Font?: boolean; fontMatrix?: number[] })?.fontMatrix ?? [];
  return unit || 0.001;
}
