import { randomUUID } from 'node:crypto';
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  applyEvent,
  type BreakFacts,
  type CaseCommand,
  type CaseEvent,
  CaseStore,
  caseIdentity,
  caseItems,
  chainEvent,
  foldEvents,
  type UnchainedEvent,
} from '@trade-matching/cases';
import { CURRENT } from '@trade-matching/domain';
import type { AwsCall } from '@trade-matching/local-aws';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type CasesTable, casesTable, TABLE } from './cases-table.ts';
import { histories } from './random-history.ts';

let table: CasesTable;
let store: CaseStore;
let calls: AwsCall[] = [];
/** Of the next write: it is done, and its answer lost; or it is not done at all. */
let fault: 'answer lost' | 'write lost' | undefined;

beforeAll(async () => {
  table = await casesTable();
  store = new CaseStore(table.records, TABLE);
  table.aws.addInterceptor(async (call, next) => {
    calls.push(call);
    if (call.action !== 'TransactWriteItems' || fault === undefined) return next();
    if (fault === 'answer lost') await next();
    fault = undefined;
    return { status: 500, headers: {}, body: Buffer.from('{"__type":"InternalServerError"}') };
  });
});
afterAll(() => table?.close());
beforeEach(() => {
  calls = [];
  fault = undefined;
});

const START = '2026-11-23T09:00:00.000Z';
const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
const critical: BreakFacts = {
  ...{ status: 'MISMATCHED', seen, fields: ['notional'], critical: true, severity: 'critical' },
};

type Told = Pick<CaseCommand, 'command'> & Readonly<Record<string, unknown>>;

function command(case_id: string, told: Told): CaseCommand {
  const common = { event_id: randomUUID(), at: START, actor: 'ana', reason: 'OTHER', comment: 'why', seen };
  return { ...common, case_id, ...told } as unknown as CaseCommand;
}

async function opened(facts: BreakFacts = critical, origin: object = {}): Promise<string> {
  const subject = { kind: 'MATCH' as const, id: randomUUID() };
  const id = caseIdentity(subject);
  const opening = {
    command: 'open',
    actor: 'system',
    origin: { subject, centres: ['GBLO'], ...origin },
    facts,
  } as const;
  expect(await store.act(command(id, opening))).toMatchObject({ kind: 'written' });
  return id;
}

async function proposed(): Promise<{ id: string; proposal: string }> {
  const id = await opened();
  expect(await store.act(command(id, { command: 'accept' }))).toMatchObject({ kind: 'written' });
  return { id, proposal: (await store.case(id))?.proposal?.id ?? '' };
}

async function untouched(id: string): Promise<void> {
  const events = await store.events(id);
  expect(foldEvents(events)).toEqual(await store.case(id));
  expect(await store.verify(id)).toEqual({ kind: 'intact', events: events.length });
}

test('a break is accepted by two people: three writes, each one transaction of an event and CURRENT', async () => {
  const { id, proposal } = await proposed();
  expect(await store.act(command(id, { command: 'approve', actor: 'ben', proposal }))).toMatchObject({
    kind: 'written',
  });
  expect(await store.case(id)).toMatchObject({ resolution: 'ACCEPTED', acceptance: { by: 'ana', approved_by: 'ben' } });
  const writes = calls.filter(({ action }) => !['GetItem', 'Query'].includes(action));
  expect(writes.map(({ action }) => action)).toEqual(Array.from({ length: 3 }, () => 'TransactWriteItems'));
  expect((await store.events(id)).map(({ action }) => action)).toEqual([
    ...['OPENED', 'ACCEPTANCE_PROPOSED', 'ACCEPTANCE_APPROVED'],
  ]);
  await untouched(id);
});

describe('the condition itself, where nothing else decides', () => {
  /** What `decide` would refuse, put as the store puts what it allows. */
  async function forced(id: string, event: object): Promise<unknown> {
    const before = await store.case(id);
    const common = { case_id: id, event_id: randomUUID(), at: START, seen };
    const chained = chainEvent({ ...common, ...event } as UnchainedEvent, before);
    const items = [...caseItems(TABLE, before, chained, applyEvent(before, chained))];
    return table.records.send(new TransactWriteCommand({ TransactItems: items })).then(
      () => 'written',
      (error) => error.CancellationReasons?.map(({ Code }: { Code: string }) => Code) ?? String(error),
    );
  }
  const REFUSED = ['None', 'ConditionalCheckFailed'];

  test("an approval by who proposed is refused, another's is not", async () => {
    const { id, proposal } = await proposed();
    const approval = { action: 'ACCEPTANCE_APPROVED', proposal };
    expect(await forced(id, { ...approval, actor: 'ana' })).toEqual(REFUSED);
    expect(await forced(id, { ...approval, actor: 'ben', proposal: 'another' })).toEqual(REFUSED);
    expect(await forced(id, { ...approval, actor: 'ben', at: '2026-12-23T09:00:00.000Z' })).toEqual(REFUSED);
    expect((await store.case(id))?.state).toBe('PROPOSED');
    expect(await forced(id, { ...approval, actor: 'ben' })).toBe('written');
  });

  test('an approval of a case without a proposal is refused', async () => {
    const id = await opened();
    expect(await forced(id, { action: 'ACCEPTANCE_APPROVED', actor: 'ben', proposal: 'p' })).toEqual(REFUSED);
  });

  test('an acceptance of what is critical by one person is refused', async () => {
    expect(await forced(await opened(), { action: 'ACCEPTED', actor: 'ana' })).toEqual(REFUSED);
    expect(await forced(await opened({ ...critical, critical: false }), { action: 'ACCEPTED', actor: 'ana' })).toBe(
      'written',
    );
  });
});

