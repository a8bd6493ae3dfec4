/**
 * The metrics that AWS documents, with a set of dimensions that each is published with. Copied by hand, independently
 * of the catalogue, from:
 *
 * - "Available CloudWatch metrics for Amazon SQS", Amazon SQS Developer Guide
 * - "Types of metrics for Lambda functions", AWS Lambda Developer Guide
 * - "DynamoDB metrics and dimensions", Amazon DynamoDB Developer Guide
 * - "CloudWatch metrics for Amazon SNS", Amazon SNS Developer Guide
 */
export const DOCUMENTED_AWS_METRICS: Readonly<
  Record<string, { readonly dimensions: readonly string[]; readonly units: Readonly<Record<string, string>> }>
> = {
  'AWS/SQS': {
    dimensions: ['QueueName'],
    units: {
      ApproximateAgeOfOldestMessage: 'Seconds',
      ApproximateNumberOfGroupsWithInflightMessages: 'Count',
      ApproximateNumberOfMessagesDelayed: 'Count',
      ApproximateNumberOfMessagesNotVisible: 'Count',
      ApproximateNumberOfMessagesVisible: 'Count',
      NumberOfDeduplicatedSentMessages: 'Count',
      NumberOfEmptyReceives: 'Count',
      NumberOfMessagesDeleted: 'Count',
      NumberOfMessagesReceived: 'Count',
      NumberOfMessagesSent: 'Count',
      SentMessageSize: 'Bytes',
    },
  },
  'AWS/Lambda': {
    dimensions: ['FunctionName'],
    units: {
      Invocations: 'Count',
      Errors: 'Count',
      Throttles: 'Count',
      RecursiveInvocationsDropped: 'Count',
      Duration: 'Milliseconds',
      PostRuntimeExtensionsDuration: 'Milliseconds',
      ConcurrentExecutions: 'Count',
    },
  },
  // By table alone; most others have the operation or an index as well.
  'AWS/DynamoDB': {
    dimensions: ['TableName'],
    units: {
      ConditionalCheckFailedRequests: 'Count',
      ConsumedReadCapacityUnits: 'Count',
      ConsumedWriteCapacityUnits: 'Count',
      ReadThrottleEvents: 'Count',
      WriteThrottleEvents: 'Count',
      TransactionConflict: 'Count',
    },
  },
  'AWS/SNS': {
    dimensions: ['TopicName'],
    units: {
      NumberOfMessagesPublished: 'Count',
      NumberOfNotificationsDelivered: 'Count',
      NumberOfNotificationsFailed: 'Count',
      NumberOfNotificationsFilteredOut: 'Count',
      'NumberOfNotificationsFilteredOut-NoMessageAttributes': 'Count',
      'NumberOfNotificationsFilteredOut-InvalidAttributes': 'Count',
      NumberOfNotificationsRedrivenToDlq: 'Count',
      NumberOfNotificationsFailedToRedriveToDlq: 'Count',
      PublishSize: 'Bytes',
    },
  },
};
