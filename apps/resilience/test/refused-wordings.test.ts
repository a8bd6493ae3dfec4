import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { untilQueuesAreEmpty } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDeskSystem } from './desk-system.ts';

let desk: Awaited<ReturnType<typeof startDeskSystem>>;
beforeAll(async () => {
  desk = await startDeskSystem();
});
afterAll(() => desk?.close());

test('a refused document says its unread labels: a wording from it is tried on stored documents, and makes a trade of it', async () => {
  const page = (reference: string) =>
    plainPage(`Port Lisle Bank plc
      To: | Aldersyde Credit Fund
      Our Reference: | ${reference}
      Re: Interest Rate Swap Transaction
      Trade Date: | 3 April 2026
      Quillon Yield: | 3.25 %`);
  const key = 'BANK/2026/11/24/short.pdf';
  const { system } = desk;
  await system.upload({ key, source: 'BANK', bytes: page('PL-7701') });
  await untilQueuesAreEmpty(system);
  const at = `key=${encodeURIComponent(key)}`;
  const documentOf = async () => (await desk.call('ana', `/api/document?${at}`)).body.documents[0];
  await expect.poll(documentOf).toMatchObject({ status: 'FAILED', reason: 'EXTRACTION_INCOMPLETE' });
  const { body: said } = await desk.call('vera', `/api/document/labels?${at}`);
  expect(said.labels).toEqual([expect.objectContaining({ literal: '3.25 %' })]);
  expect(said.fields).toContain('fixed_rate');
  expect(await desk.call('vera', '/api/document/labels?key=BANK/none.pdf')).toMatchObject({ status: 404 });

  const asked = { document: key, key: said.labels[0].key, field: 'fixed_rate', for: 'everybody' };
  expect(await desk.send('ana', '/api/wordings/replay', { ...asked, days: 1 })).toMatchObject({
    status: 200,
    body: { read_anew: expect.any(Number), rows: [{ document: key, match_status: 'FAILED', value: '3.25' }] },
  });
  const wording_id = desk.newId();
  expect(
    await desk.send('ana', '/api/wordings', { comment: 'how they call it', ...asked, field: 'trade_date', wording_id }),
  ).toMatchObject({ status: 422 });
  expect(await desk.send('ana', '/api/wordings', { comment: 'how they call it', ...asked, wording_id })).toMatchObject({
    status: 200,
    body: { wording: { field: 'fixed_rate', product: 'INTEREST_RATE_SWAP', document: { s3_key: key } } },
  });
  expect(await desk.send('ben', `/api/wordings/${wording_id}/accept`, {})).toMatchObject({ status: 200 });
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  expect(await desk.send('ana', '/api/document/redrive', { key })).toMatchObject({ status: 200 });
  await untilQueuesAreEmpty(system);
  await expect.poll(documentOf).toMatchObject({ status: 'PROCESSED' });
  const { trade_key } = await documentOf();
  const { trade, flags } = (
    await desk.system.tables.dynamodb.send(
      new GetCommand({ TableName: desk.system.tables.tradesTable, Key: { pk: `TRADE#${trade_key}`, sk: 'CURRENT' } }),
    )
  ).Item as { trade: object; flags: { code: string }[] };
  expect(trade).toMatchObject({ fixed_rate: '3.25', trade_date: '2026-04-03' });
  // What it lacks still is looked at by a person.
  expect(flags.map(({ code }) => code)).toContain('INCOMPLETE');
}, 60_000);
