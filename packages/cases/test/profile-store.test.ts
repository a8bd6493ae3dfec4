import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { ProfileStore, ProfilesRefusedError, planApproval, profileItems } from '@trade-matching/cases';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CasesTable, casesTable, TABLE } from './cases-table.ts';

let table: CasesTable;
let store: ProfileStore;
beforeAll(async () => {
  table = await casesTable();
  store = new ProfileStore(table.records, TABLE);
});
afterAll(() => table?.close());

const AT = '2026-11-23T09:00:00.000Z';
const days = (n: number) =>
  JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days: n } } } } });

test('profiles take effect when a second person approves them, and an earlier version is restored in the same way', async () => {
  expect((await store.head()).active).toBeUndefined();
  await store.propose(days(2), 'ana', AT, 'they confirm late');
  expect((await store.head()).active).toBeUndefined();
  await expect(store.approve(1, 'ana', AT, '')).rejects.toThrow('ana proposed the version 1');
  await store.approve(1, 'ben', AT, 'agreed');
  expect((await store.head()).active).toMatchObject({ version: 1, json: days(2) });
  await expect(store.approve(1, 'cem', AT, '')).rejects.toThrow('ben approved the version 1 before');
  await expect(store.propose(days(2), 'ana', AT, 'again')).rejects.toThrow('says the same');
  await store.propose(days(3), 'ana', AT, 'wider');
  await store.propose(days(4), 'ana', AT, 'wider still');
  await store.approve(2, 'ben', AT, '');
  // What it was compared with is not what holds by now.
  await expect(store.approve(3, 'ben', AT, '')).rejects.toThrow('The version 2 became active after 3 was proposed');
  const { version } = await store.restore(1, 'cem', AT, 'back');
  await store.approve(version, 'ana', AT, '');
  expect((await store.head()).active).toMatchObject({ version: 4, json: days(2) });
  expect((await store.versions()).map(({ version: v, restores, approved_by }) => [v, restores, approved_by])).toEqual([
    [1, undefined, 'ben'],
    [2, undefined, 'ben'],
    [3, undefined, undefined],
    [4, 1, 'ana'],
  ]);
  expect(await store.brokenAt()).toBeUndefined();
});

test('the condition itself refuses an approval by who proposed, and one of a head that has moved', async () => {
  await store.propose(days(7), 'ana', AT, 'x');
  const [head, version] = [await store.head(), await store.version((await store.head()).last_version)];
  if (!version) throw new Error('no version');
  const approval = (proposed_by: string, actor: string) => {
    const planned = planApproval(head, { ...version, proposed_by }, { actor, at: AT, comment: '' });
    const TransactItems = profileItems(TABLE, head, {
      ...planned,
      version: { ...planned.version, proposed_by: 'ana' },
    });
    return table.records.send(new TransactWriteCommand({ TransactItems }));
  };
  // Whoever bypasses what decides says that somebody else proposed it.
  await expect(approval('nobody', 'ana')).rejects.toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  await approval('ana', 'ben');
  await expect(approval('ana', 'cem')).rejects.toThrow(/ConditionalCheckFailed/);
});

test('of two who approve other versions at once one is told that another version is active', async () => {
  const [a, b] = [await store.propose(days(8), 'ana', AT, 'a'), await store.propose(days(9), 'ana', AT, 'b')];
  const results = await Promise.allSettled([a, b].map(({ version }) => store.approve(version, 'ben', AT, '')));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: expect.any(ProfilesRefusedError),
  });
});

test('what does not fit is not proposed, and a changed event is found', async () => {
  await expect(
    store.propose('{"default":{"fields":{"currency":{"weight":"economic"}}}}', 'ana', AT, ''),
  ).rejects.toThrow('do not fit: default.fields.currency.weight must be critical');
  const [first] = await store.events();
  await table.records.send(
    new PutCommand({ TableName: TABLE, Item: { ...first, actor: 'eve', pk: 'PROFILES', sk: 'EVENT#00000001' } }),
  );
  expect(await store.brokenAt()).toBe(1);
});

test('a proposal that is sent twice, as after a lost answer, is one version; also both at once', async () => {
  const before = (await store.versions()).length;
  const send = (json: string) => store.propose(json, 'ana', AT, 'sent twice', 'proposal-1');
  const [a, b] = await Promise.all([send(days(21)), send(days(21))]);
  expect([b, await send(days(21))]).toEqual([a, a]);
  await expect(send(days(22))).rejects.toThrow('under this id');
  const restored = await store.restore(1, 'ana', AT, 'back', 'proposal-2');
  expect(await store.restore(1, 'ana', AT, 'back', 'proposal-2')).toEqual(restored);
  expect(await store.versions()).toHaveLength(before + 2);
});
