import { caseIdentity } from '@trade-matching/cases';
import { samplePair } from '@trade-matching/confirmation-samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDeskSystem } from './desk-system.ts';

let desk: Awaited<ReturnType<typeof startDeskSystem>>;
let found: Awaited<ReturnType<typeof desk.aBreak>>;
beforeAll(async () => {
  desk = await startDeskSystem();
  found = await desk.aBreak(630);
  const comment = '=HYPERLINK("http://elsewhere.example") <script>alert(1)</script>';
  await desk.send('ana', `/api/cases/${found.id}/comment`, { event_id: desk.newId(), comment });
});
afterAll(() => desk?.close());
const key = () => String(found.record.origin.bank_trade_key);
const what = (entries: { kind: string; what: string }[]) => entries.map((each) => `${each.kind} ${each.what}`);

test('a trade has both sides, its match and what people did in one line of time, the latest first, and is intact', async () => {
  const { status, body } = await desk.call('vera', `/api/trades/${key()}`);
  expect(status).toBe(200);
  expect(body.sides.map(({ source }: { source: string }) => source)).toEqual(['BANK', 'COUNTERPARTY']);
  expect(what(body.entries)).toEqual(
    expect.arrayContaining(['version NEW', 'match MISMATCHED', 'case OPENED', 'case COMMENTED']),
  );
  // Sent, and said once from either side.
  expect(what(body.entries).filter((each) => each.startsWith('notification'))).toEqual([
    'notification TradeMismatched',
  ]);
  const times = body.entries.map(({ at }: { at: string }) => at);
  expect(times).toEqual([...times].sort().reverse());
  expect(body.cases).toEqual([{ case_id: found.id, verdict: { kind: 'intact', events: 2 } }]);
  const other = await desk.call('vera', `/api/trades/${found.record.origin.counterparty_trade_key}`);
  expect(what(other.body.entries).sort()).toEqual(what(body.entries).sort());
});

test('the story is exported as JSON and as CSV, in which no formula runs', async () => {
  const json = await desk.raw('vera', `/api/trades/${key()}/story.json`);
  expect(json.headers.get('content-disposition')).toContain('attachment');
  const story = (await json.json()) as { entries: unknown[] };
  const csv = await (await desk.raw('vera', `/api/trades/${key()}/story.csv`)).text();
  expect(csv.trim().split('\r\n')).toHaveLength(story.entries.length + 1);
  expect(csv).toContain(`"'=HYPERLINK(`);
});

test('keys find what they are of, and what is unknown is 404, to those who may look', async () => {
  const find = async (q: string) => (await desk.call('vera', `/api/find?${new URLSearchParams({ q })}`)).body.place;
  expect(await find(key())).toBe(`/trade/${key()}`);
  const matchId = String(found.match.match_id);
  expect(await find(found.id)).toBe(`/break/${found.id}`);
  expect(await find(matchId)).toBe(`/break/${caseIdentity({ kind: 'MATCH', id: matchId })}`);
  expect(await find('0'.repeat(24))).toBeUndefined();
  expect(await desk.call('vera', '/api/trades/..%2F..')).toMatchObject({ status: 404 });
  for (const path of [`/api/trades/${key()}`, `/api/trades/${key()}/story.csv`, '/api/find?q=x'])
    expect((await desk.raw(undefined, path)).status).toBe(401);
});

test("either side's reference, in other characters too, and a document's SHA-256 find the trade", async () => {
  const find = async (q: string) => (await desk.call('vera', `/api/find?${new URLSearchParams({ q })}`)).body;
  const view = (await desk.call('vera', `/api/cases/${found.id}`)).body;
  const ours = { place: `/trade/${key()}` };
  for (const { trade_id = '' } of Object.values(found.pair))
    for (const text of [trade_id, trade_id.toLowerCase().replaceAll('-', ' ')])
      expect((await find(text)).place, text).toMatch(/^\/trade\/[0-9a-f]{24}$/);
  expect(await find(view.bank.document_hash)).toEqual(ours);
});

test('what was sent stays in the line of time when an amendment ends what it was sent of', async () => {
  const { record } = await desk.aBreak(631);
  await desk.ask(samplePair(631).counterparty, 5, 'AMENDMENT');
  const { body } = await desk.call('vera', `/api/trades/${record.origin.bank_trade_key}`);
  const sent = body.entries.filter(({ kind }: { kind: string }) => kind === 'notification');
  expect(what(sent)).toEqual(['notification TradeMatched', 'notification TradeMismatched']);
});

test('a history that was tampered with is said to be broken', async () => {
  const { DynamoDBClient, ScanCommand, UpdateItemCommand } = await import('@aws-sdk/client-dynamodb');
  const client = new DynamoDBClient({
    endpoint: desk.system.aws.endpoint,
    region: desk.system.aws.region,
    credentials: { accessKeyId: 'operator', secretAccessKey: 'sandbox' },
  });
  const { Items = [] } = await client.send(new ScanCommand({ TableName: 'cases-local' }));
  const item = Items.find((each) => each.action?.S === 'COMMENTED');
  const Key = { pk: item?.pk, sk: item?.sk } as Record<string, { S: string }>;
  const change = { UpdateExpression: 'SET #c = :c', ExpressionAttributeNames: { '#c': 'comment' } };
  await client.send(
    new UpdateItemCommand({
      TableName: 'cases-local',
      Key,
      ...change,
      ExpressionAttributeValues: { ':c': { S: 'other' } },
    }),
  );
  client.destroy();
  const { body } = await desk.call('vera', `/api/trades/${key()}`);
  expect(body.cases[0].verdict).toEqual({ kind: 'broken', sequence: 2, problem: 'changed' });
});
