import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, GetQueueUrlCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { createS3Client, createSqsClient } from '@trade-matching/aws-runtime';
import { encodeEventKey } from '@trade-matching/domain';
import { clientConfiguration, type System } from './start-system.ts';

/** Keys that stand in the documents bucket now, folder markers and all. */
export async function currentKeys(system: System): Promise<string[]> {
  const s3 = createS3Client(clientConfiguration(system.aws));
  const keys: string[] = [];
  for await (const page of paginateListObjectsV2({ client: s3 }, { Bucket: system.names.documentsBucket })) {
    keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key));
  }
  s3.destroy();
  return keys;
}

/** Messages by queue, those in flight included. Queues are found by their names in the contract. */
async function messages(system: System): Promise<Map<string, number>> {
  const sqs = createSqsClient(clientConfiguration(system.aws));
  try {
    return await countMessages(sqs, system);
  } finally {
    sqs.destroy();
  }
}

/** Messages in a queue, those in flight included. */
export async function messagesIn(system: System, queue: string): Promise<number> {
  return (await messages(system)).get(queue) ?? Number.NaN;
}

/** Resolves when every consumed queue is empty: nothing is being processed or will come again. */
export async function untilQueuesAreEmpty(system: System, timeoutMs = 120_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const counts = await messages(system);
    // What could not be handled even there stays.
    counts.delete(system.names.failedProcessingDeadLetterQueue);
    const left = [...counts].filter(([, count]) => count > 0);
    if (left.length === 0) return;
    if (Date.now() > deadline) throw new Error(`There are still messages in the queues: ${left.join('; ')}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Sends a message to a queue, found by its name. */
export async function sendTo(system: System, queue: string, MessageBody: string): Promise<void> {
  const sqs = createSqsClient(clientConfiguration(system.aws));
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  sqs.destroy();
}

/** Uploads a document whose event never reaches its queue, and answers with that event. */
export async function uploadUnseen(system: System, key: string, Body: Uint8Array): Promise<string> {
  system.aws.setEventDelivery(async () => {});
  const s3 = createS3Client(clientConfiguration(system.aws));
  const Bucket = system.names.documentsBucket;
  const { VersionId, ETag = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: key, Body }));
  s3.destroy();
  system.aws.setEventDelivery((deliver) => deliver());
  return JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName: 'ObjectCreated:Put',
        eventTime: new Date().toISOString(),
        s3: {
          bucket: { name: Bucket },
          object: {
            key: encodeEventKey(key),
            size: Body.length,
            eTag: ETag.replaceAll('"', ''),
            versionId: VersionId,
            sequencer: '0055AED6DCD90281E5',
          },
        },
      },
    ],
  });
}

/** Every item of a table. */
export async function itemsOf(system: System, table: string): Promise<Record<string, unknown>[]> {
  const dynamodb = new DynamoDBClient(clientConfiguration(system.aws));
  try {
    return await scanTable(dynamodb, table);
  } finally {
    dynamodb.destroy();
  }
}

/** The trades and the matches that stand, without their history. */
export async function tradesAndMatches(system: System) {
  const items = await itemsOf(system, system.names.tradesTable);
  const current = (kind: string) => items.filter(({ pk, sk }) => String(pk).startsWith(`${kind}#`) && sk === 'CURRENT');
  return { trades: current('TRADE'), matches: current('MATCH') };
}

/** Every queue of the environment. */
export function allQueues({ names }: Pick<System, 'names'>): string[] {
  return [
    ...Object.values(names.documentQueue),
    ...Object.values(names.documentDeadLetterQueue),
    names.failedProcessingQueue,
    names.failedProcessingDeadLetterQueue,
  ];
}

export async function countMessages(sqs: SQSClient, system: Pick<System, 'names'>): Promise<Map<string, number>> {
  const counts = await Promise.all(
    allQueues(system).map(async (queue) => {
      const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
      const { Attributes = {} } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
      const count =
        Number(Attributes.ApproximateNumberOfMessages) + Number(Attributes.ApproximateNumberOfMessagesNotVisible);
      return [queue, count] as const;
    }),
  );
  return new Map(counts);
}

/** Every item of a table, or as many of them as a secondary index has by now. */
export async function scanTable(
  client: DynamoDBClient,
  TableName: string,
  IndexName?: string,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const { Items = [] } of paginateScan(
    { client: DynamoDBDocumentClient.from(client) },
    IndexName === undefined ? { TableName, ConsistentRead: true } : { TableName, IndexName },
  )) {
    items.push(...Items);
  }
  return items;
}
