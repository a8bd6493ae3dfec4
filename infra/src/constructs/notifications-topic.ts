import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic/index.js';
import { SnsTopicPolicy } from '@cdktf/provider-aws/lib/sns-topic-policy/index.js';
import { SnsTopicSubscription } from '@cdktf/provider-aws/lib/sns-topic-subscription/index.js';
import { Construct } from 'constructs';
import { denyPlainHttp, policy } from '../policy.ts';

export interface NotificationsTopicOptions {
  readonly name: string;
  readonly keyArn: string;
  readonly alertEmail: string | undefined;
}

/** Where people and programs hear of outcomes and matches (P9, M6, A3). */
export class NotificationsTopic extends Construct {
  readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, { name, keyArn, alertEmail }: NotificationsTopicOptions) {
    super(scope, id);
    this.topic = new SnsTopic(this, 'topic', { name, kmsMasterKeyId: keyArn });
    const { arn } = this.topic;
    new SnsTopicPolicy(this, 'policy', {
      arn,
      policy: policy(denyPlainHttp('sns:Publish', arn)),
    });
    if (alertEmail === undefined) return;
    new SnsTopicSubscription(this, 'people', {
      topicArn: arn,
      protocol: 'email',
      endpoint: alertEmail,
      // People get errors and what they must look at, not every success.
      filterPolicy: JSON.stringify({
        $or: [{ error: ['true'] }, { event_type: ['TradeMismatched', 'TradeReview', 'CasesDigest'] }],
      }),
      filterPolicyScope: 'MessageAttributes',
    });
  }
}
