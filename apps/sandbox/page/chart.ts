import {
  type ChartDataset,
  Chart as ChartJs,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { PageChart, PageData } from '../src/page/page-data.ts';
import { colourOf } from './colours.ts';
import { element } from './elements.ts';

ChartJs.register(LineController, LineElement, PointElement, LinearScale, Filler, Legend, Tooltip);
ChartJs.defaults.font.family = 'system-ui, sans-serif';
ChartJs.defaults.font.size = 10.5;
ChartJs.defaults.color = '#4b5563';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const time = (at: number, seconds: boolean) =>
  new Date(at).toLocaleTimeString('en-GB', seconds ? {} : { hour: '2-digit', minute: '2-digit' });

type Line = ChartDataset<'line', { x: number; y: number | null }[]>;

/** One chart of the dashboard, drawn by Chart.js. */
export class Chart {
  private readonly chart: ChartJs<'line', { x: number; y: number | null }[]>;
  private readonly note = element('p', { className: 'note' });
  private readonly none = element('p', { className: 'none', text: 'No data in this time.' });

  constructor(place: HTMLElement) {
    const canvas = element('canvas');
    place.append(this.note, element('div', { className: 'canvas', children: [canvas, this.none] }));
    this.chart = new ChartJs(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: { type: 'linear', grid: { display: false }, ticks: { maxRotation: 0, maxTicksLimit: 5 } },
          y: { beginAtZero: true, border: { display: false }, ticks: { maxTicksLimit: 6, precision: 0 } },
        },
        plugins: {
          legend: {
            position: 'bottom',
            align: 'start',
            labels: { boxWidth: 8, boxHeight: 8, padding: 6, font: { size: 10 } },
          },
          tooltip: {
            filter: ({ parsed }) => parsed.y !== 0,
            itemSort: (a, b) => (b.parsed.y ?? 0) - (a.parsed.y ?? 0),
          },
        },
      },
    });
  }

  show({ series, unit, stacked, threshold }: PageChart, { from, started, now, period }: PageData): void {
    const at = (i: number) => from + (i + 1) * period * 1000;
    const lines = series.map(({ label, values }, i): Line => {
      const colour = colourOf(label, i);
      return {
        label,
        data: values.map((y, j) => ({ x: at(j), y })),
        borderColor: colour,
        backgroundColor: stacked ? `${colour}66` : colour,
        borderWidth: 1.5,
        // Each area lies on the one below it.
        fill: stacked ? (i === 0 ? 'origin' : '-1') : false,
        spanGaps: true,
        // One that stands alone is no line.
        pointRadius: values.filter((value) => value !== null).length < 3 ? 3 : 0,
        pointHitRadius: 8,
      };
    });
    const highest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
    this.note.textContent = threshold ? `${threshold.label}: over ${number.format(threshold.value)} ${unit}` : '';
    // A line far above would press everything else flat: then the note says it alone.
    if (threshold && threshold.value <= 3 * highest)
      lines.push(thresholdLine(threshold, at(-1), at(series[0]?.values.length ?? 0)));
    this.none.hidden = series.length > 0;
    this.chart.data.datasets = lines;
    const { scales, plugins } = this.chart.options;
    const [x, y] = [scales?.x, scales?.y];
    if (x && y) {
      Object.assign(x, { min: Math.max(from, started - period * 1000), max: now });
      Object.assign(x.ticks ?? {}, { callback: (value: number) => time(value, period < 60) });
      Object.assign(y, { stacked, title: { display: true, text: unit } });
      Object.assign(y.ticks ?? {}, { callback: (value: number) => number.format(value) });
    }
    if (plugins?.tooltip?.callbacks)
      plugins.tooltip.callbacks.title = ([item]) => time(item?.parsed.x ?? 0, period < 60);
    this.chart.update('none');
  }
}

function thresholdLine({ label, value }: NonNullable<PageChart['threshold']>, from: number, to: number): Line {
  return {
    label,
    data: [
      { x: from, y: value },
      { x: to, y: value },
    ],
    borderColor: '#b91c1c',
    backgroundColor: '#b91c1c',
    borderDash: [6, 4],
    borderWidth: 1,
    pointRadius: 0,
    fill: false,
  };
}
