import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { createS3Client, publishNotification } from '@trade-matching/aws-runtime';
import { processorMetrics } from '@trade-matching/dashboards/metrics';
import { isFolderMarker, type ObjectCreated, parseIncomingKey, readS3Message } from '@trade-matching/domain';
import { Ledger } from '@trade-matching/ledger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { processDocument } from '../documents/process-document.ts';
import { documentId } from '../documents/process-request.ts';
import { type TimeLimits, timeLimits } from '../documents/time-limits.ts';
import { configure } from '../environment-variables.ts';
import { errorFields, type Log } from '../log.ts';
import { recordArrival } from './arrival.ts';
import { readFailuresConfiguration } from './configuration.ts';
import { giveUp } from './dead-letter.ts';
import { failureNotification, poisonNotification } from './failure-notification.ts';
import { FailureRecords } from './failure-records.ts';

/** The document is being worked on elsewhere: the message comes again when its visibility ends. */
class NotYetError extends Error {
  override readonly name = 'NotYetError';
}

const configuration = configure(readFailuresConfiguration);
const { topicArn, documentsBucket, documentsTable, environment } = configuration;
const logger = new Logger({ serviceName: 'trade-document-failures', logLevel: configuration.logLevel });
const log: Log = (level, message, fields = {}) => logger[level](message, fields);
const emit = processorMetrics((line) => process.stdout.write(`${line}\n`));
const s3 = createS3Client();
const sns = new SNSClient({});
const dynamodb = new DynamoDBClient({});
const ledger = new Ledger(dynamodb, documentsTable, process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'trade-document-failures');
const records = new FailureRecords(dynamodb, documentsTable);
const batch = new BatchProcessor(EventType.SQS);

/** Dead letters of the document queues, and what arrives under FAILED and QUARANTINE (F1, F2). */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const limits = timeLimits(context.getRemainingTimeInMillis(), context.getRemainingTimeInMillis());
  try {
    return await processPartialResponse(event, (record: SQSRecord) => handleRecord(record, limits), batch, {
      context,
      throwOnFullBatchFailure: false,
    });
  } catch (error) {
    emit('LambdaFatalError', 1);
    log('error', 'the batch could not be processed', errorFields(error));
    throw error;
  }
}

async function handleRecord(record: SQSRecord, limits: TimeLimits): Promise<void> {
  const message = readS3Message(record.body);
  try {
    switch (message.kind) {
      case 'test-event':
        return;
      case 'poison':
        return await keepPoison(record, message.why, limits);
      case 'objects':
        for (const object of message.objects) {
          if (object.bucket === documentsBucket) await handleObject(object, limits);
          else await keepPoison(record, `the event is of the bucket ${object.bucket}`, limits);
        }
    }
  } catch (error) {
    if (!(error instanceof NotYetError)) {
      emit('LambdaProcessingError', 1);
      log('error', 'the failure could not be handled', { message_id: record.messageId, ...errorFields(error) });
    }
    throw error;
  }
}

async function handleObject(object: ObjectCreated, limits: TimeLimits): Promise<void> {
  if (isFolderMarker(object.key, object.size)) return;
  const documentLog: Log = (level, message, fields) => log(level, message, { key: object.key, ...fields });
  if (parseIncomingKey(object.key) !== undefined) {
    const incomingLog: Log = (level, message, fields) =>
      documentLog(level, message, { document_id: documentId(object), ...fields });
    const dependencies = { s3, ledger, emit, log: incomingLog };
    const decide = giveUp.bind(undefined, ledger);
    const result = await processDocument({ ...dependencies, decide }, object, limits);
    incomingLog('info', 'dead letter', { ...result });
    if (result.kind === 'later') throw new NotYetError(result.why);
    return;
  }
  const tell = (document: Parameters<typeof failureNotification>[0]) =>
    publishNotification({ sns, topicArn }, failureNotification(document, environment));
  const result = await recordArrival({ s3, records, emit, tell }, object, limits.invocationEnds);
  documentLog('info', 'arrival', { result });
  if (result === 'elsewhere') throw new NotYetError('another delivery is telling of it');
}

/** Nothing is lost, not even what nobody understands. */
async function keepPoison(record: SQSRecord, why: string, limits: TimeLimits): Promise<void> {
  const queue = record.eventSourceARN.split(':').at(-1) ?? '';
  const poison = { pk: `POISON#${record.messageId}`, sk: 'MESSAGE', queue, why, body: record.body };
  const tell = () => publishNotification({ sns, topicArn }, poisonNotification(record.messageId, queue, why));
  if ((await records.notifyOnce(poison, limits.invocationEnds, tell)) === 'elsewhere')
    throw new NotYetError('another delivery is telling of it');
}