test('of four who write at once at least one wins, and the others are told that the case changed', async () => {
  const id = await opened();
  const results = await Promise.all(
    ['ana', 'ben', 'cem', 'dan'].map((actor) => store.act(command(id, { command: 'assign', actor, assignee: actor }))),
  );
  const won = results.filter(({ kind }) => kind === 'written');
  expect(won.length).toBeGreaterThanOrEqual(1);
  expect(results.filter((each) => each.kind === 'refused').every((each) => each.code === 'case_changed')).toBe(true);
  expect(await store.events(id)).toHaveLength(1 + won.length);
  await untouched(id);
});

test('of two who decided on the same state exactly one wins', async () => {
  const id = await opened();
  const both = await Promise.all(
    ['ana', 'ben'].map(async (actor) => {
      const planned = await store.plan(command(id, { command: 'comment', actor }));
      if (planned.kind !== 'planned') throw new Error('not planned');
      return planned.items;
    }),
  );
  const results = await Promise.allSettled(
    both.map((items) => table.records.send(new TransactWriteCommand({ TransactItems: [...items] }))),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await store.events(id)).toHaveLength(2);
});

test.each(['answer lost', 'write lost'] as const)(
  'a command of which the first try has its %s is sent again and becomes one event',
  async (what) => {
    const { id, proposal } = await proposed();
    const approval = command(id, { command: 'approve', actor: 'ben', proposal });
    fault = what;
    await expect(store.act(approval)).rejects.toThrow();
    const again = await store.act(approval);
    expect(again).toMatchObject({ kind: 'written', event: { action: 'ACCEPTANCE_APPROVED' } });
    // Whoever sends it again may have made it anew: its time says nothing.
    expect(await store.act({ ...approval, at: '2026-11-24T09:00:00.000Z' })).toEqual(again);
    expect(await store.events(id)).toHaveLength(3);
    await untouched(id);
  },
);

test('a command that is sent twice at once becomes one event, and both are answered with it', async () => {
  const id = await opened();
  const once = command(id, { command: 'comment' });
  const [one, other] = await Promise.all([store.act(once), store.act(once)]);
  expect(one).toMatchObject({ kind: 'written' });
  expect(other).toEqual(one);
  expect(await store.events(id)).toHaveLength(2);
});

test('an event id that another event has is refused', async () => {
  const id = await opened();
  const event_id = randomUUID();
  await store.act(command(id, { command: 'comment', event_id }));
  const other = command(id, { command: 'assign', assignee: 'ben', event_id });
  expect(await store.act(other)).toMatchObject({ code: 'event_id_taken' });
});

test('an auditor sees a comment that was changed in the table, an event that is gone, and a CURRENT that was changed', async () => {
  const { id } = await proposed();
  await store.act(command(id, { command: 'comment', comment: 'as agreed' }));
  await untouched(id);
  const change = (sk: string, name: string, value: string) =>
    table.records.send(
      new UpdateCommand({
        TableName: TABLE,
        Key: { pk: `CASE#${id}`, sk },
        UpdateExpression: 'SET #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  const last = (await store.events(id)).at(-1) as CaseEvent;
  await change(`EVENT#${last.event_id}`, 'comment', 'as agreed!');
  expect(await store.verify(id)).toEqual({ kind: 'broken', sequence: 3, problem: 'changed' });
  await change(`EVENT#${last.event_id}`, 'comment', 'as agreed');
  await untouched(id);
  await table.records.send(
    new DeleteCommand({ TableName: TABLE, Key: { pk: `CASE#${id}`, sk: `EVENT#${last.event_id}` } }),
  );
  expect(await store.verify(id)).toEqual({ kind: 'broken', sequence: 3, problem: 'missing' });
  await table.records.send(
    new PutCommand({ TableName: TABLE, Item: { ...last, pk: `CASE#${id}`, sk: `EVENT#${last.event_id}` } }),
  );
  await untouched(id);
  await change(CURRENT, 'head_hash', '0'.repeat(64));
  expect(await store.verify(id)).toMatchObject({ kind: 'broken' });
});

test('whatever people and documents do, the stored case is the fold of the stored events', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ([first, tried]) => {
      const id = await opened(first, { bank_trade_key: 'ours', counterparty_trade_key: 'theirs' });
      for (const next of tried) {
        const told = next(await store.case(id), await store.events(id));
        await store.act({ ...told, case_id: id });
      }
      await untouched(id);
    }),
    { numRuns: 25 },
  );
});
