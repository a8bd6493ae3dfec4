import { SNSClient, SubscribeCommand, UnsubscribeCommand } from '@aws-sdk/client-sns';
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  type Message,
  ReceiveMessageCommand,
} from '@aws-sdk/client-sqs';
import type { Account } from '@trade-matching/account';
import { type HeardNotification, readNotification } from './read-notification.ts';

const RECEIVERS = 3;
/** Seconds. A close waits for it at most. */
const LONGEST_POLL = 2;
/** Seconds. What a tester that was killed leaves behind empties itself. */
const RETENTION = 3_600;

export interface Listening {
  /** Stops receiving; the subscription and the queue are gone afterwards. */
  close(): Promise<void>;
}

/**
 * Subscribes a queue of its own to the environment's notifications, so that every match and every failure is heard of
 * once, whoever else listens.
 */
export async function listenToNotifications(
  account: Account,
  runId: string,
  hear: (heard: HeardNotification) => void,
  failed: (error: unknown) => void,
): Promise<Listening> {
  const { sqs, client, environment, id, names } = account;
  const sns = new SNSClient(client);
  const region = await sns.config.region();
  const queueName = `load-test-${environment}-${runId}`;
  const topic = `arn:aws:sns:${region}:${id}:${names.notificationsTopic}`;
  const queue = `arn:aws:sqs:${region}:${id}:${queueName}`;
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({
      QueueName: queueName,
      Attributes: { MessageRetentionPeriod: String(RETENTION), Policy: sendPolicy(queue, topic) },
    }),
  );
  const stopping = new AbortController();
  let subscription: string | undefined;
  let receivers: Promise<void>[] = [];
  const close = async () => {
    stopping.abort();
    await Promise.all(receivers);
    try {
      if (subscription !== undefined) await sns.send(new UnsubscribeCommand({ SubscriptionArn: subscription }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    } finally {
      sns.destroy();
    }
  };
  try {
    // Without a filter: one takes up to fifteen minutes to be in force everywhere, and little else is published.
    const subscribed = await sns.send(
      new SubscribeCommand({
        TopicArn: topic,
        Protocol: 'sqs',
        Endpoint: queue,
        ReturnSubscriptionArn: true,
      }),
    );
    subscription = subscribed.SubscriptionArn;
  } catch (error) {
    await close();
    throw error;
  }

  const receive = async () => {
    while (!stopping.signal.aborted) {
      try {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: LONGEST_POLL }),
        );
        hearAll(Messages, hear);
        if (Messages.length > 0) {
          const Entries = Messages.map(({ ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle }));
          await sqs.send(new DeleteMessageBatchCommand({ QueueUrl, Entries }));
        }
      } catch (error) {
        failed(error);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  };
  receivers = Array.from({ length: RECEIVERS }, receive);
  return { close };
}

function hearAll(messages: readonly Message[], hear: (heard: HeardNotification) => void): void {
  for (const { Body = '' } of messages) {
    const heard = readNotification(Body);
    if (heard) hear(heard);
  }
}

function sendPolicy(queue: string, topic: string): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TopicSends',
        Effect: 'Allow',
        Principal: { Service: 'sns.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queue,
        Condition: { ArnEquals: { 'aws:SourceArn': topic } },
      },
    ],
  });
}
