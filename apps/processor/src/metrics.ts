import { METRIC_NAMESPACES } from '@trade-matching/domain';

/** The metrics of the processor (P10), each with its unit. */
export const PROCESSOR_METRICS = {
  DocumentProcessingInitiated: 'Count',
  DocumentValidationFailure: 'Count',
  DocumentDuplicate: 'Count',
  DocumentQuarantined: 'Count',
  DocumentFailed: 'Count',
  EKSProcessingFailure: 'Count',
  LambdaProcessingTime: 'Milliseconds',
  LambdaProcessingError: 'Count',
  SQSRecordsProcessed: 'Count',
  SQSRecordsFailed: 'Count',
  LambdaFatalError: 'Count',
  EndToEndLatency: 'Milliseconds',
} as const;

export type ProcessorMetric = keyof typeof PROCESSOR_METRICS;

export type EmitMetric = (name: ProcessorMetric, value: number, dimensions?: Readonly<Record<string, string>>) => void;

/**
 * Emits metrics as log lines in the embedded metric format, with no call to CloudWatch. Each is published with its
 * dimensions and without any, since an alarm on the plain metric does not see data that has dimensions.
 */
export function createMetrics(write: (line: string) => void, now: () => number = Date.now): EmitMetric {
  return (name, value, dimensions = {}) => {
    const names = Object.keys(dimensions);
    write(
      JSON.stringify({
        _aws: {
          Timestamp: now(),
          CloudWatchMetrics: [
            {
              Namespace: METRIC_NAMESPACES.processor,
              Dimensions: names.length > 0 ? [[], names] : [[]],
              Metrics: [{ Name: name, Unit: PROCESSOR_METRICS[name] }],
            },
          ],
        },
        ...dimensions,
        [name]: value,
      }),
    );
  };
}
