import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { outcomeKey } from '@trade-matching/domain';
import type { AwsCall } from '@trade-matching/local-aws';
import {
  changedStack,
  clientConfiguration,
  currentKeys,
  type DocumentReport,
  reportDocument,
  SERVICE_ACCESS_KEY,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

let system: System;
let s3: S3Client;
let number = 1000;
const calls: AwsCall[] = [];
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  s3 = createS3Client(clientConfiguration(system.aws));
  system.aws.addInterceptor((call, next) => {
    calls.push(call);
    return next();
  });
});
afterAll(async () => {
  s3?.destroy();
  await system?.close();
});
beforeEach(() => {
  system.proxy.setBehaviour((_call, forward) => forward());
});

/** A confirmation that nothing else here has the bytes of. */
const confirmation = () => renderConfirmation(samplePair(number++).bank, 'key-value');

async function process(key: string, bytes: Uint8Array = confirmation()): Promise<DocumentReport> {
  await system.upload({ key, source: 'BANK', bytes });
  await untilQueuesAreEmpty(system);
  return reportDocument(system.tables, key);
}

describe('every key', () => {
  test.each([
    'BANK/FAB 26933659 (final).pdf',
    'BANK/a+b=c.pdf',
    'BANK/100%25 done.pdf',
    'BANK/100% done & more; "quoted".pdf',
    'BANK/Générale de l’Étoile.pdf',
    'BANK/Ge\u0301ne\u0301rale.pdf',
    'BANK/確認書 2024年9月.pdf',
    'COUNTERPARTY/📄 swap.pdf',
    'BANK/UPPER.PDF',
    'BANK/.pdf',
    'BANK//double//slash.pdf',
    'BANK/../dots/./here.pdf',
    'BANK/tab\tand\u0001control.pdf',
    `BANK/${'k'.repeat(1015)}.pdf`,
    `BANK/${'書'.repeat(338)}.pdf`,
  ])('%s goes through and is kept exactly', async (key) => {
    expect(await process(key)).toMatchObject({ key, outcome: 'PROCESSED' });
    expect((await currentKeys(system)).filter((each) => each === key || each === outcomeKey('PROCESSED', key))).toEqual(
      [outcomeKey('PROCESSED', key)],
    );
  });

  test.each([
    ['BANK/noextension', 'QUARANTINE', 'NOT_A_PDF'],
    ['BANK/letter.docx', 'QUARANTINE', 'NOT_A_PDF'],
  ])('%s is refused with a reason', async (key, outcome, reason) => {
    expect(await process(key)).toMatchObject({ outcome, reason });
  });

  test('a folder marker stays where it is', async () => {
    await process('BANK/2026/', Buffer.alloc(0));
    expect(await currentKeys(system)).toContain('BANK/2026/');
  });

  test('the same bytes under the longest key are a duplicate', async () => {
    const bytes = confirmation();
    const [first, longest] = ['BANK/short.pdf', `BANK/${'d'.repeat(1015)}.pdf`];
    expect(await process(first, bytes)).toMatchObject({ outcome: 'PROCESSED' });
    expect(await process(longest, bytes)).toMatchObject({ outcome: 'DUPLICATE', duplicate_of: first });
    expect(await currentKeys(system)).toContain(outcomeKey('PROCESSED', longest));
  });
});

describe('every size and kind', () => {
  test.each([
    ['empty.pdf', Buffer.alloc(0), 'FAILED', 'EMPTY_FILE'],
    ['large.pdf', Buffer.alloc(51 * 1024 * 1024, '%PDF-1.7 '), 'FAILED', 'FILE_TOO_LARGE'],
    ['picture.pdf', Buffer.from('\x89PNG\r\n\x1a\n and more'), 'QUARANTINE', 'NOT_A_PDF'],
    ['broken.pdf', Buffer.from('%PDF-1.7 and nothing else'), 'QUARANTINE', 'CORRUPT_PDF'],
  ])('%s', async (name, bytes, outcome, reason) => {
    expect(await process(`BANK/${name}`, bytes)).toMatchObject({ outcome, reason });
    const keys = await currentKeys(system);
    expect(keys).toContain(`${outcome}/BANK/${name}`);
    expect(keys).not.toContain(`BANK/${name}`);
  });

  test('a file of 51 MB is never downloaded', () => {
    const asked = calls.filter(({ action, resource }) => action === 'GetObject' && resource.endsWith('large.pdf'));
    expect(asked).toEqual([]);
  });
});

