import { MESSAGES_PREFIX, OUTCOMES, SOURCES, type Source } from '@trade-matching/domain';
import { Construct } from 'constructs';
import { failuresBundle } from '../bundles.ts';
import { FAILURES_CONCURRENCY } from '../delivery.ts';
import type { Environment } from '../environments/index.ts';
import { documentPermissions } from './document-permissions.ts';
import type { DocumentQueue } from './document-queue.ts';
import { allow, type FunctionNetwork, QueueFunction } from './queue-function.ts';

/** Seconds. A sixth of the visibility of its queues (Q1). */
export const FAILURES_TIMEOUT = 50;

export interface FailureHandlerOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  /** Whose dead letters become FAILED documents (F1). */
  readonly queues: Readonly<Record<Source, DocumentQueue>>;
  /** Told of what arrives under FAILED and QUARANTINE (F2). */
  readonly failedQueue: DocumentQueue;
  readonly bucket: { readonly name: string; readonly arn: string };
  readonly ledger: { readonly name: string; readonly arn: string };
  readonly topicArn: string;
  readonly network: FunctionNetwork | undefined;
}

/** The function that turns dead letters into FAILED documents, and notifies people of what failed (F1, F2). */
export class FailureHandler extends Construct {
  constructor(scope: Construct, id: string, options: FailureHandlerOptions) {
    super(scope, id);
    const { environment, name, keyArn, queues, failedQueue, bucket, ledger, topicArn, network } = options;
    const consumed = [
      ...SOURCES.map((source) => ({ id: `${source.toLowerCase()}-dead-letters`, queue: queues[source].deadLetters })),
      { id: 'arrivals', queue: failedQueue.queue },
    ];
    new QueueFunction(this, 'failures', {
      environment,
      name,
      description: 'Turns dead letters into failed documents, and notifies people what failed and why',
      bundle: failuresBundle(),
      memory: 256,
      timeout: FAILURES_TIMEOUT,
      reservedConcurrency: FAILURES_CONCURRENCY.perQueue * consumed.length,
      keyArn,
      encryptedServices: ['s3', 'sqs', 'dynamodb', 'sns'],
      network,
      variables: {
        SNS_TOPIC_ARN: topicArn,
        LOG_LEVEL: environment.processor.logLevel,
        DOCUMENTS_BUCKET: bucket.name,
        DOCUMENTS_TABLE: ledger.name,
        ENVIRONMENT: environment.name,
      },
      consumes: consumed.map((each) => ({
        ...each,
        batchSize: 5,
        batchingWindow: 0,
        maximumConcurrency: FAILURES_CONCURRENCY.perQueue,
      })),
      statements: [
        ...documentPermissions(bucket.arn, ledger.arn),
        allow('ReadRecords', ['dynamodb:GetItem'], ledger.arn),
        allow(
          'ReadArrivals',
          ['s3:GetObjectVersion'],
          OUTCOMES.filter((outcome) => outcome !== 'PROCESSED').map((outcome) => `${bucket.arn}/${outcome}/*`),
        ),
        allow('KeepMessages', ['s3:PutObject'], `${bucket.arn}/${MESSAGES_PREFIX}*`),
        allow('Notify', ['sns:Publish'], topicArn),
      ],
    });
  }
}
