import { METRIC_NAMESPACES } from '@trade-matching/domain';
import { DYNAMODB_METRICS, LAMBDA_METRICS, SNS_METRICS, SQS_METRICS } from './aws-metrics.ts';
import {
  CASE_METRICS,
  DESK_METRICS,
  type MetricDefinition,
  type MetricDefinitions,
  type OneSetOf,
  PROCESSOR_METRICS,
  SERVICE_METRICS,
} from './metrics/index.ts';

/** Every metric there is, by namespace (O1). What is not here can be neither emitted nor drawn nor alarmed on. */
export const CATALOGUE = {
  [METRIC_NAMESPACES.processor]: PROCESSOR_METRICS,
  [METRIC_NAMESPACES.matchingService]: SERVICE_METRICS,
  [METRIC_NAMESPACES.cases]: CASE_METRICS,
  [METRIC_NAMESPACES.desk]: DESK_METRICS,
  'AWS/SQS': SQS_METRICS,
  'AWS/Lambda': LAMBDA_METRICS,
  'AWS/DynamoDB': DYNAMODB_METRICS,
  'AWS/SNS': SNS_METRICS,
} as const satisfies Readonly<Record<string, MetricDefinitions>>;

export type Namespace = keyof typeof CATALOGUE;
export type MetricName<N extends Namespace> = keyof (typeof CATALOGUE)[N] & string;
type Definition<N extends Namespace, M extends MetricName<N>> = (typeof CATALOGUE)[N][M] & MetricDefinition;

export type Emitter = 'processor' | 'matching-service' | 'sweep' | 'desk' | 'AWS';

const EMITTERS: Readonly<Partial<Record<Namespace, Emitter>>> = {
  [METRIC_NAMESPACES.processor]: 'processor',
  [METRIC_NAMESPACES.matchingService]: 'matching-service',
  [METRIC_NAMESPACES.cases]: 'sweep',
  [METRIC_NAMESPACES.desk]: 'desk',
};

/** A metric of the catalogue, on its own. */
export interface Metric extends MetricDefinition {
  readonly namespace: Namespace;
  readonly name: string;
  readonly emitter: Emitter;
}

/** The whole catalogue as a list. */
export function metrics(): Metric[] {
  return Object.entries(CATALOGUE).flatMap(([namespace, definitions]) =>
    Object.entries<MetricDefinition>(definitions).map(([name, definition]) => ({
      namespace: namespace as Namespace,
      name,
      emitter: EMITTERS[namespace as Namespace] ?? 'AWS',
      ...definition,
    })),
  );
}

export type Statistic = 'Sum' | 'Average' | 'Maximum' | 'Minimum' | 'SampleCount' | 'p50' | 'p95' | 'p99';

/** One line of a chart, or what an alarm watches. */
export interface Series {
  readonly namespace: Namespace;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: Statistic;
  readonly label?: string;
}

/** Takes a series from the catalogue: a name or a set of dimensions that nothing publishes does not compile. */
export function series<N extends Namespace, M extends MetricName<N>>(
  namespace: N,
  name: M,
  statistic: Statistic,
  dimensions: OneSetOf<Definition<N, M>>,
  label?: string,
): Series {
  return { namespace, name, statistic, dimensions, ...(label === undefined ? {} : { label }) };
}
