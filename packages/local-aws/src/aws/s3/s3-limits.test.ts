import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What AWS answers: "Error responses" and the action's page, Amazon S3 API Reference.
const Bucket = 'limits';
const MIB = 1024 * 1024;
let aws: EmbeddedAws;
let s3: S3Client;

beforeAll(async () => {
  aws = await startEmbeddedAws();
  s3 = new S3Client({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
});
afterAll(() => aws.close());

const put = (Key: string, options: Partial<PutObjectCommandInput> = {}) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body: 'body', ...options }));
const refused = (httpStatusCode: number, name: string) => ({
  name,
  $metadata: expect.objectContaining({ httpStatusCode }),
});
const status = (httpStatusCode: number) => ({ $metadata: expect.objectContaining({ httpStatusCode }) });

test('a key has 1024 bytes of UTF-8 at most, in a write and in a read', async () => {
  await put('é'.repeat(512));
  const long = `${'é'.repeat(512)}x`;
  await expect(put(long)).rejects.toMatchObject(refused(400, 'KeyTooLongError'));
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: long }))).rejects.toMatchObject(
    refused(400, 'KeyTooLongError'),
  );
  await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: long }))).rejects.toMatchObject(
    refused(400, 'KeyTooLongError'),
  );
});

test('metadata has 2 KB at most, names included, and US-ASCII only', async () => {
  await put('metadata', { Metadata: { name: 'v'.repeat(2044) } });
  await expect(put('metadata', { Metadata: { name: 'v'.repeat(2045) } })).rejects.toMatchObject(
    refused(400, 'MetadataTooLarge'),
  );
  await expect(put('metadata', { Metadata: { name: 'é' } })).rejects.toMatchObject(status(403));
});

test('a write under If-None-Match needs that there is nothing, and under If-Match that there is this', async () => {
  const { ETag } = await put('conditional', { IfNoneMatch: '*' });
  await expect(put('conditional', { IfNoneMatch: '*' })).rejects.toMatchObject(refused(412, 'PreconditionFailed'));
  await expect(put('conditional', { IfMatch: '"other"' })).rejects.toMatchObject(refused(412, 'PreconditionFailed'));
  await put('conditional', { IfMatch: ETag });
  await expect(put('absent', { IfMatch: ETag })).rejects.toMatchObject(refused(404, 'NoSuchKey'));
  await expect(put('conditional', { IfNoneMatch: ETag })).rejects.toMatchObject(refused(501, 'NotImplemented'));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: 'conditional' }));
  await put('conditional', { IfNoneMatch: '*' });
});

test('a read under a condition answers 412 for another ETag, and 304 for the one that is known', async () => {
  const { ETag } = await put('read');
  const read = (condition: { IfMatch?: string | undefined; IfNoneMatch?: string | undefined }) =>
    s3.send(new GetObjectCommand({ Bucket, Key: 'read', ...condition }));
  await read({ IfMatch: ETag });
  await read({ IfMatch: '*', IfNoneMatch: '"other"' });
  await expect(read({ IfMatch: '"other"' })).rejects.toMatchObject(refused(412, 'PreconditionFailed'));
  await expect(read({ IfNoneMatch: ETag })).rejects.toMatchObject(status(304));
  const head = new HeadObjectCommand({ Bucket, Key: 'read', IfMatch: '"other"' });
  await expect(s3.send(head)).rejects.toMatchObject(status(412));
});

test('an object is not copied onto itself unless something of it changes', async () => {
  const { VersionId } = await put('itself');
  const copy = (options: object, CopySource = `${Bucket}/itself`) =>
    s3.send(new CopyObjectCommand({ Bucket, Key: 'itself', CopySource, ...options }));
  await expect(copy({})).rejects.toMatchObject(refused(400, 'InvalidRequest'));
  await copy({ MetadataDirective: 'REPLACE', Metadata: { a: 'b' } });
  // A version that is named may be the one before: it is put back.
  await copy({}, `${Bucket}/itself?versionId=${VersionId}`);
});

test('a copy of what is not there answers 404', async () => {
  const copy = (CopySource: string) => s3.send(new CopyObjectCommand({ Bucket, Key: 'copy', CopySource }));
  await expect(copy(`${Bucket}/absent`)).rejects.toMatchObject(refused(404, 'NoSuchKey'));
  await expect(copy('absent-bucket/absent')).rejects.toMatchObject(refused(404, 'NoSuchBucket'));
});

test.each<[string, Partial<PutObjectCommandInput>]>([
  ['a storage class', { StorageClass: 'GLACIER' }],
  ['a lock', { ObjectLockLegalHoldStatus: 'ON' }],
])('a write with %s is an error, for it would be left out in silence', async (_what, options) => {
  await expect(put('more', options)).rejects.toMatchObject(refused(501, 'NotImplemented'));
});

