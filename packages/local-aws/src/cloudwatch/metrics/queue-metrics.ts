import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { AnsweredListener } from '../../aws/index.ts';
import type { Clock } from '../../clock/index.ts';
import type { MetricStore } from './metric-store.ts';

/** What SQS would publish of the queues, computed from their calls and their attributes. */
export interface QueueMetrics {
  readonly onAnswered: AnsweredListener;
  /** Reads how much waits now, as CloudWatch does once a minute. */
  sample(): Promise<void>;
}

interface WaitingMessage {
  readonly sentAt: number;
  receives: number;
}

/**
 * A message that was received so often without being deleted goes to the back of its queue, and its age is not counted
 * any more. Source: ApproximateAgeOfOldestMessage in "Available CloudWatch metrics for Amazon SQS", SQS Developer Guide.
 */
const RECEIVES_THAT_COUNT = 3;

export function queueMetrics(
  store: MetricStore,
  clock: Pick<Clock, 'now'>,
  sqs: SQSClient,
  queueUrls: readonly string[],
): QueueMetrics {
  /** By queue, then by message id, what has not been deleted. */
  const waiting = new Map<string, Map<string, WaitingMessage>>(queueUrls.map((url) => [nameOf(url), new Map()]));
  const messageIdOf = new Map<string, string>();
  const publish = (QueueName: string, name: string, value: number, unit = 'Count') =>
    store.record({ namespace: 'AWS/SQS', name, dimensions: { QueueName }, unit, at: clock.now(), value });

  const received = (queue: string, { Messages = [] }: ReceiveAnswer) => {
    publish(queue, 'NumberOfMessagesReceived', Messages.length);
    for (const { MessageId, ReceiptHandle } of Messages) {
      messageIdOf.set(ReceiptHandle, MessageId);
      // Where it was moved here as a dead letter, its age begins anew.
      for (const [other, messages] of waiting) if (other !== queue) messages.delete(MessageId);
      const message = waiting.get(queue)?.get(MessageId);
      if (message) message.receives += 1;
      else waiting.get(queue)?.set(MessageId, { sentAt: clock.now(), receives: 1 });
    }
  };
  const deleted = (queue: string, handles: readonly string[]) => {
    publish(queue, 'NumberOfMessagesDeleted', handles.length);
    for (const handle of handles) {
      waiting.get(queue)?.delete(messageIdOf.get(handle) ?? '');
      messageIdOf.delete(handle);
    }
  };

  return {
    onAnswered: (call, { status, body }) => {
      if (call.service !== 'sqs' || status !== 200) return;
      const queue = nameOf(call.resource);
      if (!waiting.has(queue)) return;
      switch (call.action) {
        case 'SendMessage': {
          publish(queue, 'NumberOfMessagesSent', 1);
          const { MessageId } = parse<{ MessageId: string }>(body);
          waiting.get(queue)?.set(MessageId, { sentAt: clock.now(), receives: 0 });
          return;
        }
        case 'ReceiveMessage':
          return received(queue, parse<ReceiveAnswer>(body));
        case 'DeleteMessage':
          return deleted(queue, [parse<Deletion>(call.body).ReceiptHandle]);
        case 'DeleteMessageBatch':
          return deleted(
            queue,
            parse<{ Entries: Deletion[] }>(call.body).Entries.map(({ ReceiptHandle }) => ReceiptHandle),
          );
      }
    },
    sample: async () => {
      await Promise.all(
        queueUrls.map(async (QueueUrl) => {
          const { Attributes = {} } = await sqs.send(
            new GetQueueAttributesCommand({
              QueueUrl,
              AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
            }),
          );
          const queue = nameOf(QueueUrl);
          const visible = Number(Attributes.ApproximateNumberOfMessages);
          const notVisible = Number(Attributes.ApproximateNumberOfMessagesNotVisible);
          publish(queue, 'ApproximateNumberOfMessagesVisible', visible);
          publish(queue, 'ApproximateNumberOfMessagesNotVisible', notVisible);
          publish(queue, 'ApproximateAgeOfOldestMessage', visible + notVisible === 0 ? 0 : oldest(queue), 'Seconds');
          // A queue in use has data in every minute.
          for (const name of ['NumberOfMessagesSent', 'NumberOfMessagesReceived', 'NumberOfMessagesDeleted'])
            publish(queue, name, 0);
        }),
      );
    },
  };

  function oldest(queue: string): number {
    const counted = [...(waiting.get(queue)?.values() ?? [])].filter(({ receives }) => receives <= RECEIVES_THAT_COUNT);
    const first = counted.reduce((least, { sentAt }) => Math.min(least, sentAt), clock.now());
    return Math.round((clock.now() - first) / 1000);
  }
}

interface ReceiveAnswer {
  readonly Messages?: readonly { readonly MessageId: string; readonly ReceiptHandle: string }[];
}

interface Deletion {
  readonly ReceiptHandle: string;
}

function nameOf(queueUrl: string): string {
  return queueUrl.split('/').at(-1) ?? '';
}

function parse<T>(body: Buffer): T {
  return JSON.parse(body.toString('utf8')) as T;
}
