/** Figures drawn with a pen, in a square of one: up to down 1 to 0, left to right 0 to 1. */
const STROKES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '0': [[0, 0, 0, 1, 1, 1, 1, 0, 0, 0]],
  '1': [[0.1, 0.75, 0.55, 1, 0.55, 0]],
  '2': [[0, 0.8, 0.2, 1, 0.8, 1, 1, 0.8, 1, 0.6, 0, 0, 1, 0]],
  '3': [[0, 1, 1, 1, 0.5, 0.6, 0.9, 0.5, 1, 0.2, 0.7, 0, 0, 0.05]],
  '4': [[0.75, 0, 0.75, 1, 0, 0.3, 1, 0.3]],
  '5': [[0.95, 1, 0.1, 1, 0.05, 0.55, 0.7, 0.6, 1, 0.3, 0.7, 0, 0, 0.05]],
  '6': [[0.9, 1, 0.2, 0.7, 0, 0.3, 0.2, 0, 0.8, 0, 1, 0.3, 0.8, 0.5, 0.1, 0.45]],
  '7': [[0, 1, 1, 1, 0.35, 0]],
  '8': [[0.5, 0.55, 0.1, 0.8, 0.5, 1, 0.9, 0.8, 0.5, 0.55, 0, 0.25, 0.5, 0, 1, 0.25, 0.5, 0.55]],
  '9': [[0.9, 0.55, 0.2, 0.5, 0, 0.7, 0.2, 1, 0.8, 1, 1, 0.7, 0.8, 0.3, 0.1, 0]],
  ',': [[0.5, 0.08, 0.3, -0.2]],
  '.': [[0.4, 0, 0.6, 0.08]],
};

/** In font sizes. */
const [HEIGHT, PEN, SIDE] = [0.7, 0.09, 0.08];
const [DIGIT, MARK] = [0.556, 0.278];

/** Operators that draw figures from a baseline. Points. */
export function drawnFigures(figures: string, x: number, y: number, size: number): string {
  const drawn: string[] = [`q 0 G ${(PEN * size).toFixed(2)} w 1 J 1 j`];
  let at = x;
  for (const figure of figures) {
    const width = (/\d/.test(figure) ? DIGIT : MARK) * size;
    drawn.push(strokesOf(figure, at, y, width, size));
    at += width;
  }
  return [...drawn, 'Q'].join('\n');
}

/** What a font of drawings shows for a figure, a thousand to the font size. */
export function figureProcedure(figure: string, width: number): string {
  return `${width} 0 d0 0 G ${1000 * PEN} w 1 J 1 j ${strokesOf(figure, 0, 0, width, 1000)}`;
}

function strokesOf(figure: string, x: number, y: number, width: number, size: number): string {
  const side = SIDE * size;
  const lines = (STROKES[figure] ?? []).map((points) => {
    const steps: string[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [px, py] = [x + side + (points[i] ?? 0) * (width - 2 * side), y + (points[i + 1] ?? 0) * HEIGHT * size];
      steps.push(`${px.toFixed(2)} ${py.toFixed(2)} ${i === 0 ? 'm' : 'l'}`);
    }
    return `${steps.join(' ')} S`;
  });
  return lines.join(' ');
}
