import {
  callsEach,
  documentTime,
  invocationSeconds,
  LOG_BYTES,
  millisecondsOf,
  unitsEach,
} from '@trade-matching/capacity-model';
import { DELIVERY, environments } from '@trade-matching/infra';
import type { Design, Usage } from './usage.ts';

/** What the counted calls do not say. */
export const ASSUMPTIONS = {
  /** Documents an invocation gets: full batches, as there are from about one document a second on. */
  documentsPerInvocation: DELIVERY.batchSize,
  /** Of the matches, those that people are mailed of (mismatches and reviews), and how many addresses get them. */
  mailedShare: 0.05,
  addresses: 1,
  /** Bytes of a confirmation. It is kept twice: under its outcome, and as the upload's noncurrent version. */
  documentBytes: 60_000,
  copiesKept: 2,
  /** Bytes that a document leaves in both tables, their indexes included. */
  recordBytes: 20_000,
  /** Bytes of one event of CloudTrail in its log group. */
  auditEventBytes: 1_600,
  /** Bytes that Lambda itself logs of an invocation, in JSON. */
  platformLogBytes: 900,
} as const;

const GB = 1024 ** 3;

/** S3 calls that CloudTrail records for a document: the upload, and each read, copy and delete. */
function auditedCalls(heads: number): number {
  return 1 + heads + callsEach('s3:GetObject') + callsEach('s3:CopyObject') + callsEach('s3:DeleteObject');
}

/** Everything that so many documents use, one month's storage included. */
export function usageOf({ heads, metricCalls, messages }: Design, documents: number): Usage[] {
  const { documentsPerInvocation: batch, mailedShare, addresses } = ASSUMPTIONS;
  const { memory } = environments.production.processor;
  const added =
    heads * millisecondsOf('s3:HeadObject') +
    metricCalls * millisecondsOf('cloudwatch:PutMetricData') +
    messages * millisecondsOf('sns:Publish');
  const invocation = invocationSeconds(documentTime(), batch) + added / 1000;
  const publishes = callsEach('sns:Publish');
  const mails = publishes * mailedShare + messages;
  const logged = LOG_BYTES.processor + LOG_BYTES['matching-service'] + ASSUMPTIONS.platformLogBytes / batch;
  const each: Usage[] = [
    {
      service: 'S3',
      what: 'the upload, the copy to the outcome',
      price: 's3Put',
      quantity: 1 + callsEach('s3:CopyObject'),
    },
    { service: 'S3', what: 'reads', price: 's3Get', quantity: callsEach('s3:GetObject') + heads },
    {
      service: 'S3',
      what: 'a month of storage',
      price: 's3Storage',
      quantity: (ASSUMPTIONS.documentBytes * ASSUMPTIONS.copiesKept) / GB,
    },
    { service: 'SQS', what: 'send, receive, delete', price: 'sqsRequest', quantity: 1 + 2 / batch },
    { service: 'Lambda', what: 'invocations', price: 'lambdaRequest', quantity: 1 / batch },
    {
      service: 'Lambda',
      what: 'GB-seconds',
      price: 'lambdaGbSecond',
      quantity: ((memory / 1024) * invocation) / batch,
    },
    { service: 'DynamoDB', what: 'write units', price: 'dynamodbWrite', quantity: unitsEach('writeUnits') },
    { service: 'DynamoDB', what: 'read units', price: 'dynamodbRead', quantity: unitsEach('readUnits') },
    {
      service: 'DynamoDB',
      what: 'a month of storage',
      price: 'dynamodbStorage',
      quantity: ASSUMPTIONS.recordBytes / GB,
    },
    { service: 'DynamoDB', what: 'a month of backup', price: 'dynamodbBackup', quantity: ASSUMPTIONS.recordBytes / GB },
    { service: 'SNS', what: 'publishes', price: 'snsPublish', quantity: publishes + messages },
    { service: 'SNS', what: 'e-mails', price: 'snsEmail', quantity: mails * addresses },
    { service: 'CloudWatch', what: 'logs and embedded metrics', price: 'logsIngested', quantity: logged / GB },
    { service: 'CloudWatch', what: 'metric calls', price: 'metricData', quantity: metricCalls },
    { service: 'CloudTrail', what: 'data events', price: 'dataEvent', quantity: auditedCalls(heads) },
    {
      service: 'CloudTrail',
      what: 'its log group',
      price: 'logsIngested',
      quantity: (auditedCalls(heads) * ASSUMPTIONS.auditEventBytes) / GB,
    },
  ];
  return each.map((usage) => ({ ...usage, quantity: usage.quantity * documents }));
}
