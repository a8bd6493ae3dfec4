import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  clientConfiguration,
  currentKeys,
  itemsOf,
  messagesIn,
  reportDocument,
  type System,
  sendTo,
  settingEvery,
  startSystem,
  untilQueuesAreEmpty,
  uploadUnseen,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

let system: System;
let s3: S3Client;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow, settingEvery('visibility_timeout_seconds', 2)) });
  s3 = createS3Client(clientConfiguration(system.aws));
});
afterAll(async () => {
  s3?.destroy();
  await system?.close();
});
let publishedBefore = 0;
afterEach(() => {
  publishedBefore = system.aws.published.length;
});

const newNotifications = () =>
  system.aws.published
    .slice(publishedBefore)
    .map(({ attributes, message }) => ({ ...attributes, ...JSON.parse(message) }));
const metadataOf = async (Key: string) =>
  (await s3.send(new HeadObjectCommand({ Bucket: system.names.documentsBucket, Key }))).Metadata;

describe('a dead letter (F1)', () => {
  test('a dead letter becomes a FAILED document with its bytes and reason, and one message of high priority', async () => {
    const key = 'BANK/2026/11/23/dead letter.pdf';
    const bytes = renderConfirmation(samplePair(30).bank, 'letter');
    const event = await uploadUnseen(system, key, bytes);
    await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
    await untilQueuesAreEmpty(system);

    expect(await currentKeys(system)).toEqual([`FAILED/${key}`]);
    const { Body } = await s3.send(
      new GetObjectCommand({ Bucket: system.names.documentsBucket, Key: `FAILED/${key}` }),
    );
    expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(Buffer.from(bytes))).toBe(true);
    expect(await metadataOf(`FAILED/${key}`)).toMatchObject({
      reason: 'DEAD_LETTER',
      message: expect.stringContaining('could not be claimed'),
      'original-key': 'BANK/2026/11/23/dead%20letter.pdf',
    });
    expect(await reportDocument(system.tables, key)).toMatchObject({ outcome: 'FAILED', reason: 'DEAD_LETTER' });
    expect(newNotifications()).toMatchObject([
      {
        error: 'true',
        severity: 'high',
        event_type: 'DocumentDeadLettered',
        requires_manual_intervention: true,
        document: key,
        how_to_redrive: expect.stringContaining(key),
      },
    ]);
  });

  test('a dead letter that comes again changes nothing and notifies nobody', async () => {
    const key = 'BANK/again.pdf';
    const event = await uploadUnseen(system, key, renderConfirmation(samplePair(32).bank, 'letter'));
    for (const _delivery of [1, 2, 3]) {
      await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
      await untilQueuesAreEmpty(system);
    }
    expect(newNotifications()).toHaveLength(1);
    expect((await currentKeys(system)).filter((each) => each.endsWith(key))).toEqual([`FAILED/${key}`]);
  });

  test('a dead letter of a document that was processed after all only finishes its move', async () => {
    const key = 'BANK/late.pdf';
    const event = await uploadUnseen(system, key, renderConfirmation(samplePair(34).bank, 'letter'));
    await sendTo(system, system.names.documentQueue.BANK, event);
    await untilQueuesAreEmpty(system);
    await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
    await untilQueuesAreEmpty(system);
    expect((await currentKeys(system)).filter((each) => each.endsWith(key))).toEqual([`PROCESSED/${key}`]);
    expect(newNotifications()).toEqual([]);
  });

  test('a dead letter that is no event is kept, whole, and notified once', async () => {
    await sendTo(system, system.names.documentQueue.COUNTERPARTY, '{"hello":"world"}');
    await untilQueuesAreEmpty(system);
    const kept = (await itemsOf(system, system.names.documentsTable)).filter(({ pk }) =>
      String(pk).startsWith('POISON#'),
    );
    expect(kept).toMatchObject([
      { body: '{"hello":"world"}', queue: system.names.documentDeadLetterQueue.COUNTERPARTY },
    ]);
    expect(newNotifications()).toMatchObject([{ event_type: 'DocumentDeadLettered', severity: 'high' }]);
  });
});

describe('an arrival under FAILED or QUARANTINE (F2)', () => {
  test('an arrival under FAILED or QUARANTINE is notified once, however often S3 says so', async () => {
    system.aws.setEventDelivery(async (deliver) => {
      for (const _delivery of [1, 2, 3]) await deliver();
    });
    await system.upload({ key: 'BANK/picture.pdf', source: 'BANK', bytes: Buffer.from('\x89PNG\r\n\x1a\n') });
    await untilQueuesAreEmpty(system);
    system.aws.setEventDelivery((deliver) => deliver());
    expect(newNotifications().map(({ event_type, reason }) => [event_type, reason])).toEqual([
      ['DocumentQuarantined', 'NOT_A_PDF'],
    ]);
  });

  test('an arrival under FAILED or QUARANTINE of a file that somebody put there by hand is notified as well', async () => {
    await system.upload({ key: 'FAILED/by-hand.pdf', source: 'BANK', bytes: Buffer.from('x') });
    await untilQueuesAreEmpty(system);
    expect(newNotifications()).toMatchObject([{ event_type: 'DocumentFailed', reason: 'no reason given' }]);
    expect(await messagesIn(system, system.names.failedProcessingDeadLetterQueue)).toBe(0);
  });
});
