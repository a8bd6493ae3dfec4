import { OUTCOMES, SOURCES, type Source } from '@trade-matching/domain';
import { Construct } from 'constructs';
import { documentsBundle } from '../bundles.ts';
import { DELIVERY } from '../delivery.ts';
import type { Environment } from '../environments/index.ts';
import { documentPermissions } from './document-permissions.ts';
import type { DocumentQueue } from './document-queue.ts';
import { allow, type FunctionNetwork, QueueFunction } from './queue-function.ts';

export interface DocumentProcessorOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  readonly queues: Readonly<Record<Source, DocumentQueue>>;
  readonly bucket: { readonly name: string; readonly arn: string };
  readonly ledger: { readonly name: string; readonly arn: string };
  readonly topicArn: string;
  readonly serviceEndpoint: string;
  readonly tokenSecretArn: string;
  readonly network: FunctionNetwork | undefined;
}

/** The function that takes documents from both queues to their outcome (P1, P2). */
export class DocumentProcessor extends Construct {
  constructor(scope: Construct, id: string, options: DocumentProcessorOptions) {
    super(scope, id);
    const { environment, name, keyArn, queues, bucket, ledger, topicArn, tokenSecretArn, network } = options;
    const { processor } = environment;
    new QueueFunction(this, 'documents', {
      environment,
      name,
      description: 'Takes trade documents from their queues to their outcome',
      bundle: documentsBundle(),
      memory: processor.memory,
      timeout: DELIVERY.timeout,
      reservedConcurrency: processor.reservedConcurrency,
      keyArn,
      encryptedServices: ['s3', 'sqs', 'dynamodb', 'sns', 'secretsmanager'],
      network,
      variables: {
        EKS_SERVICE_ENDPOINT: options.serviceEndpoint,
        SERVICE_TOKEN_SECRET_ARN: tokenSecretArn,
        SNS_TOPIC_ARN: topicArn,
        MAX_RETRIES: '3',
        PROCESSING_TIMEOUT: String(processor.processingTimeout),
        LOG_LEVEL: processor.logLevel,
        DOCUMENTS_BUCKET: bucket.name,
        DOCUMENTS_TABLE: ledger.name,
        BANK_QUEUE_URL: queues.BANK.queue.url,
        COUNTERPARTY_QUEUE_URL: queues.COUNTERPARTY.queue.url,
      },
      consumes: SOURCES.map((source) => ({
        id: source.toLowerCase(),
        queue: queues[source].queue,
        batchSize: DELIVERY.batchSize,
        batchingWindow: DELIVERY.batchingWindow,
        maximumConcurrency: processor.concurrencyPerQueue,
      })),
      statements: [
        ...documentPermissions(bucket.arn, ledger.arn),
        allow(
          'ForgetRefusals',
          ['s3:DeleteObject'],
          OUTCOMES.filter((outcome) => outcome !== 'PROCESSED').map((outcome) => `${bucket.arn}/${outcome}/*`),
        ),
        allow(
          'HandBack',
          ['sqs:ChangeMessageVisibility'],
          SOURCES.map((source) => queues[source].queue.arn),
        ),
        allow('Notify', ['sns:Publish'], topicArn),
        allow('ReadToken', ['secretsmanager:GetSecretValue'], tokenSecretArn),
      ],
    });
  }
}
