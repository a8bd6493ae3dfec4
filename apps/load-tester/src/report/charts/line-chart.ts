import { linearScale, type RoundStep, type Scale, secondsStep } from './scale.ts';
import { escapeHtml, round } from './svg.ts';

export interface Line {
  readonly name: string;
  /** One of the page's colours: `--first` to `--fourth`. */
  readonly colour: 1 | 2 | 3 | 4;
  /** Beside the chart's `x`, in its order; null where nothing was measured: the line goes on to the next. */
  readonly values: readonly (number | null)[];
  /** The space below it is tinted. */
  readonly filled?: boolean;
}

export interface LineChart {
  readonly title: string;
  /** What is drawn, and in which unit, in a few words. */
  readonly caption: string;
  readonly x: readonly number[];
  readonly lines: readonly Line[];
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** How far ticks of the vertical axis may be apart; by default round decimals. */
  readonly stepY?: RoundStep;
  /** Given, the x axis has these ticks and no others; else it is one of seconds. */
  readonly ticksX?: readonly number[];
  /** What the vertical axis says, where that is shorter than what a tooltip says. */
  readonly formatTick: (value: number) => string;
  /** Said in place of a chart without values. */
  readonly none?: string;
}

const WIDTH = 640;
const HEIGHT = 250;
const PLOT = { left: 62, right: 626, top: 12, bottom: 214 } as const;

/** A chart of lines as inline SVG, each stretch of it with its figures as a tooltip. */
export function lineChart(chart: LineChart): string {
  const { title, caption, x, lines, formatX, formatTick, stepY, ticksX, none = 'Nothing was measured.' } = chart;
  const values = lines.flatMap((line) => line.values.filter((value) => value !== null));
  if (values.length === 0) return figure(chart, `<p class="none">${none}</p>`);
  const last = x.at(-1) ?? 0;
  const first = x[0] ?? 0;
  const scaleX = linearScale(last, [PLOT.left, PLOT.right], { step: secondsStep, about: 6 });
  const placeX = (value: number) =>
    last > first ? PLOT.left + ((value - first) / (last - first)) * (PLOT.right - PLOT.left) : PLOT.left;
  const most = values.reduce((a, b) => Math.max(a, b));
  const scaleY = linearScale(most, [PLOT.bottom, PLOT.top], stepY === undefined ? {} : { step: stepY });
  const shownX = (ticksX ?? scaleX.ticks).filter((tick) => tick >= first && tick <= last);
  const svg = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(`${title}: ${caption}`)}">
${scaleY.ticks.map((tick) => gridLine(scaleY.place(tick), formatTick(tick))).join('')}
${shownX.map((tick) => `<text class="tick" x="${round(placeX(tick))}" y="${PLOT.bottom + 20}" text-anchor="middle">${escapeHtml(formatX(tick))}</text>`).join('')}
${lines.map((line) => path(line, x, placeX, scaleY)).join('')}
${tooltips(chart, placeX)}
</svg>`;
  return figure(chart, svg);
}

function gridLine(y: number, label: string): string {
  return `<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${round(y)}" y2="${round(y)}"/><text class="tick" x="${PLOT.left - 8}" y="${round(y + 4)}" text-anchor="end">${escapeHtml(label)}</text>`;
}

function path(
  { values, colour, filled }: Line,
  x: readonly number[],
  placeX: (value: number) => number,
  y: Scale,
): string {
  const points = values.flatMap((value, i): [number, number][] =>
    value === null ? [] : [[placeX(x[i] ?? 0), y.place(value)]],
  );
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return '';
  // One alone is a dot.
  if (points.length === 1) return `<circle class="c${colour}" cx="${round(first[0])}" cy="${round(first[1])}" r="2"/>`;
  const drawn = points.map(([px, py]) => `${round(px)} ${round(py)}`).join('L');
  const area = `<path class="area c${colour}" d="M${drawn}L${round(last[0])} ${PLOT.bottom}L${round(first[0])} ${PLOT.bottom}Z"/>`;
  return `${filled ? area : ''}<path class="line c${colour}" d="M${drawn}"/>`;
}

/** A strip for each point, which shows its figures where the pointer stands. */
function tooltips({ x, lines, formatX, formatY }: LineChart, placeX: (value: number) => number): string {
  return x
    .map((value, i) => {
      const left = i === 0 ? PLOT.left : (placeX(x[i - 1] ?? value) + placeX(value)) / 2;
      const right = i === x.length - 1 ? PLOT.right : (placeX(value) + placeX(x[i + 1] ?? value)) / 2;
      const figures = lines.flatMap((line) => {
        const at = line.values[i];
        return at === null || at === undefined ? [] : [`${line.name}: ${formatY(at)}`];
      });
      const text = [formatX(value), ...figures].join('\n');
      return `<rect class="hover" x="${round(left)}" y="${PLOT.top}" width="${round(Math.max(0, right - left))}" height="${PLOT.bottom - PLOT.top}"><title>${escapeHtml(text)}</title></rect>`;
    })
    .join('');
}

function figure({ title, caption, lines }: LineChart, content: string): string {
  const legend = lines.map(({ name, colour }) => `<li class="c${colour}">${escapeHtml(name)}</li>`).join('');
  return `<figure><figcaption><h3>${escapeHtml(title)}</h3><p>${escapeHtml(caption)}</p></figcaption>${content}<ul class="legend">${legend}</ul></figure>`;
}
