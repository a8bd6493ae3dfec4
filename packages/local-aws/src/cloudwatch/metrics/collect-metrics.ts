import type { SQSClient } from '@aws-sdk/client-sqs';
import type { EmbeddedAws } from '../../aws/index.ts';
import type { Clock } from '../../clock/index.ts';
import { callMetrics } from './call-metrics.ts';
import { EmbeddedMetricError, embeddedMetrics } from './embedded-metrics.ts';
import { MetricStore } from './metric-store.ts';
import { queueMetrics } from './queue-metrics.ts';

/** All that would be in CloudWatch: what the code publishes by its log lines, and what AWS publishes of itself. */
export interface CollectedMetrics {
  readonly store: MetricStore;
  /** Log lines that meant to publish metrics and do not: CloudWatch would drop them. */
  readonly refused: readonly string[];
  /** @param at when it was written: for who goes by another clock than its lines say */
  readLogLine(line: string, at?: number): void;
  /** Reads what is measured once a minute. */
  sample(): Promise<void>;
}

export interface CollectOptions {
  readonly aws: EmbeddedAws;
  readonly clock: Clock;
  readonly sqs: SQSClient;
  readonly queueUrls: readonly string[];
}

export function collectMetrics({ aws, clock, sqs, queueUrls }: CollectOptions): CollectedMetrics {
  const store = new MetricStore();
  const refused: string[] = [];
  const queues = queueMetrics(store, clock, sqs, queueUrls);
  aws.onAnswered(queues.onAnswered);
  aws.onAnswered(callMetrics(store, clock));
  return {
    store,
    refused,
    readLogLine: (line, at) => {
      try {
        for (const point of embeddedMetrics(line)) store.record(at === undefined ? point : { ...point, at });
      } catch (error) {
        if (!(error instanceof EmbeddedMetricError)) throw error;
        refused.push(error.message);
      }
    },
    sample: queues.sample,
  };
}
