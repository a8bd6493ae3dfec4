import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ServiceClient } from './ask-service.ts';
import { startDeskSystem, type Who } from './desk-system.ts';

let desk: Awaited<ReturnType<typeof startDeskSystem>>;
let client: ServiceClient;
let uploaded = 0;
beforeAll(async () => {
  desk = await startDeskSystem();
  client = new ServiceClient(desk.system);
});
afterAll(async () => {
  client?.close();
  await desk?.close();
});

/** A confirmation that calls the fixed rate as nobody else does: letters for letters, so that the file stays whole. */
async function strange(trade: Trade): Promise<string> {
  const printed = Buffer.from(renderConfirmation(trade, 'grid')).toString('latin1');
  const bytes = Buffer.from(printed.replace(/Fixed Rate(?! [PD])/g, 'Quux Yield'), 'latin1');
  expect(bytes.toString('latin1')).not.toBe(printed);
  const key = `${trade.source_type}/${++uploaded}.pdf`;
  const eventTime = `2026-11-23T08:00:0${uploaded}Z`;
  const { status, body } = await client.ask({ source: trade.source_type, key, bytes, eventTime });
  expect(status).toBe(200);
  return String(body.trade_key);
}
const flagsOf = async (key: string) => (await records(key)).flags.map(({ code }) => code);
const records = async (key: string) => {
  const { tables } = desk.system;
  const Key = { pk: `TRADE#${key}`, sk: 'CURRENT' };
  return (await tables.dynamodb.send(new GetCommand({ TableName: tables.tradesTable, Key }))).Item as {
    flags: { code: string }[];
    trade: Trade;
    evidence: Record<string, { label: string; boxes?: unknown[] }>;
  };
};
const propose = (who: Who, body: object) => desk.send(who, '/api/wordings', { comment: 'how they call it', ...body });

test('a label that nobody knows is a wording when a second person accepts it, and the next document is read by it', async () => {
  const first = await strange(samplePair(640).counterparty);
  expect(await flagsOf(first)).toContain('UNSURE_VALUE');
  const asked = { trade_key: first, field: 'fixed_rate', for: 'counterparty' };

  // Replayed over stored documents before anybody decides: what it would read, and nothing is written.
  const today = await desk.send('ana', '/api/wordings/replay', { ...asked, days: 7 });
  expect(today).toMatchObject({
    status: 200,
    // The service was asked for documents that are nowhere filed: those are tried as they were read when they came.
    body: { read_anew: 0, rows: [{ trade_key: first, value: samplePair(640).bank.fixed_rate }] },
  });
  expect(await desk.send('vera', '/api/wordings/replay', { ...asked, days: 7 })).toMatchObject({ status: 403 });
  expect(await propose('ana', { ...asked, field: 'notional', wording_id: desk.newId() })).toMatchObject({
    status: 422,
  });

  const wording_id = desk.newId();
  for (const _ of [1, 2]) expect(await propose('ana', { ...asked, wording_id })).toMatchObject({ status: 200 });
  const { body } = await desk.call('vera', '/api/wordings');
  expect(body.wordings).toMatchObject([
    {
      wording_id,
      label: 'Quux Yield',
      field: 'fixed_rate',
      proposed_by: 'ana',
      document: { s3_key: 'COUNTERPARTY/1.pdf' },
    },
  ]);
  const decide = (who: Who, what: string) => desk.send(who, `/api/wordings/${wording_id}/${what}`, { comment: '' });
  expect(await decide('ana', 'accept')).toMatchObject({ status: 403 });
  expect(await decide('ben', 'accept')).toMatchObject({ status: 200 });

  // The service keeps what it read for ten seconds.
  await new Promise((resolve) => setTimeout(resolve, 10_500));
  const { counterparty } = samplePair(640);
  const second = await strange({ ...counterparty, trade_id: 'QY-2', fixed_rate: '4.44' });
  expect(await flagsOf(second)).not.toContain('UNSURE_VALUE');
  const read = await records(second);
  expect(read.trade.fixed_rate).toBe('4.44');
  expect(read.evidence.fixed_rate).toMatchObject({ label: 'Quux Yield', boxes: [expect.anything()] });
}, 60_000);

test("a counterparty's wording is not read in another's documents", async () => {
  const other = samplePair(641).counterparty;
  const first = samplePair(640).counterparty;
  expect(other.counterparty_name).not.toBe(first.counterparty_name);
  expect(
    await flagsOf(await strange({ ...first, trade_id: 'QY-3', counterparty_name: 'Elsewhere Trading GmbH' })),
  ).toContain('UNSURE_VALUE');
});
