import type { MetricDefinitions } from './metrics/index.ts';

// AWS's own metrics that are graphed or alarmed on. That they exist is held against AWS's documentation by a test.

/** Source: "Available CloudWatch metrics for Amazon SQS", Amazon SQS Developer Guide. */
export const SQS_METRICS = {
  ApproximateNumberOfMessagesVisible: {
    unit: 'Count',
    dimensions: [['QueueName']],
    meaning: 'Messages that wait',
  },
  ApproximateNumberOfMessagesNotVisible: {
    unit: 'Count',
    dimensions: [['QueueName']],
    meaning: 'Messages that are being processed, or were returned to the queue for later',
  },
  ApproximateAgeOfOldestMessage: {
    unit: 'Seconds',
    dimensions: [['QueueName']],
    meaning: 'Age of the oldest message that is not deleted',
  },
  NumberOfMessagesSent: { unit: 'Count', dimensions: [['QueueName']], meaning: 'Messages that came' },
  NumberOfMessagesReceived: {
    unit: 'Count',
    dimensions: [['QueueName']],
    meaning: 'Messages handed to a consumer, again each time',
  },
  NumberOfMessagesDeleted: { unit: 'Count', dimensions: [['QueueName']], meaning: 'Messages done with' },
} as const satisfies MetricDefinitions;

/** Source: "Types of metrics for Lambda functions", AWS Lambda Developer Guide. */
export const LAMBDA_METRICS = {
  Invocations: { unit: 'Count', dimensions: [['FunctionName']], meaning: 'Batches that were begun' },
  Errors: {
    unit: 'Count',
    dimensions: [['FunctionName']],
    meaning: 'Invocations that failed as a whole; a document that fails alone is not among them',
  },
  Throttles: {
    unit: 'Count',
    dimensions: [['FunctionName']],
    meaning: 'Invocations refused for lack of concurrency; each burns a receive of its messages',
  },
  Duration: { unit: 'Milliseconds', dimensions: [['FunctionName']], meaning: 'Time that an invocation took' },
  ConcurrentExecutions: { unit: 'Count', dimensions: [['FunctionName']], meaning: 'Invocations at one time' },
} as const satisfies MetricDefinitions;

/** Source: "DynamoDB metrics and dimensions", Amazon DynamoDB Developer Guide. */
export const DYNAMODB_METRICS = {
  ReadThrottleEvents: { unit: 'Count', dimensions: [['TableName']], meaning: 'Reads that were throttled' },
  WriteThrottleEvents: { unit: 'Count', dimensions: [['TableName']], meaning: 'Writes that were throttled' },
} as const satisfies MetricDefinitions;

/** Source: "Monitoring Amazon SNS topics using CloudWatch", Amazon SNS Developer Guide. */
export const SNS_METRICS = {
  NumberOfMessagesPublished: { unit: 'Count', dimensions: [['TopicName']], meaning: 'Messages published' },
  NumberOfNotificationsFailed: {
    unit: 'Count',
    dimensions: [['TopicName']],
    meaning: 'Messages that did not reach a subscriber',
  },
} as const satisfies MetricDefinitions;