test('a copy under a condition on its source is a 412 where that has another ETag', async () => {
  const source = { Bucket, Key: 'copy', CopySource: `${Bucket}/read` };
  await expect(s3.send(new CopyObjectCommand({ ...source, CopySourceIfMatch: '"other"' }))).rejects.toMatchObject(
    refused(412, 'PreconditionFailed'),
  );
});

test('a copy under a condition on the age of its source, and a read of a range, are errors as well', async () => {
  const conditional = new CopyObjectCommand({
    Bucket,
    Key: 'copy',
    CopySource: `${Bucket}/read`,
    CopySourceIfModifiedSince: new Date(0),
  });
  await expect(s3.send(conditional)).rejects.toMatchObject(refused(501, 'NotImplemented'));
  await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'read', Range: 'bytes=0-1' }))).rejects.toMatchObject(
    refused(501, 'NotImplemented'),
  );
});

test('an upload in parts needs each part that it names, in order, and of 5 MiB but the last', async () => {
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key: 'parts' }));
  const part = async (PartNumber: number, bytes: number) => {
    const Body = Buffer.alloc(bytes, PartNumber);
    const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key: 'parts', UploadId, PartNumber, Body }));
    return { PartNumber, ETag };
  };
  const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
    s3.send(new CompleteMultipartUploadCommand({ Bucket, Key: 'parts', UploadId, MultipartUpload: { Parts } }));
  const [first, second, small] = [await part(1, 5 * MIB), await part(2, 1), await part(3, 1)];
  await expect(part(0, 1)).rejects.toMatchObject(refused(400, 'InvalidArgument'));
  await expect(part(10_001, 1)).rejects.toMatchObject(refused(400, 'InvalidArgument'));
  await expect(complete([second, first])).rejects.toMatchObject(refused(400, 'InvalidPartOrder'));
  await expect(complete([first, { PartNumber: 4, ETag: '"x"' }])).rejects.toMatchObject(refused(400, 'InvalidPart'));
  await expect(complete([first, { ...second, ETag: '"x"' }])).rejects.toMatchObject(refused(400, 'InvalidPart'));
  await expect(complete([first, second, small])).rejects.toMatchObject(refused(400, 'EntityTooSmall'));
  await complete([first, small]);
  expect((await s3.send(new HeadObjectCommand({ Bucket, Key: 'parts' }))).ContentLength).toBe(5 * MIB + 1);
  await expect(complete([first])).rejects.toMatchObject(refused(404, 'NoSuchUpload'));
});

test('a thousand objects at most are deleted at once, and listed on a page', async () => {
  const keys = Array.from({ length: 1001 }, (_, i) => `many/${i}`);
  for (const Key of keys) await put(Key);
  const Objects = keys.map((Key) => ({ Key }));
  const remove = (count: number) =>
    s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: Objects.slice(0, count), Quiet: true } }));
  const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'many/', MaxKeys: 5000 }));
  expect([page.KeyCount, page.IsTruncated]).toEqual([1000, true]);
  await expect(remove(1001)).rejects.toMatchObject(refused(400, 'MalformedXML'));
  expect((await remove(1000)).Deleted ?? []).toEqual([]);
  const list = (marker: object) => s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: 'many/', ...marker }));
  const seen: string[] = [];
  let marker = {};
  for (let pages = 0; pages < 4; pages++) {
    const { Versions = [], DeleteMarkers = [], IsTruncated, NextKeyMarker, NextVersionIdMarker } = await list(marker);
    expect(Versions.length + DeleteMarkers.length).toBeLessThanOrEqual(1000);
    seen.push(...[...Versions, ...DeleteMarkers].map(({ VersionId = '' }) => VersionId));
    if (!IsTruncated) break;
    marker = { KeyMarker: NextKeyMarker, VersionIdMarker: NextVersionIdMarker };
  }
  expect(new Set(seen).size).toBe(2001);
});

test.each(['Aa', 'a', 'a'.repeat(64), 'a_bucket', '-bucket', 'bucket-', 'a..b'])(
  'a bucket is not named %s',
  async (name) => {
    await expect(s3.send(new CreateBucketCommand({ Bucket: name }))).rejects.toMatchObject(
      refused(400, 'InvalidBucketName'),
    );
  },
);

test('a copy takes tags along, unless it replaces them', async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x', Tagging: 'desk=rates&level=2' }));
  const copy = async (Key: string, options: object) => {
    await s3.send(new CopyObjectCommand({ Bucket, Key, CopySource: `${Bucket}/tagged`, ...options }));
    return (await s3.send(new GetObjectCommand({ Bucket, Key }))).TagCount;
  };
  expect(await copy('with-tags', {})).toBe(2);
  expect(await copy('without-tags', { TaggingDirective: 'REPLACE' })).toBeUndefined();
});
