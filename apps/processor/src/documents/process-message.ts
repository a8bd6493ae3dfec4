import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import { type ObjectCreated, readS3Message } from '@trade-matching/domain';
import type { SQSRecord } from 'aws-lambda';
import { errorFields, type Log } from '../log.ts';
import { visibilityAfterFailure, visibilityUntil } from './back-off.ts';
import type { DocumentResult } from './file-document.ts';
import { documentId } from './process-request.ts';

/** The message stays in the queue. Thrown, since a batch's failed items are those that threw. */
export class HandedBackError extends Error {
  override readonly name = 'HandedBackError';
}

export interface MessageDependencies {
  /** The only bucket whose events are taken. */
  readonly bucket: string;
  /** Makes the message visible again after so many seconds. */
  readonly setVisibility: (record: SQSRecord, seconds: number) => Promise<void>;
  readonly emit: EmitProcessorMetric;
  readonly log: Log;
  readonly process: (object: ObjectCreated, log: Log) => Promise<DocumentResult>;
}

/**
 * One message: each object in it is processed in turn. What must come again is returned to the queue with a visibility that
 * fits why.
 *
 * @throws {HandedBackError} where the message must stay in the queue
 */
export async function processMessage(dependencies: MessageDependencies, record: SQSRecord): Promise<void> {
  const { bucket, emit, process } = dependencies;
  const log: Log = (level, message, fields) =>
    dependencies.log(level, message, { message_id: record.messageId, ...fields });
  const message = readS3Message(record.body);
  switch (message.kind) {
    case 'test-event':
      log('info', 'a test event of S3');
      return;
    case 'poison':
      // Never success (P3): received five times, it goes to the dead-letter queue.
      return handBack(dependencies, record, log, `poison message: ${message.why}`, 0);
    case 'objects':
  }
  const waits: number[] = [];
  const whys: string[] = [];
  for (const object of message.objects) {
    if (object.bucket !== bucket) {
      return handBack(dependencies, record, log, `poison message: the event is of the bucket ${object.bucket}`, 0);
    }
    try {
      const result = await process(object, log);
      if (result.kind !== 'later') continue;
      whys.push(result.why);
      waits.push(result.until === undefined ? visibilityAfterFailure(received(record)) : visibilityUntil(result.until));
    } catch (error) {
      emit('LambdaProcessingError', 1);
      log('error', 'the document could not be processed', {
        document_id: documentId(object),
        key: object.key,
        ...errorFields(error),
      });
      whys.push(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      waits.push(visibilityAfterFailure(received(record)));
    }
  }
  if (waits.length === 0) return;
  // S3 tells of one object in each message: then what is returned to the queue is found by its document, too.
  const [only, ...others] = message.objects;
  const about = only && others.length === 0 ? { document_id: documentId(only), key: only.key } : {};
  const documentLog: Log = (level, text, fields) => log(level, text, { ...about, ...fields });
  await handBack(dependencies, record, documentLog, whys.join('; '), Math.max(...waits));
}

function received(record: SQSRecord): number {
  return Number(record.attributes.ApproximateReceiveCount) || 1;
}

async function handBack(
  { setVisibility }: MessageDependencies,
  record: SQSRecord,
  log: Log,
  why: string,
  seconds: number,
): Promise<never> {
  log('warn', 'returned to queue', { why, receive_count: received(record), visible_in_seconds: seconds });
  try {
    await setVisibility(record, seconds);
  } catch (error) {
    // It becomes visible when the queue's own timeout ends.
    log('warn', "the message's visibility could not be changed", errorFields(error));
  }
  throw new HandedBackError(why);
}
