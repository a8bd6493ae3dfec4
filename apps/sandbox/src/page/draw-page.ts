import {
  type ChartWidget,
  chartSeries,
  type DashboardWidget,
  dashboardDefinition,
  type Period,
  periodsUntil,
  runLogQuery,
  type StandingAlarm,
} from '@trade-matching/local-aws/cloudwatch';
import { type DocumentReport, reportDocument } from '../system/report-document.ts';
import type { System } from '../system/start-system.ts';
import {
  type PageAlarm,
  type PageChart,
  type PageData,
  type PageDocument,
  type PageWidget,
  RANGES,
  type Range,
} from './page-data.ts';
import type { SystemWatch } from './watch-system.ts';

/** Rows of a log widget. */
const MAX_ROWS = 50;

/** All that the page shows of a time range that ends now. */
export async function drawPage(system: System, watch: SystemWatch, range: Range, desk?: string): Promise<PageData> {
  const { clock, stack, names } = system;
  const now = clock.now();
  const { seconds, period } = RANGES[range];
  // Whole periods, so that a point does not change its place from one look to the next.
  const end = Math.ceil(now / (period * 1000)) * period * 1000;
  const periods = periodsUntil(end, period, seconds / period);
  const prefix = `${names.stack}-`;
  const documents = watch.latest().map(async ({ key, at }) => documentOf(await reportDocument(system.tables, key), at));
  return {
    environment: names.stack,
    now,
    from: periods[0]?.from ?? now,
    started: watch.started,
    period,
    alarms: watch.alarms.states(now).map((standing) => alarmOf(standing, prefix)),
    widgets: dashboardDefinition(stack.resources).map((widget) => drawWidget(system, widget, periods)),
    documents: await Promise.all(documents),
    ...(desk === undefined ? {} : { desk }),
  };
}

function alarmOf({ definition, state, since, suppressed }: StandingAlarm, prefix: string): PageAlarm {
  const { name, description } = definition;
  const kind =
    definition.kind === 'composite'
      ? definition.acts
        ? 'page'
        : 'known-cause'
      : definition.severity === 'critical'
        ? 'critical'
        : 'warning';
  return { id: name.replace(prefix, ''), name, description, kind, state, suppressed, since };
}

function drawWidget(system: System, widget: DashboardWidget, periods: readonly Period[]): PageWidget {
  const { x, y, width, height } = widget;
  const place = { x, y, width, height };
  switch (widget.type) {
    case 'text':
      return { ...place, kind: 'text', markdown: widget.properties.markdown };
    case 'alarm': {
      const { title, alarms } = widget.properties;
      return { ...place, kind: 'alarms', title, names: alarms.map((arn) => arn.split(':').at(-1) ?? '') };
    }
    case 'log': {
      const { title, query } = widget.properties;
      const { columns, rows } = runLogQuery(system.logs, query);
      return { ...place, kind: 'table', title, columns, rows: rows.slice(0, MAX_ROWS) };
    }
    case 'metric':
      return { ...place, ...drawChart(system, widget, periods) };
  }
}

/** Counts: where none was published, none happened. */
const COUNTING = new Set(['Sum', 'SampleCount']);

function drawChart({ metrics }: System, widget: ChartWidget, periods: readonly Period[]): PageChart {
  const { title, stacked, yAxis, annotations } = widget.properties;
  const threshold = annotations?.horizontal[0];
  const series = chartSeries(widget).flatMap((line) => {
    const values = metrics.store.statistics(line, line.statistic, periods);
    if (values.every((value) => value === undefined)) return [];
    const missing = COUNTING.has(line.statistic) ? 0 : null;
    return [{ label: line.label, values: values.map((value) => value ?? missing) }];
  });
  return { kind: 'chart', title, unit: yAxis.left.label, stacked, series, ...(threshold ? { threshold } : {}) };
}

function documentOf({ key, outcome, reason = '', duplicate_of, match }: DocumentReport, at: number): PageDocument {
  return {
    key,
    at,
    outcome,
    reason: duplicate_of === undefined ? reason : `the same bytes as ${duplicate_of}`,
    match: match?.status ?? '',
    counterpart: match?.counterpart_key ?? '',
    differences: (match?.differences ?? []).map(
      ({ field, bank = 'absent', counterparty = 'absent' }) => `${field}: ${bank} against ${counterparty}`,
    ),
  };
}
