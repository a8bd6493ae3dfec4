import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { SqsQueueRedriveAllowPolicy } from '@cdktf/provider-aws/lib/sqs-queue-redrive-allow-policy/index.js';
import { Construct } from 'constructs';
import { denyPlainHttp, policy } from '../policy.ts';

export interface DocumentQueueOptions {
  readonly name: string;
  readonly deadLetterName: string;
  readonly keyArn: string;
  readonly account: string;
  /** The only bucket that may send to it. */
  readonly bucketArn: string;
  /** Seconds. At least six times the consumer's timeout and its batching window (Q2). */
  readonly visibilityTimeout: number;
  /** Seconds. Of the dead letters: what cannot be handled there is tried again after it, for 14 days. */
  readonly deadLetterVisibility: number;
}

const FOURTEEN_DAYS = 14 * 24 * 3600;
/** Below five, AWS warns, throttled and repeated deliveries alone dead-letter messages (Q2). */
const MAX_RECEIVES = 5;

/** A queue that S3 notifies of documents, with the queue that takes what could not be processed (Q1 to Q3). */
export class DocumentQueue extends Construct {
  readonly queue: SqsQueue;
  readonly deadLetters: SqsQueue;
  readonly policy: SqsQueuePolicy;

  constructor(scope: Construct, id: string, options: DocumentQueueOptions) {
    super(scope, id);
    const { name, deadLetterName, keyArn, account, bucketArn, visibilityTimeout } = options;
    this.deadLetters = new SqsQueue(this, 'dead-letters', {
      name: deadLetterName,
      messageRetentionSeconds: FOURTEEN_DAYS,
      visibilityTimeoutSeconds: options.deadLetterVisibility,
      kmsMasterKeyId: keyArn,
    });
    this.queue = new SqsQueue(this, 'queue', {
      name,
      messageRetentionSeconds: FOURTEEN_DAYS,
      visibilityTimeoutSeconds: visibilityTimeout,
      kmsMasterKeyId: keyArn,
      redrivePolicy: JSON.stringify({ deadLetterTargetArn: this.deadLetters.arn, maxReceiveCount: MAX_RECEIVES }),
    });
    new SqsQueueRedriveAllowPolicy(this, 'redrive-allow', {
      queueUrl: this.deadLetters.url,
      redriveAllowPolicy: JSON.stringify({
        redrivePermission: 'byQueue',
        sourceQueueArns: [this.queue.arn],
      }),
    });
    this.policy = new SqsQueuePolicy(this, 'policy', {
      queueUrl: this.queue.url,
      policy: policy(
        {
          Sid: 'BucketSends',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: this.queue.arn,
          Condition: { ArnEquals: { 'aws:SourceArn': bucketArn }, StringEquals: { 'aws:SourceAccount': account } },
        },
        denyPlainHttp('sqs:*', this.queue.arn),
      ),
    });
    new SqsQueuePolicy(this, 'dead-letters-policy', {
      queueUrl: this.deadLetters.url,
      policy: policy(denyPlainHttp('sqs:*', this.deadLetters.arn)),
    });
  }
}
