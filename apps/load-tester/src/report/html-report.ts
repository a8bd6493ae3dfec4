import type { LatencySummary } from '../measure/latencies.ts';
import { barChart } from './charts/bar-chart.ts';
import { escapeHtml } from './charts/svg.ts';
import { duration, loadInWords, rate, shortDuration, whole } from './figures.ts';
import type { LoadReport } from './load-report.ts';
import { PAGE_STYLE } from './page-style.ts';
import { errorChart, timeCharts } from './run-charts.ts';

/** A run as one page that can be mailed: styles and charts are in it, and it asks the network for nothing. */
export function htmlReport(report: LoadReport): string {
  const { run, matches, outcomes } = report;
  const broken = report.thresholds.filter(({ met }) => !met);
  const held = broken.length === 0 && !report.stopped;
  const verdict = report.stopped
    ? 'Stopped before its end'
    : held
      ? 'Everything was held'
      : `Broken: ${broken.map(({ option }) => option).join(', ')}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Load test ${escapeHtml(run.id)} on ${run.environment}</title><style>${PAGE_STYLE}</style></head><body><main>
<header><h1>Load test on ${run.environment}</h1><span class="verdict ${held ? 'good' : 'bad'}">${escapeHtml(verdict)}</span></header>
<p class="faint">${escapeHtml(subtitle(report))}</p>
${tiles(report)}
<div class="charts">${timeCharts(report).join('')}
${barChart('Outcomes', 'Documents by outcome and reason: as the mix was sent, and as they came', outcomes.counted)}
<div class="stack">${barChart('Pairs', 'Pairs by status: as they were sent, and as they were matched', matches.counted)}
${errorChart(report)}</div></div>
${findings(report)}
<h2>Latencies</h2>${latencies(report)}
<h2>Held to</h2>${thresholds(report)}
${errors(report)}${cloudWatch(report)}
<p class="faint">Run ${escapeHtml(run.id)}; documents under ${escapeHtml(run.prefix)}. Latencies count from the time at which a document was meant to be sent.</p>
</main></body></html>
`;
}

function subtitle({ run, load, started_at, seconds }: LoadReport): string {
  const { mix, print } = load;
  const shares = [
    [mix.mismatch, 'mismatches'],
    [mix.withinTolerance, 'within tolerance'],
    [mix.duplicate, 'duplicates'],
    [mix.bad, 'bad files'],
  ] as const;
  return [
    `${started_at.slice(0, 19).replace('T', ' ')} UTC, ${duration(seconds * 1000)}`,
    loadInWords(load.model),
    ...shares.filter(([share]) => share > 0).map(([share, of]) => `${Number((share * 100).toFixed(2))} % ${of}`),
    ...((print.pages ?? 1) > 1 ? [`${print.pages} pages each`] : []),
    ...((print.bytes ?? 0) > 0 ? [`at least ${whole(print.bytes ?? 0)} bytes each`] : []),
    `seed ${run.seed}`,
  ].join(' · ');
}

function tiles({ uploads, outcomes, lost, doubled, wrong }: LoadReport): string {
  const tile = (name: string, value: string, bad = false) =>
    `<div class="tile${bad ? ' bad' : ''}"><strong>${escapeHtml(value)}</strong><span>${escapeHtml(name)}</span></div>`;
  const figure = (milliseconds: number) =>
    milliseconds < 100_000 ? shortDuration(milliseconds) : `${shortDuration(milliseconds)} min`;
  return `<div class="tiles">${[
    tile('documents uploaded', whole(uploads.stored), uploads.failed > 0),
    tile('came to their outcome', whole(outcomes.count)),
    tile('documents/s end to end', rate(outcomes.per_second)),
    tile('median', figure(outcomes.latency.p50)),
    tile('95th percentile', figure(outcomes.latency.p95)),
    tile('99th percentile', figure(outcomes.latency.p99)),
    tile('lost', whole(lost.count), lost.count > 0),
    tile('doubled', whole(doubled.count), doubled.count > 0),
    tile('other than sent', whole(wrong.count), wrong.count > 0),
  ].join('')}</div>`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[], textColumns = 1): string {
  const cell = (tag: 'th' | 'td') => (text: string, i: number) =>
    `<${tag}${i >= textColumns ? ' class="number"' : ''}>${escapeHtml(text)}</${tag}>`;
  const body = rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('');
  return `<div class="scroll"><table><thead><tr>${heads.map(cell('th')).join('')}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function latencies({ uploads, outcomes, matches }: LoadReport): string {
  const row = (name: string, { count, mean, p50, p90, p95, p99, p999, max }: LatencySummary) => [
    name,
    whole(count),
    ...[mean, p50, p90, p95, p99, p999, max].map((value) => (count === 0 ? '' : duration(value))),
  ];
  return table(
    ['', 'count', 'mean', 'p50', 'p90', 'p95', 'p99', 'p99.9', 'max'],
    [
      row('upload: until S3 had it', uploads.latency),
      row('outcome: until the ledger had it', outcomes.latency),
      row('match: from its later side to its notification', matches.latency),
    ],
  );
}

function thresholds(report: LoadReport): string {
  const rows = report.thresholds.map(
    ({ option, limit, actual, met }) =>
      `<tr${met ? '' : ' class="broken"'}><td>${met ? 'met' : 'broken'}</td><td><code>${escapeHtml(option)}</code></td><td>${escapeHtml(limit)}</td><td>${escapeHtml(actual)}</td></tr>`,
  );
  return `<div class="scroll"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

function findings({ lost, doubled, wrong }: LoadReport): string {
  const all = Object.entries({ lost, doubled, wrong }).flatMap(([kind, { examples }]) =>
    examples.map(({ about, what }) => `<li>${kind}: ${escapeHtml(`${about} ${what}`)}</li>`),
  );
  return all.length === 0 ? '' : `<h2>What must not be</h2><ul class="findings">${all.join('')}</ul>`;
}

function errors({ errors }: LoadReport): string {
  const rows = Object.entries(errors).map(([kind, count]) => [kind, whole(count)]);
  return rows.length === 0 ? '' : `<h2>Calls that failed</h2>${table(['kind', 'times'], rows)}`;
}

function cloudWatch({ cloudwatch }: LoadReport): string {
  if (!cloudwatch) return '';
  const rows = cloudwatch.map(({ label, metric, statistic, value, unit }) => [
    label,
    `${metric} ${statistic}`,
    value === null ? 'none' : `${rate(value)} ${unit}`,
  ]);
  return `<h2>CloudWatch, same window</h2><p class="faint">Sums over the window; of what is no sum, the worst minute.</p>${table(['figure', 'metric', 'value'], rows, 2)}`;
}
