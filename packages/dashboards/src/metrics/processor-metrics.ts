import type { MetricDefinitions } from './metric.ts';

/** What the processor's functions emit, in `TradeMatching/Lambda` (P10). */
export const PROCESSOR_METRICS = {
  DocumentProcessingInitiated: {
    unit: 'Count',
    dimensions: [[], ['SourceType']],
    meaning: 'Documents that were claimed and are handed to the matching service',
  },
  DocumentValidationFailure: {
    unit: 'Count',
    dimensions: [[], ['Reason']],
    meaning: 'Documents refused for good, by the processor or by the matching service',
  },
  DocumentDuplicate: {
    unit: 'Count',
    dimensions: [[], ['SourceType']],
    meaning: 'Documents whose bytes had been processed under another key',
  },
  DocumentQuarantined: {
    unit: 'Count',
    dimensions: [[], ['Reason']],
    meaning: 'Of the refused, those that are suspicious or cannot be opened',
  },
  DocumentFailed: {
    unit: 'Count',
    dimensions: [[], ['Reason']],
    meaning: 'Documents that arrived under FAILED, dead letters among them, each notified once (F2)',
  },
  EKSProcessingFailure: {
    unit: 'Count',
    dimensions: [[], ['ErrorType'], ['SourceType', 'ErrorType']],
    meaning: 'Tries to hand a document to the matching service that failed; most are tried again',
  },
  LambdaProcessingTime: {
    unit: 'Milliseconds',
    dimensions: [[]],
    meaning: 'Time that one batch took',
  },
  LambdaProcessingError: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Documents that an unexpected error returned to their queue',
  },
  SQSRecordsProcessed: { unit: 'Count', dimensions: [[]], meaning: 'Messages done with' },
  SQSRecordsFailed: { unit: 'Count', dimensions: [[]], meaning: 'Messages returned to their queue' },
  LambdaFatalError: { unit: 'Count', dimensions: [[]], meaning: 'Batches that failed as a whole' },
  EndToEndLatency: {
    unit: 'Milliseconds',
    dimensions: [[], ['SourceType'], ['Outcome']],
    meaning: 'From upload to outcome. How many were measured is how many documents got their outcome',
  },
} as const satisfies MetricDefinitions;
