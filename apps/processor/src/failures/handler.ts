import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { createS3Client, publishNotification } from '@trade-matching/aws-runtime';
import { processorMetrics } from '@trade-matching/dashboards/metrics';
import {
  cutText,
  isFolderMarker,
  type Notification,
  type ObjectCreated,
  parseIncomingKey,
  readS3Message,
} from '@trade-matching/domain';
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
import { type LastResort, settleWithoutLedger, TRIES } from './last-resort.ts';
import { keepMessage } from './poison.ts';

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

const publish = (notification: Notification) => publishNotification({ sns, topicArn }, notification);

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
          if (object.bucket === documentsBucket) await settleObject(record, object, limits);
          else await keepPoison(record, `the event is of the bucket ${cutText(object.bucket, 100)}`, limits);
        }
    }
  } catch (error) {
    reportFailure(record, error);
    throw error;
  }
}

function reportFailure(record: SQSRecord, error: unknown): void {
  if (error instanceof NotYetError) return;
  emit('LambdaProcessingError', 1);
  log('error', 'the failure could not be handled', { message_id: record.messageId, ...errorFields(error) });
}

/** Whether this is the last try with the ledger: then what stands in the way ends the message no more. */
function isLastTry(record: SQSRecord, error: unknown, tries: number): boolean {
  return !(error instanceof NotYetError) && Number(record.attributes.ApproximateReceiveCount) >= tries;
}

async function settleObject(record: SQSRecord, object: ObjectCreated, limits: TimeLimits): Promise<void> {
  try {
    await handleObject(object, limits);
  } catch (error) {
    const tries = parseIncomingKey(object.key) === undefined ? TRIES.arrival : TRIES.deadLetter;
    if (!isLastTry(record, error, tries)) throw error;
    reportFailure(record, error);
    const resort: LastResort = {
      ...{ s3, emit, publish },
      log: (level, text, fields) => log(level, text, { key: object.key, document_id: documentId(object), ...fields }),
    };
    await settleWithoutLedger(resort, object, error);
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
    publish(failureNotification(document, environment));
  const result = await recordArrival({ s3, records, emit, tell }, object, limits.invocationEnds);
  documentLog('info', 'arrival', { result });
  if (result === 'elsewhere') throw new NotYetError('another delivery is telling of it');
}

async function keepPoison(record: SQSRecord, why: string, limits: TimeLimits): Promise<void> {
  const queue = record.eventSourceARN.split(':').at(-1) ?? '';
  const tell = (keptIn: string) => publish(poisonNotification(record.messageId, queue, why, keptIn));
  try {
    const poison = await keepMessage(s3, documentsBucket, record, queue, why);
    const notified = await records.notifyOnce(poison, limits.invocationEnds, () =>
      tell(`the ledger under ${poison.pk}`),
    );
    if (notified === 'elsewhere') throw new NotYetError('another delivery is telling of it');
  } catch (error) {
    if (!isLastTry(record, error, TRIES.arrival)) throw error;
    reportFailure(record, error);
    // The log keeps the beginning of what the ledger does not take.
    log('error', 'poison message settled without the ledger', {
      message_id: record.messageId,
      queue,
      why,
      body: cutText(record.body, 1_000),
    });
    await tell(`the log of the failures function, its beginning (${record.messageId})`);
  }
}
