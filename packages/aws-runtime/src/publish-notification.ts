import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { asciiSubject, type Notification, notificationText, plainText } from '@trade-matching/domain';
import { awsFailure } from './aws-failure.ts';

/** Where notifications go. */
export interface Topic {
  readonly sns: SNSClient;
  readonly topicArn: string;
}

/** Bytes of a body, and of a text, that are published again after SNS refused them as they were. */
const SHORTEST = 4_000;

/**
 * Publishes a notification, its attributes as message attributes so that subscriptions can filter (P9): to e-mail as plain
 * text, to everything else as JSON. One that is too long, or that SNS refuses for what it holds, goes shortened, with where
 * to read the whole.
 */
export async function publishNotification(topic: Topic, notification: Notification): Promise<void> {
  try {
    await publish(topic, notification, notificationText(notification), plainText(notification));
  } catch (error) {
    if (awsFailure(error) !== 'content') throw error;
    await publish(topic, notification, notificationText(notification, SHORTEST), plainText(notification, SHORTEST));
  }
}

async function publish(
  { sns, topicArn }: Topic,
  { subject, attributes }: Notification,
  json: string,
  email: string,
): Promise<void> {
  await sns.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: asciiSubject(subject),
      // "Each top-level key is a protocol; default is for those that are not named" (Publish, Amazon SNS API Reference).
      MessageStructure: 'json',
      Message: JSON.stringify({ default: json, email }),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
      ),
    }),
  );
}
