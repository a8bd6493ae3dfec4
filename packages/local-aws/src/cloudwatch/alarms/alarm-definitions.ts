import * as z from 'zod';
import { StackError } from '../../terraform/index.ts';
import { type Expression, readExpression } from './expression.ts';

const metric = z.object({
  namespace: z.string(),
  metric_name: z.string(),
  dimensions: z.record(z.string(), z.string()).default({}),
  period: z.number(),
  stat: z.string(),
});

const alarm = z.object({
  alarm_name: z.string(),
  alarm_description: z.string(),
  // The sandbox compares by these alone: another one must not be taken for them.
  comparison_operator: z.literal('GreaterThanThreshold'),
  treat_missing_data: z.literal('notBreaching'),
  evaluate_low_sample_count_percentiles: z.literal('evaluate').optional(),
  evaluation_periods: z.number(),
  datapoints_to_alarm: z.number(),
  threshold: z.number(),
  tags: z.object({ Severity: z.string() }),
});

const onOneMetric = z.object({
  ...alarm.shape,
  namespace: z.string(),
  metric_name: z.string(),
  dimensions: z.record(z.string(), z.string()).default({}),
  period: z.number(),
  statistic: z.string().optional(),
  extended_statistic: z.string().optional(),
});

const onMath = z.object({
  ...alarm.shape,
  metric_query: z.array(
    z.object({
      id: z.string(),
      return_data: z.boolean(),
      expression: z.string().optional(),
      metric: metric.optional(),
    }),
  ),
});

const composite = z.object({
  alarm_name: z.string(),
  alarm_description: z.string(),
  alarm_rule: z.string(),
  alarm_actions: z.array(z.string()).default([]),
  actions_suppressor: z.object({ alarm: z.string(), wait_period: z.number(), extension_period: z.number() }).optional(),
});

/** A metric with the statistic of it that is watched. */
export interface WatchedMetric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
}

/** A line of metric math, by its id. */
export type MathLine =
  | { readonly id: string; readonly metric: WatchedMetric }
  | { readonly id: string; readonly expression: Expression };

export interface MetricAlarm {
  readonly kind: 'metric';
  readonly name: string;
  readonly description: string;
  readonly severity: string;
  readonly lines: readonly MathLine[];
  /** The id of the line that is compared with the threshold. */
  readonly returned: string;
  readonly threshold: number;
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
}

export interface CompositeAlarm {
  readonly kind: 'composite';
  readonly name: string;
  readonly description: string;
  readonly rule: Expression;
  /** Whether somebody is notified. */
  readonly acts: boolean;
  readonly suppressor?: { readonly alarm: string; readonly waitSeconds: number; readonly extensionSeconds: number };
}

export type AlarmDefinition = MetricAlarm | CompositeAlarm;

type Resources = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/**
 * The alarms as they were synthesized, references resolved: what is evaluated here is what ships.
 *
 * @throws {StackError} where one asks for what the sandbox does not evaluate
 */
export function alarmDefinitions(resources: Resources): AlarmDefinition[] {
  return [...resources].flatMap(([address, attributes]): AlarmDefinition[] => {
    if (address.startsWith('aws_cloudwatch_metric_alarm.')) return [metricAlarm(address, attributes)];
    if (address.startsWith('aws_cloudwatch_composite_alarm.')) return [compositeAlarm(address, attributes)];
    return [];
  });
}

function metricAlarm(address: string, attributes: unknown): MetricAlarm {
  const common = (given: z.infer<typeof alarm>) => ({
    kind: 'metric' as const,
    name: given.alarm_name,
    description: given.alarm_description,
    severity: given.tags.Severity,
    threshold: given.threshold,
    evaluationPeriods: given.evaluation_periods,
    datapointsToAlarm: given.datapoints_to_alarm,
  });
  if (typeof attributes === 'object' && attributes !== null && 'metric_query' in attributes) {
    const given = read(address, onMath, attributes);
    const lines = given.metric_query.map(({ id, expression, metric }): MathLine => {
      if (expression !== undefined) return { id, expression: readExpression(expression) };
      if (metric === undefined) throw new StackError(`${address}: the line ${id} is no metric and no expression`);
      return { id, metric: { ...metric, name: metric.metric_name, statistic: metric.stat } };
    });
    const periods = new Set(given.metric_query.flatMap(({ metric }) => metric?.period ?? []));
    const returned = given.metric_query.filter(({ return_data }) => return_data);
    const [period] = periods;
    const [one] = returned;
    if (period === undefined || periods.size > 1 || one === undefined || returned.length > 1)
      throw new StackError(`${address}: an alarm has one period and returns one line`);
    return { ...common(given), lines, returned: one.id, period };
  }
  const given = read(address, onOneMetric, attributes);
  const statistic = given.statistic ?? given.extended_statistic;
  if (statistic === undefined) throw new StackError(`${address}: it has no statistic`);
  const { namespace, metric_name: name, dimensions, period } = given;
  return {
    ...common(given),
    lines: [{ id: 'it', metric: { namespace, name, dimensions, statistic } }],
    returned: 'it',
    period,
  };
}

function compositeAlarm(address: string, attributes: unknown): CompositeAlarm {
  const given = read(address, composite, attributes);
  const { actions_suppressor: suppressor } = given;
  return {
    kind: 'composite',
    name: given.alarm_name,
    description: given.alarm_description,
    rule: readExpression(given.alarm_rule),
    acts: given.alarm_actions.length > 0,
    ...(suppressor
      ? {
          suppressor: {
            alarm: suppressor.alarm,
            waitSeconds: suppressor.wait_period,
            extensionSeconds: suppressor.extension_period,
          },
        }
      : {}),
  };
}

function read<T extends z.ZodType>(address: string, schema: T, attributes: unknown): z.infer<T> {
  const parsed = schema.safeParse(attributes);
  if (!parsed.success) throw new StackError(`${address}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