describe('an object that changes', () => {
  test('an object that is deleted before it is processed is processed by its version', async () => {
    const key = 'BANK/deleted.pdf';
    system.aws.setEventDelivery(async (deliver) => {
      await s3.send(new DeleteObjectCommand({ Bucket: system.names.documentsBucket, Key: key }));
      system.aws.setEventDelivery((next) => next());
      await deliver();
    });
    expect(await process(key)).toMatchObject({ outcome: 'PROCESSED' });
    expect(await currentKeys(system)).toContain(`PROCESSED/${key}`);
  });

  test('an object version that is deleted before it is processed ends without an outcome', async () => {
    const key = 'BANK/gone.pdf';
    system.aws.setEventDelivery(async (deliver) => {
      const Bucket = system.names.documentsBucket;
      const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: key }));
      for (const { VersionId } of Versions) await s3.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId }));
      system.aws.setEventDelivery((next) => next());
      await deliver();
    });
    await process(key);
    expect((await currentKeys(system)).filter((each) => each.endsWith('gone.pdf'))).toEqual([]);
  });

  test('an object that is replaced while it is processed has both contents processed, and the later one filed', async () => {
    const key = 'BANK/replaced.pdf';
    const [first, second] = [samplePair(number++).bank, samplePair(number++).bank];
    let replaced = false;
    system.proxy.setBehaviour(async ({ key: posted }, forward) => {
      if (posted === key && !replaced) {
        replaced = true;
        await system.upload({ key, source: 'BANK', bytes: renderConfirmation(second, 'letter') });
      }
      return forward();
    });
    expect(await process(key, renderConfirmation(first, 'letter'))).toMatchObject({
      outcome: 'PROCESSED',
      trade: { trade_id: second.trade_id },
    });
    expect((await currentKeys(system)).filter((each) => each.endsWith('replaced.pdf'))).toEqual([`PROCESSED/${key}`]);
  });
});

describe('every answer of the service', () => {
  const answers = (status: number, code: string) => {
    let posts = 0;
    system.proxy.setBehaviour(async () => {
      posts += 1;
      return { status, body: JSON.stringify({ error: { code, message: 'because' } }) };
    });
    return () => posts;
  };

  test.each([
    [422, 'NO_TEXT', 'FAILED', 'NO_TEXT'],
    [422, 'ACTIVE_CONTENT', 'QUARANTINE', 'ACTIVE_CONTENT'],
    [422, 'WHO_KNOWS', 'FAILED', 'SERVICE_REJECTED'],
    [400, 'INVALID_REQUEST', 'FAILED', 'SERVICE_REJECTED'],
  ])('%i %s: one POST, then %s for %s', async (status, code, outcome, reason) => {
    const posts = answers(status, code);
    expect(await process(`BANK/${status}-${code}.pdf`)).toMatchObject({ outcome, reason });
    expect(posts()).toBe(1);
  });
});

test('a good document costs one GET, one POST, one copy, one delete, two ledger writes, and no metric call', async () => {
  await process('BANK/warm-up.pdf');
  let posts = 0;
  system.proxy.setBehaviour((_call, forward) => {
    posts += 1;
    return forward();
  });
  const before = calls.length;
  await process('BANK/counted.pdf');
  const made = calls
    .slice(before)
    .filter(
      ({ caller = '' }) => caller !== SERVICE_ACCESS_KEY && caller.startsWith(`${system.names.processorFunction}.`),
    )
    .map(({ action }) => action);
  expect(made).toEqual(['GetObject', 'UpdateItem', 'UpdateItem', 'CopyObject', 'DeleteObject']);
  expect(posts).toBe(1);
});
