import type { Bin } from '../measure/time-series.ts';
import { type Line, lineChart } from './charts/line-chart.ts';
import { millisecondsStep } from './charts/scale.ts';
import { clock, duration, rate, shortDuration, whole } from './figures.ts';
import type { LoadReport } from './load-report.ts';

/** Throughput, latency and queues over a run's time, and the distribution of its latencies. */
export function timeCharts({ series, outcomes, load }: LoadReport): string[] {
  const { bins, binSeconds } = series;
  const x = bins.map(({ at }) => at);
  const of = (value: (bin: Bin) => number | null) => bins.map(value);
  const perSecond = (value: (bin: Bin) => number) => of((bin) => value(bin) / binSeconds);
  const queues = Object.keys(bins[0]?.queues ?? {});
  const time = { x, formatX: clock };
  const colours = [1, 2, 3, 4] as const;

  return [
    lineChart({
      ...time,
      title: 'Throughput',
      caption: `Documents a second, ${over(binSeconds)}`,
      formatY: rate,
      formatTick: plainNumber,
      lines: [
        // Of a load that follows the system, what was meant is what was done.
        ...(load.model.kind === 'open'
          ? [{ name: 'meant to be sent', colour: 3, values: perSecond((bin) => bin.intended) } as Line]
          : []),
        { name: 'uploaded', colour: 2, values: perSecond((bin) => bin.uploaded) },
        { name: 'came to their outcome', colour: 1, values: perSecond((bin) => bin.outcomes), filled: true },
      ],
    }),
    lineChart({
      ...time,
      title: 'Latency over time',
      caption: 'From the intended upload to the outcome, of what came to its outcome then',
      formatY: duration,
      formatTick: shortDuration,
      stepY: millisecondsStep,
      lines: [
        { name: 'p99', colour: 2, values: of(({ p99 }) => p99) },
        { name: 'p95', colour: 3, values: of(({ p95 }) => p95) },
        { name: 'median', colour: 1, values: of(({ p50 }) => p50), filled: true },
      ],
    }),
    distributionChart(outcomes.distribution),
    lineChart({
      ...time,
      title: 'Queue depth',
      caption: 'Messages that wait or are being processed',
      formatY: whole,
      formatTick: plainNumber,
      lines: queues.map((queue, i) => ({
        name: queue,
        colour: colours[i % colours.length] ?? 1,
        values: of((bin) => bin.queues[queue] ?? null),
      })),
    }),
  ];
}

/** When uploads failed for good. */
export function errorChart({ series: { bins, binSeconds } }: LoadReport): string {
  const failed = bins.some(({ errors }) => errors > 0);
  return lineChart({
    title: 'Errors',
    caption: `Uploads that failed for good, ${over(binSeconds)}`,
    x: bins.map(({ at }) => at),
    formatX: clock,
    formatY: whole,
    formatTick: plainNumber,
    none: 'No upload failed.',
    lines: failed
      ? [{ name: 'uploads failed', colour: 2, values: bins.map(({ errors }) => errors), filled: true }]
      : [],
  });
}

function over(binSeconds: number): string {
  return binSeconds === 1 ? 'each second' : `over ${binSeconds} s each`;
}

/** Percentiles on an axis of nines, so that the slow end is as wide as the fast one. */
function distributionChart(points: LoadReport['outcomes']['distribution']): string {
  const nines = (percentile: number) => -Math.log10(1 - percentile / 100);
  return lineChart({
    title: 'Latency distribution',
    caption: 'So many per cent of the documents had their outcome within …',
    x: points.map(({ percentile }) => nines(percentile)),
    ticksX: [0, nines(50), 1, nines(95), 2, 3, 4],
    formatX: (value) => `${Number((100 * (1 - 10 ** -value)).toFixed(2))} %`,
    formatY: duration,
    formatTick: shortDuration,
    stepY: millisecondsStep,
    lines: [
      { name: 'upload to outcome', colour: 1, values: points.map(({ milliseconds }) => milliseconds), filled: true },
    ],
  });
}

function plainNumber(value: number): string {
  return value.toLocaleString('en-US');
}
