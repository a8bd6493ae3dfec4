// The plainest handler that makes the calls of a good document: no lease that ends, no retries, no repetition, no metrics.
// It reads the fields of an event as they stand.
import { createHash } from 'node:crypto';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { CopyObjectCommand, DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

interface Batch {
  readonly Records: readonly { readonly body: string }[];
}
interface Created {
  readonly s3: { readonly object: { readonly key: string; readonly versionId: string; readonly eTag: string } };
}

const { DOCUMENTS_BUCKET: Bucket = '', DOCUMENTS_TABLE: TableName = '', EKS_SERVICE_ENDPOINT = '' } = process.env;
const s3 = new S3Client({ forcePathStyle: true });
const dynamodb = new DynamoDBClient({});

export async function handler({ Records }: Batch): Promise<void> {
  for (const { body } of Records) {
    const [record] = (JSON.parse(body) as { Records: Created[] }).Records;
    if (record) await processObject(record.s3.object);
  }
}

async function processObject({ key, versionId, eTag }: Created['s3']['object']): Promise<void> {
  const Key = decodeURIComponent(key);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId: versionId }));
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  const hash = createHash('sha256').update(bytes).digest('hex');
  const item = { pk: { S: `PLAIN#${hash}` }, sk: { S: 'CONTENT' } };
  await dynamodb.send(new PutItemCommand({ TableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }));
  const answer = await fetch(EKS_SERVICE_ENDPOINT, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ s3_bucket: Bucket, s3_key: Key, s3_version_id: versionId, doc_hash: hash }),
  });
  const result = JSON.stringify(await answer.json());
  await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: item,
      UpdateExpression: 'SET #result = :result',
      ExpressionAttributeNames: { '#result': 'result' },
      ExpressionAttributeValues: { ':result': { S: result } },
    }),
  );
  const CopySource = `${Bucket}/${key}?versionId=${versionId}`;
  await s3.send(new CopyObjectCommand({ Bucket, Key: `PROCESSED/${Key}`, CopySource }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key, IfMatch: `"${eTag}"` }));
}
