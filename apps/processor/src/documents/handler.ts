import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { ChangeMessageVisibilityCommand } from '@aws-sdk/client-sqs';
import { CachedSecret, createS3Client, createSqsClient, publishNotification } from '@trade-matching/aws-runtime';
import { processorMetrics } from '@trade-matching/dashboards/metrics';
import { parseIncomingKey } from '@trade-matching/domain';
import { Ledger } from '@trade-matching/ledger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { configure } from '../environment-variables.ts';
import { errorFields, type Log } from '../log.ts';
import { readConfiguration } from './configuration.ts';
import { processDocument } from './process-document.ts';
import { processMessage } from './process-message.ts';
import { documentId } from './process-request.ts';
import { startNotification } from './start-notification.ts';
import { type SubmitDependencies, submitDocument } from './submit-document.ts';
import { timeLimits } from './time-limits.ts';

/** Milliseconds: a rotated token is taken up within this time, or at once when the old one is refused. */
const TOKEN_KEPT_FOR = 300_000;

const configuration = configure(readConfiguration);
const logger = new Logger({ serviceName: 'trade-document-processor', logLevel: configuration.logLevel });
const log: Log = (level, message, fields = {}) => logger[level](message, fields);
const emit = processorMetrics((line) => process.stdout.write(`${line}\n`));
const s3 = createS3Client();
const sns = new SNSClient({});
const sqs = createSqsClient();
const ledger = new Ledger(
  new DynamoDBClient({}),
  configuration.documentsTable,
  process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'trade-document-processor',
);
const token = new CachedSecret(new SecretsManagerClient({}), {
  secretArn: configuration.serviceTokenSecretArn,
  keptFor: TOKEN_KEPT_FOR,
});
const service: SubmitDependencies = {
  endpoint: configuration.serviceEndpoint,
  token: {
    read: async () => String((await token.read())[0]),
    forget: () => token.forget(),
  },
  maxRetries: configuration.maxRetries,
  emit,
  onStart: async (object, incoming) => {
    if (!configuration.notifyOnStart) return;
    await publishNotification({ sns, topicArn: configuration.topicArn }, startNotification(object, incoming));
  },
};
const batch = new BatchProcessor(EventType.SQS);

/** Both document queues: each message is an upload, each upload goes to its outcome or back to its queue. */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const started = Date.now();
  const limits = timeLimits(context.getRemainingTimeInMillis(), configuration.processingTimeoutMs, started);
  try {
    const response = await processPartialResponse(event, (record: SQSRecord) => handleRecord(record), batch, {
      context,
      // All failed is no error of the function: each has been returned to the queue.
      throwOnFullBatchFailure: false,
    });
    emit('SQSRecordsProcessed', event.Records.length - response.batchItemFailures.length);
    emit('SQSRecordsFailed', response.batchItemFailures.length);
    emit('LambdaProcessingTime', Date.now() - started);
    return response;
  } catch (error) {
    emit('LambdaFatalError', 1);
    log('error', 'the batch could not be processed', errorFields(error));
    throw error;
  }

  function handleRecord(record: SQSRecord): Promise<void> {
    return processMessage(
      {
        bucket: configuration.documentsBucket,
        setVisibility,
        emit,
        log: (level, message, fields) => log(level, message, { request_id: context.awsRequestId, ...fields }),
        process: async (object, recordLog) => {
          const documentLog: Log = (level, message, fields) =>
            recordLog(level, message, {
              document_id: documentId(object),
              key: object.key,
              source: parseIncomingKey(object.key)?.source ?? 'UNKNOWN',
              ...fields,
            });
          const result = await processDocument(
            {
              s3,
              ledger,
              emit,
              log: documentLog,
              decide: (input) => submitDocument(service, input),
            },
            object,
            limits,
          );
          documentLog('info', result.kind, { ...result });
          return result;
        },
      },
      record,
    );
  }
}

async function setVisibility({ eventSourceARN, receiptHandle }: SQSRecord, seconds: number): Promise<void> {
  const queue = eventSourceARN.split(':').at(-1);
  const url = Object.values(configuration.queueUrls).find((candidate) => candidate.endsWith(`/${queue}`));
  if (url === undefined) throw new Error(`No URL is configured for the queue ${queue}.`);
  await sqs.send(
    new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }),
  );
}
