import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { cutText, MESSAGES_PREFIX } from '@trade-matching/domain';
import type { SQSRecord } from 'aws-lambda';
import type { FailureRecord } from './failure-records.ts';

/** Characters of a body that stand in the ledger, whose items have 400 KB. SQS takes 1 MiB. */
const KEPT_OF_A_BODY = 4_096;

/** Nothing is lost, not even what nobody understands: a message as the ledger keeps it, with the whole of it in S3 where it is long. */
export async function keepMessage(
  s3: S3Client,
  bucket: string,
  record: SQSRecord,
  queue: string,
  why: string,
): Promise<FailureRecord> {
  const { messageId, body } = record;
  const kept = { pk: `POISON#${messageId}`, sk: 'MESSAGE', queue, why };
  if (body.length <= KEPT_OF_A_BODY) return { ...kept, body };
  const Key = `${MESSAGES_PREFIX}${messageId}`;
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body: body, ContentType: 'text/plain; charset=utf-8' }));
  return { ...kept, body: cutText(body, KEPT_OF_A_BODY), whole_body: `s3://${bucket}/${Key}` };
}
