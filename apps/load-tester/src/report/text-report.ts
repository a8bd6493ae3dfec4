import { renderTable } from '@trade-matching/command-line';
import type { LatencySummary } from '../measure/latencies.ts';
import type { CountedOutcome } from './count-outcomes.ts';
import { duration, loadInWords, rate, whole } from './figures.ts';
import type { Findings, LoadReport } from './load-report.ts';

const right = { align: 'right' } as const;

/** The closing tables, for a terminal or a file of this many columns. */
export function textReport(report: LoadReport, columns: number): string {
  const { run, uploads, outcomes, matches, lost, doubled, wrong } = report;
  return [
    `Load test ${run.id} on ${run.environment}${report.stopped ? ', stopped before its end' : ''}: ${loadInWords(report.load.model)}, seed ${run.seed}, ${duration(report.seconds * 1000)}`,
    renderTable(
      [{ head: '' }, { head: 'count', ...right }, { head: 'per s', ...right }, ...LATENCY_HEADS],
      [
        ['uploads', whole(uploads.stored), rate(uploads.per_second), ...latencyCells(uploads.latency)],
        ['to outcome', whole(outcomes.count), rate(outcomes.per_second), ...latencyCells(outcomes.latency)],
        ['to match', whole(matches.count), '', ...latencyCells(matches.latency)],
      ],
      columns,
    ),
    countedTable('outcome', outcomes.counted, columns),
    countedTable('pairs', matches.counted, columns),
    ...errorLines(report.errors),
    `Lost ${lost.count}, doubled ${doubled.count}, wrong ${wrong.count}.${report.stopped ? ' What was under way when it was stopped is not counted as lost.' : ''}`,
    ...examples('lost', lost),
    ...examples('doubled', doubled),
    ...examples('wrong', wrong),
    ...cloudWatchTable(report, columns),
    ...report.thresholds.map(
      ({ option, limit, actual, met }) => `${met ? 'met   ' : 'BROKEN'} ${option}: ${limit}; ${actual}`,
    ),
  ].join('\n');
}

const LATENCY_HEADS = ['p50', 'p90', 'p95', 'p99', 'p99.9', 'max'].map((head) => ({ head, ...right }));

function latencyCells({ count, p50, p90, p95, p99, p999, max }: LatencySummary): string[] {
  return [p50, p90, p95, p99, p999, max].map((value) => (count === 0 ? '' : duration(value)));
}

function countedTable(head: string, counted: readonly CountedOutcome[], columns: number): string {
  return renderTable(
    [{ head }, { head: 'sent', ...right }, { head: 'came', ...right }, { head: '' }],
    counted.map(({ name, expected, seen }) => [name, whole(expected), whole(seen), expected === seen ? '' : 'differs']),
    columns,
  );
}

function errorLines(errors: LoadReport['errors']): string[] {
  return Object.entries(errors).map(([kind, count]) => `${whole(count)} times ${kind}`);
}

function examples(kind: string, { count, examples: some }: Findings): string[] {
  const more = count > some.length ? [`  … and ${count - some.length} more`] : [];
  return [...some.map(({ about, what }) => `  ${kind}: ${about} ${what}`), ...more];
}

function cloudWatchTable({ cloudwatch }: LoadReport, columns: number): string[] {
  if (!cloudwatch) return [];
  return [
    'CloudWatch for the same window (of what is no sum, the worst minute):',
    renderTable(
      [{ head: 'figure' }, { head: 'value', ...right }, { head: 'metric' }],
      cloudwatch.map(({ label, value, unit, metric, statistic }) => [
        label,
        value === null ? 'none' : `${rate(value)} ${unit}`.trim(),
        `${metric} ${statistic}`,
      ]),
      columns,
    ),
  ];
}
