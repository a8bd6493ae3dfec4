import type { ResourceNames } from '@trade-matching/domain';

/** The queues that functions consume, as alarms and charts name them. */
export function queues(names: ResourceNames) {
  return [
    { id: 'bank', name: 'BANK', QueueName: names.documentQueue.BANK },
    { id: 'counterparty', name: 'COUNTERPARTY', QueueName: names.documentQueue.COUNTERPARTY },
    { id: 'failed', name: 'failed processing', QueueName: names.failedProcessingQueue },
  ] as const;
}

/** Their dead-letter queues. */
export function deadLetterQueues(names: ResourceNames) {
  return [
    { id: 'bank', name: 'BANK', QueueName: names.documentDeadLetterQueue.BANK },
    { id: 'counterparty', name: 'COUNTERPARTY', QueueName: names.documentDeadLetterQueue.COUNTERPARTY },
    { id: 'failed', name: 'failed processing', QueueName: names.failedProcessingDeadLetterQueue },
  ] as const;
}
