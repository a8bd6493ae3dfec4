import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { asciiSubject, type Notification, notificationText } from '@trade-matching/domain';
import { awsFailure } from './aws-failure.ts';

/** Where notifications go. */
export interface Topic {
  readonly sns: SNSClient;
  readonly topicArn: string;
}

/** Bytes of a body that is published again after SNS refused it as it was. */
const SHORTEST = 4_000;

/**
 * Publishes a notification, its attributes as message attributes so that subscriptions can filter (P9). One that is too long,
 * or that SNS refuses for what it holds, goes shortened, with where to read the whole.
 */
export async function publishNotification(topic: Topic, notification: Notification): Promise<void> {
  try {
    await publish(topic, notification, notificationText(notification));
  } catch (error) {
    if (awsFailure(error) !== 'content') throw error;
    await publish(topic, notification, notificationText(notification, SHORTEST));
  }
}

async function publish(
  { sns, topicArn }: Topic,
  { subject, attributes }: Notification,
  Message: string,
): Promise<void> {
  await sns.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: asciiSubject(subject),
      Message,
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
      ),
    }),
  );
}
