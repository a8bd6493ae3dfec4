import { DOCUMENTS_TABLE, OUTCOMES, resourceNames, SOURCES } from '@trade-matching/domain';
import type { Environment } from '../environments/index.ts';
import type { Statement } from '../policy.ts';

/**
 * What the load test needs: to put, list and delete its own documents, to hear of outcomes and matches through a queue
 * of its own, to read figures, and on request to take out what the tables hold of it.
 */
export function loadTestPermissions({ name, account, region }: Environment): Statement[] {
  const names = resourceNames(name, account);
  const arn = (service: string, resource: string) => `arn:aws:${service}:${region}:${account}:${resource}`;
  const bucket = `arn:aws:s3:::${names.documentsBucket}`;
  const incoming = SOURCES.map((source) => `${source}/*/load-test-*`);
  const everywhere = [...incoming, ...incoming.flatMap((keys) => OUTCOMES.map((outcome) => `${outcome}/${keys}`))];
  const objects = (keys: readonly string[]) => keys.map((key) => `${bucket}/${key}`);
  const allow = (
    Sid: string,
    Action: readonly string[],
    Resource: string | readonly string[],
    Condition?: Statement['Condition'],
  ): Statement => ({ Sid, Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) });
  /** The key has no name of its own: it is known by its alias, and used through one service. */
  const ofStack = (service: string): Statement['Condition'] => ({
    'ForAnyValue:StringEquals': { 'kms:ResourceAliases': `alias/${names.stack}` },
    StringEquals: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  });
  const ledger = arn('dynamodb', `table/${names.documentsTable}`);
  const trades = arn('dynamodb', `table/${names.tradesTable}`);
  const cases = arn('dynamodb', `table/${names.casesTable}`);
  return [
    allow('PutOwnDocuments', ['s3:PutObject'], objects(incoming)),
    allow('FindOwnDocuments', ['s3:ListBucket', 's3:ListBucketVersions'], bucket, {
      StringLike: { 's3:prefix': everywhere },
    }),
    allow('DeleteOwnDocuments', ['s3:DeleteObjectVersion'], objects(everywhere)),
    allow('EncryptDocuments', ['kms:GenerateDataKey'], arn('kms', 'key/*'), ofStack('s3')),
    // The tables are under the same key: whoever asks them needs it.
    allow('ReadTables', ['kms:Decrypt'], arn('kms', 'key/*'), ofStack('dynamodb')),
    allow('FollowDocuments', ['dynamodb:Query'], `${ledger}/index/${DOCUMENTS_TABLE.indexes.byStatusDay.name}`),
    allow('CleanUpRecords', ['dynamodb:Query', 'dynamodb:BatchWriteItem'], [ledger, trades, cases]),
    allow('Listen', ['sns:Subscribe'], arn('sns', names.notificationsTopic)),
    // It names a subscription, which is no type of resource.
    allow('StopListening', ['sns:Unsubscribe'], '*'),
    allow(
      'OwnQueue',
      ['sqs:CreateQueue', 'sqs:DeleteQueue', 'sqs:ReceiveMessage', 'sqs:DeleteMessage'],
      arn('sqs', `load-test-${name}-*`),
    ),
    allow(
      'WatchQueues',
      ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'],
      [...Object.values(names.documentQueue), names.failedProcessingQueue].map((queue) => arn('sqs', queue)),
    ),
    // Figures have no resource.
    allow('ReadFigures', ['cloudwatch:GetMetricData'], '*'),
  ];
}
