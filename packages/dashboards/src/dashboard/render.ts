import type { Series } from '../catalogue.ts';
import type { MonitoredEnvironment } from '../monitored-environment.ts';
import { dashboardRows } from './rows.ts';
import type { Row, Widget } from './widget.ts';

/** Columns of CloudWatch's grid. */
export const COLUMNS = 24;
const HEADING_HEIGHT = 2;
/** Seconds. */
const PERIOD = 300;

/** A widget as CloudWatch takes it. Source: "Dashboard Body Structure and Syntax", Amazon CloudWatch API Reference. */
export interface CloudWatchWidget {
  readonly type: 'text' | 'metric' | 'alarm' | 'log';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface DashboardBody {
  readonly start: string;
  readonly periodOverride: 'auto';
  readonly widgets: readonly CloudWatchWidget[];
}

/** An environment's dashboard, as CloudWatch takes it. */
export function dashboardBody(environment: MonitoredEnvironment): DashboardBody {
  return { start: '-PT3H', periodOverride: 'auto', widgets: layOut(environment, dashboardRows(environment)) };
}

/** Rows below each other; in a row, widgets from left to right, in a new line where one does not fit. */
function layOut(environment: MonitoredEnvironment, rows: readonly Row[]): CloudWatchWidget[] {
  const placed: CloudWatchWidget[] = [];
  let y = 0;
  for (const { question, say, widgets } of rows) {
    const heading: Widget = { kind: 'text', markdown: `## ${question}\n${say}` };
    placed.push({ x: 0, y, width: COLUMNS, height: HEADING_HEIGHT, ...rendered(environment, heading) });
    y += HEADING_HEIGHT;
    let x = 0;
    let lineHeight = 0;
    for (const { width, height, widget } of widgets) {
      if (x + width > COLUMNS) {
        y += lineHeight;
        x = 0;
        lineHeight = 0;
      }
      placed.push({ x, y, width, height, ...rendered(environment, widget) });
      x += width;
      lineHeight = Math.max(lineHeight, height);
    }
    y += lineHeight;
  }
  return placed;
}

function rendered(environment: MonitoredEnvironment, widget: Widget): Pick<CloudWatchWidget, 'type' | 'properties'> {
  const { region, account } = environment;
  switch (widget.kind) {
    case 'text':
      return { type: 'text', properties: { markdown: widget.markdown } };
    case 'alarms':
      return {
        type: 'alarm',
        properties: {
          title: widget.title,
          alarms: widget.alarmNames.map((name) => `arn:aws:cloudwatch:${region}:${account}:alarm:${name}`),
        },
      };
    case 'chart':
      return {
        type: 'metric',
        properties: {
          title: widget.title,
          region,
          period: PERIOD,
          view: widget.as === 'numbers' ? 'singleValue' : 'timeSeries',
          stacked: widget.as === 'areas',
          metrics: widget.series.map(metricLine),
          yAxis: { left: { min: 0, label: widget.unit, showUnits: false } },
          ...(widget.threshold ? { annotations: { horizontal: [widget.threshold] } } : {}),
        },
      };
    case 'logs': {
      const sources = widget.query.logGroups.map((group) => `SOURCE '${group}'`).join(' | ');
      return {
        type: 'log',
        properties: { title: widget.title, region, view: 'table', query: `${sources} | ${widget.query.query}` },
      };
    }
  }
}

/** `[namespace, name, dimension, value, …, options]`. */
function metricLine({ namespace, name, dimensions, statistic, label }: Series): unknown[] {
  return [
    namespace,
    name,
    ...Object.entries(dimensions).flat(),
    { stat: statistic, ...(label === undefined ? {} : { label }) },
  ];
}
