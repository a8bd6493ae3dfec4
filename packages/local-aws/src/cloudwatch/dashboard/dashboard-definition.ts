import * as z from 'zod';
import { StackError } from '../../terraform/index.ts';

const options = z.object({ stat: z.string(), label: z.string().optional() });
/** `[namespace, name, dimension, value, …, options]`. */
const metricLine = z.tuple([z.string(), z.string()], z.union([z.string(), options]));

const place = {
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
};

const widget = z.discriminatedUnion('type', [
  z.object({ ...place, type: z.literal('text'), properties: z.object({ markdown: z.string() }) }),
  z.object({
    ...place,
    type: z.literal('alarm'),
    properties: z.object({ title: z.string(), alarms: z.array(z.string()) }),
  }),
  z.object({
    ...place,
    type: z.literal('log'),
    properties: z.object({ title: z.string(), query: z.string() }),
  }),
  z.object({
    ...place,
    type: z.literal('metric'),
    properties: z.object({
      title: z.string(),
      view: z.literal('timeSeries'),
      stacked: z.boolean(),
      period: z.number(),
      metrics: z.array(metricLine),
      yAxis: z.object({ left: z.object({ label: z.string(), min: z.number() }) }),
      annotations: z.object({ horizontal: z.array(z.object({ label: z.string(), value: z.number() })) }).optional(),
    }),
  }),
]);

const body = z.object({ widgets: z.array(widget) });

export type DashboardWidget = z.infer<typeof widget>;
export type ChartWidget = Extract<DashboardWidget, { type: 'metric' }>;

/** A line of a chart. */
export interface ChartSeries {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly label: string;
}

/**
 * The widgets of the dashboard as it was synthesized: what is drawn here is what ships.
 *
 * @throws {StackError} where there is none, or one that the sandbox cannot draw
 */
export function dashboardDefinition(
  resources: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): readonly DashboardWidget[] {
  const found = [...resources].find(([address]) => address.startsWith('aws_cloudwatch_dashboard.'));
  if (!found) throw new StackError('The stack has no dashboard.');
  const [address, attributes] = found;
  const parsed = body.safeParse(JSON.parse(String(attributes.dashboard_body)));
  if (!parsed.success) throw new StackError(`${address}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.widgets;
}

/** The lines of a chart, read. */
export function chartSeries({ properties }: ChartWidget): ChartSeries[] {
  return properties.metrics.map(([namespace, name, ...rest]) => {
    const texts = rest.filter((part) => typeof part === 'string');
    const { stat, label } = options.parse(rest.at(-1));
    const dimensions: Record<string, string> = {};
    for (let i = 0; i < texts.length; i += 2) dimensions[texts[i] ?? ''] = texts[i + 1] ?? '';
    return { namespace, name, dimensions, statistic: stat, label: label ?? name };
  });
}
