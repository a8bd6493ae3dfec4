import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
import { Construct } from 'constructs';
import { denyPlainHttp, policy } from '../policy.ts';

export interface AlarmTopicOptions {
  readonly name: string;
  readonly keyArn: string;
  readonly account: string;
  /** Who gets the e-mails; nobody in `local`. */
  readonly email: string | undefined;
}

/**
 * Where alarms tell of their states. Not the topic of notifications: its subscriptions filter by message attributes,
 * and an alarm's messages have none, so that they would reach nobody.
 */
export class AlarmTopic extends Construct {
  readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, { name, keyArn, account, email }: AlarmTopicOptions) {
    super(scope, id);
    this.topic = new SnsTopic(this, 'topic', { name, kmsMasterKeyId: keyArn });
    const { arn } = this.topic;
    new SnsTopicPolicy(this, 'policy', {
      arn,
      policy: policy(
        {
          Sid: 'AlarmsPublish',
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: arn,
          Condition: { StringEquals: { 'aws:SourceAccount': account } },
        },
        denyPlainHttp('sns:Publish', arn),
      ),
    });
    if (email !== undefined)
      new SnsTopicSubscription(this, 'people', { topicArn: arn, protocol: 'email', endpoint: email });
  }
}
