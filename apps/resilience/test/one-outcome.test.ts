import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { supersededKey } from '@trade-matching/domain';
import {
  changedStack,
  clientConfiguration,
  currentKeys,
  itemsOf,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';

let system: System;
let s3: S3Client;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  s3 = createS3Client(clientConfiguration(system.aws));
});
afterAll(async () => {
  s3?.destroy();
  await system?.close();
});

const upload = async (key: string, bytes: Uint8Array) => {
  await system.upload({ key, source: 'BANK', bytes });
  await untilQueuesAreEmpty(system);
};
const keysOf = async (name: string) => (await currentKeys(system)).filter((key) => key.includes(name)).sort();
const bytesAt = async (Key: string, VersionId?: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: system.names.documentsBucket, Key, VersionId }));
  return Buffer.from((await Body?.transformToByteArray()) ?? []);
};
const recordAt = async (outcomeKey: string) => {
  const items = await itemsOf(system, system.names.documentsTable);
  return items.find(({ sk, outcome_key }) => sk === 'CONTENT' && outcome_key === outcomeKey);
};

test('a content that a newer one takes the place of stands beside it, and the ledger says where', async () => {
  const { bank } = samplePair(3000);
  const older = renderConfirmation(bank, 'letter');
  const newer = renderConfirmation({ ...bank, notional: '123000.00' }, 'letter');
  await upload('BANK/3000.pdf', older);
  const { Metadata = {} } = await s3.send(
    new HeadObjectCommand({ Bucket: system.names.documentsBucket, Key: 'PROCESSED/BANK/3000.pdf' }),
  );
  await upload('BANK/3000.pdf', newer);

  const aside = supersededKey('PROCESSED', 'BANK/3000.pdf', Metadata.sequencer ?? '');
  expect(await keysOf('3000')).toEqual(['PROCESSED/BANK/3000.pdf', aside].sort());
  expect(await bytesAt(aside)).toEqual(Buffer.from(older));
  expect(await bytesAt('PROCESSED/BANK/3000.pdf')).toEqual(Buffer.from(newer));
  expect(await recordAt(aside)).toMatchObject({ status: 'PROCESSED', hash: Metadata['document-hash'] });
  expect(await recordAt('PROCESSED/BANK/3000.pdf')).toMatchObject({ status: 'PROCESSED' });
  // Each outcome names the version of the upload that it is of.
  for (const [outcomeKey, bytes] of [
    [aside, older],
    ['PROCESSED/BANK/3000.pdf', newer],
  ] as const) {
    const { key, version_id: versionId } = (await recordAt(outcomeKey)) ?? {};
    expect(versionId).toEqual(expect.any(String));
    expect(await bytesAt(String(key), String(versionId))).toEqual(Buffer.from(bytes));
  }
});

test('a refused upload that comes again and passes leaves no copy under FAILED', async () => {
  const bytes = renderConfirmation(samplePair(3002).bank, 'letter');
  system.proxy.setBehaviour(async () => ({ status: 422, body: '{"error":{"code":"NO_TEXT","message":"for now"}}' }));
  await upload('BANK/3002.pdf', bytes);
  expect(await keysOf('3002')).toEqual(['FAILED/BANK/3002.pdf']);
  system.proxy.setBehaviour((_call, forward) => forward());
  await upload('BANK/3002.pdf', bytes);
  expect(await keysOf('3002')).toEqual(['PROCESSED/BANK/3002.pdf']);
});

test('an empty file that another refusal takes the place of stands beside it, and the ledger says where', async () => {
  await upload('BANK/3006.pdf', new Uint8Array());
  expect(await recordAt('FAILED/BANK/3006.pdf')).toMatchObject({ reason: 'EMPTY_FILE' });
  system.proxy.setBehaviour(async () => ({ status: 422, body: '{"error":{"code":"NO_TEXT","message":"for now"}}' }));
  await upload('BANK/3006.pdf', renderConfirmation(samplePair(3006).bank, 'letter'));
  await upload('BANK/3006.pdf', new Uint8Array());
  system.proxy.setBehaviour((_call, forward) => forward());
  const keys = await keysOf('3006');
  expect(keys).toHaveLength(3);
  const records = await Promise.all(keys.map(recordAt));
  expect(records.map((record) => record?.reason).sort()).toEqual(['EMPTY_FILE', 'EMPTY_FILE', 'NO_TEXT']);
});

test('a refusal that another refusal takes the place of stands beside it, and is told of once', async () => {
  await upload('BANK/3004.pdf', Buffer.from('no PDF'));
  await upload('BANK/3004.pdf', Buffer.from('no PDF either'));
  const keys = await keysOf('3004');
  expect(keys).toHaveLength(2);
  expect(await bytesAt(keys.find((key) => key.includes('~')) ?? '')).toEqual(Buffer.from('no PDF'));
  const told = system.aws.published.map(({ message }) => JSON.parse(message) as { stands_under?: string });
  expect(told.filter(({ stands_under }) => stands_under?.includes('3004'))).toEqual([
    expect.objectContaining({ stands_under: 'QUARANTINE/BANK/3004.pdf' }),
    expect.objectContaining({ stands_under: 'QUARANTINE/BANK/3004.pdf' }),
  ]);
});

test('a content that was never read and that a newer one takes the place of stands beside it', async () => {
  await upload('BANK/3008.txt', Buffer.from('a note'));
  await upload('BANK/3008.txt', Buffer.from('another note'));
  const keys = await keysOf('3008');
  const aside = keys.find((key) => key.includes('~')) ?? '';
  expect(keys.filter((key) => key !== aside)).toEqual(['QUARANTINE/BANK/3008.txt']);
  expect(await bytesAt(aside)).toEqual(Buffer.from('a note'));
  expect(await bytesAt('QUARANTINE/BANK/3008.txt')).toEqual(Buffer.from('another note'));
  const record = await recordAt(aside);
  expect(record).toMatchObject({ status: 'QUARANTINED' });
  expect(record).not.toHaveProperty('hash');
  expect(await recordAt('QUARANTINE/BANK/3008.txt')).toMatchObject({ status: 'QUARANTINED' });
});
