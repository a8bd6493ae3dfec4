import { CloudwatchCompositeAlarm } from '@cdktf/provider-aws/lib/cloudwatch-composite-alarm/index.js';
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmConfig,
} from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import { type Alarm, alarmMath, alarms, type MathLine, pages, type Series } from '@trade-matching/dashboards';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

export interface AlarmsOptions {
  readonly environment: Environment;
  /** Told of every alarm. */
  readonly alarmsTopicArn: string;
  /** Told of what somebody is woken for. */
  readonly pagesTopicArn: string;
}

/** The alarms (O3), and the pages that are made of them: one cause pages once. */
export class Alarms extends Construct {
  constructor(scope: Construct, id: string, { environment, alarmsTopicArn, pagesTopicArn }: AlarmsOptions) {
    super(scope, id);
    /** By id: a reference to each alarm's name, so that those it is part of are made after it. */
    const names = new Map<string, string>();
    const nameOf = (part: string) => {
      const name = names.get(part);
      if (name === undefined) throw new Error(`No alarm ${part} has been made yet.`);
      return name;
    };
    for (const alarm of alarms(environment)) {
      const made = new CloudwatchMetricAlarm(this, alarm.id, {
        ...watched(alarm),
        alarmName: alarm.name,
        alarmDescription: alarm.description,
        comparisonOperator: 'GreaterThanThreshold',
        evaluationPeriods: alarm.periods,
        datapointsToAlarm: alarm.periods,
        treatMissingData: 'notBreaching',
        alarmActions: [alarmsTopicArn],
        okActions: [alarmsTopicArn],
        tags: { Severity: alarm.severity },
      });
      names.set(alarm.id, made.alarmName);
    }
    for (const page of pages(environment)) {
      const { silenced } = page;
      const actions = page.notifies ? [pagesTopicArn] : [];
      const made = new CloudwatchCompositeAlarm(this, page.id, {
        alarmName: page.name,
        alarmDescription: page.description,
        alarmRule: page.anyOf.map((part) => `ALARM("${nameOf(part)}")`).join(' OR '),
        alarmActions: actions,
        okActions: actions,
        ...(silenced
          ? {
              actionsSuppressor: {
                alarm: nameOf(silenced.by),
                waitPeriod: silenced.wait,
                extensionPeriod: silenced.outlast,
              },
            }
          : {}),
      });
      names.set(page.id, made.alarmName);
    }
  }
}

/** What an alarm reads: one metric, or metric math. */
function watched({ condition, period }: Alarm): Partial<CloudwatchMetricAlarmConfig> {
  const { lines, threshold } = alarmMath(condition);
  const [only] = lines;
  if (lines.length === 1 && only && 'series' in only) return { threshold, period, ...plain(only.series) };
  return { threshold, metricQuery: lines.map((line, i) => queryOf(line, period, i === lines.length - 1)) };
}

function plain({ namespace, name, dimensions, statistic }: Series): Partial<CloudwatchMetricAlarmConfig> {
  return {
    namespace,
    metricName: name,
    dimensions: { ...dimensions },
    // To ignore low counts would leave p95 out below 200 documents a period, and keep an alarm on when they end.
    ...(/^p\d/.test(statistic)
      ? { extendedStatistic: statistic, evaluateLowSampleCountPercentiles: 'evaluate' }
      : { statistic }),
  };
}

function queryOf(line: MathLine, period: number, returnData: boolean) {
  if ('expression' in line) return { id: line.id, expression: line.expression, label: line.label, returnData };
  const { namespace, name: metricName, dimensions, statistic: stat } = line.series;
  return { id: line.id, returnData, metric: { namespace, metricName, dimensions: { ...dimensions }, stat, period } };
}
