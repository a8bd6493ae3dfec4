import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import { asciiSubject, type Notification } from '@trade-matching/domain';

/** Where notifications go. */
export interface Topic {
  readonly sns: SNSClient;
  readonly topicArn: string;
}

/** Publishes a notification, its attributes as message attributes so that subscriptions can filter (P9). */
export async function publishNotification({ sns, topicArn }: Topic, notification: Notification): Promise<void> {
  const { subject, attributes, body } = notification;
  await sns.send(
    new PublishCommand({
      TopicArn: topicArn,
      Subject: asciiSubject(subject),
      Message: JSON.stringify(body, null, 2),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
      ),
    }),
  );
}
