import { CopyObjectCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { copySource, supersededKey } from '@trade-matching/domain';
import {
  changedStack,
  clientConfiguration,
  currentKeys,
  itemsOf,
  type System,
  startSystem,
  tradesAndMatches,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operatorsProgram } from '../test/operators-program.ts';

let system: System;
let s3: S3Client;
let cli: ReturnType<typeof operatorsProgram>;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  s3 = createS3Client(clientConfiguration(system.aws));
  cli = operatorsProgram(system);
});
afterAll(async () => {
  s3?.destroy();
  await system?.close();
});

const Bucket = () => system.names.documentsBucket;
const upload = async (key: string, bytes: Uint8Array) => {
  await system.upload({ key, source: key.startsWith('BANK') ? 'BANK' : 'COUNTERPARTY', bytes });
  await untilQueuesAreEmpty(system);
};
/** Uploads while the service refuses every document. */
async function uploadRefused(key: string, bytes: Uint8Array): Promise<void> {
  system.proxy.setBehaviour(async () => ({ status: 422, body: '{"error":{"code":"NO_TEXT","message":"for now"}}' }));
  await upload(key, bytes);
  system.proxy.setBehaviour((_call, forward) => forward());
  expect(await currentKeys(system)).toContain(`FAILED/${key}`);
}
async function tradeOf(tradeId: string | undefined) {
  const { trades } = await tradesAndMatches(system);
  return trades.find(({ trade }) => (trade as { trade_id?: string }).trade_id === tradeId);
}
const bytesOf = async (key: string) =>
  Buffer.from(
    (await (await s3.send(new GetObjectCommand({ Bucket: Bucket(), Key: key }))).Body?.transformToByteArray()) ?? [],
  );

/** How somebody puts a failed document back. */
const waysBack: readonly [string, (key: string) => Promise<unknown>][] = [
  ['a redrive', (key) => cli('redrive', key)],
  // Metadata goes with the copy, as with `aws s3 cp`.
  [
    'a copy by hand',
    (key) =>
      s3.send(new CopyObjectCommand({ Bucket: Bucket(), Key: key, CopySource: copySource(Bucket(), `FAILED/${key}`) })),
  ],
];

describe.each(waysBack)("an old upload's time belongs to the document: %s", (way, putBack) => {
  const index = way === 'a redrive' ? 2000 : 2100;

  test('does not undo the newer upload under its key, nor what was filed of it', async () => {
    const key = `BANK/${index}.pdf`;
    const { bank, counterparty } = samplePair(index);
    await upload(`COUNTERPARTY/${index}.pdf`, renderConfirmation(counterparty, 'letter'));
    const older = renderConfirmation({ ...bank, notional: '999000.00' }, 'letter');
    const newer = renderConfirmation(bank, 'letter');
    await uploadRefused(key, older);
    await upload(key, newer);
    expect(await tradeOf(bank.trade_id)).toMatchObject({ match_status: 'MATCHED', version: 1 });

    await putBack(key);
    await untilQueuesAreEmpty(system);

    expect(await tradeOf(bank.trade_id)).toMatchObject({
      match_status: 'MATCHED',
      version: 1,
      trade: { notional: bank.notional },
    });
    expect(await bytesOf(`PROCESSED/${key}`)).toEqual(Buffer.from(newer));
    const ofKey = (await currentKeys(system)).filter((each) => each.includes(`/${index}`) && each.includes('BANK'));
    const beside = ofKey.find((each) => each.includes('~')) ?? '';
    expect(await bytesOf(beside)).toEqual(Buffer.from(older));
    const { Metadata = {} } = await s3.send(new HeadObjectCommand({ Bucket: Bucket(), Key: beside }));
    expect(beside).toBe(supersededKey('PROCESSED', key, Metadata.sequencer ?? ''));
    const items = await itemsOf(system, system.names.documentsTable);
    expect(items.find((item) => item.hash === Metadata['document-hash'] && item.sk === 'CONTENT')).toMatchObject({
      status: 'PROCESSED',
      outcome_key: beside,
    });
    expect(ofKey.filter((each) => each.startsWith('BANK/'))).toEqual([]);
  });

  test('does not bring a cancelled trade back to life', async () => {
    const key = `BANK/${index + 1}.pdf`;
    const { bank } = samplePair(index + 1);
    await uploadRefused(key, renderConfirmation(bank, 'letter'));
    await upload(`BANK/${index + 1} cancellation.pdf`, renderConfirmation(bank, 'letter', 'CANCELLATION'));
    await putBack(key);
    await untilQueuesAreEmpty(system);
    expect(await tradeOf(bank.trade_id)).toMatchObject({ match_status: 'CANCELLED' });
    expect(await currentKeys(system)).toContain(`PROCESSED/${key}`);
  });
});
