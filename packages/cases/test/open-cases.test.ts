import {
  type BreakFacts,
  type CaseCommand,
  type CaseRecord,
  CaseStore,
  CursorError,
  caseIdentity,
  type OpenCases,
  type PageOptions,
} from '@trade-matching/cases';
import type { AwsCall } from '@trade-matching/local-aws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CasesTable, casesTable, TABLE } from './cases-table.ts';

let table: CasesTable;
let store: CaseStore;
let calls: AwsCall[] = [];
const CASES = 60;
const resolved = new Set<number>();

const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
const facts: BreakFacts = { status: 'MISMATCHED', seen, fields: ['lookback'], critical: false, severity: 'critical' };
const idOf = (n: number) => caseIdentity({ kind: 'MATCH', id: `m${n}` });
/** Five in turn are due on one day: what is due at the same time is where pages are cut. */
const openedAt = (n: number) => new Date(Date.parse('2026-11-02T09:00:00.000Z') + Math.floor(n / 5) * 86_400_000);

// Sixty cases of three people and two counterparties; every tenth is resolved.
beforeAll(async () => {
  table = await casesTable();
  store = new CaseStore(table.records, TABLE);
  const act = async (n: number, told: object) => {
    const at = openedAt(n).toISOString();
    const common = { case_id: idOf(n), at, actor: 'ana', reason: 'OTHER', comment: 'why', seen };
    expect(await store.act({ ...common, ...told } as unknown as CaseCommand)).toMatchObject({ kind: 'written' });
  };
  for (let n = 0; n < CASES; n++) {
    const counterparty = n % 2 === 0 ? 'Northgate LLC' : 'Zürich Handelsbank AG';
    const origin = { subject: { kind: 'MATCH', id: `m${n}` }, counterparty, centres: ['GBLO'] };
    await act(n, { command: 'open', event_id: 'e1', actor: 'system', origin, facts });
    if (n % 3 !== 0) await act(n, { command: 'assign', event_id: 'e2', assignee: n % 3 === 1 ? 'ana' : 'ben' });
    if (n % 10 !== 9) continue;
    await act(n, { command: 'close', event_id: 'e3' });
    resolved.add(n);
  }
  table.aws.addInterceptor((call, next) => {
    calls.push(call);
    return next();
  });
});
afterAll(() => table?.close());

async function pages(which: OpenCases, options: PageOptions): Promise<CaseRecord[][]> {
  const all: CaseRecord[][] = [];
  let cursor: string | undefined;
  do {
    const page = await store.open(which, { ...options, ...(cursor === undefined ? {} : { cursor }) });
    all.push([...page.cases]);
    cursor = page.cursor;
  } while (cursor !== undefined && all.length < 100);
  return all;
}

const numbers = Array.from({ length: CASES }, (_, n) => n).filter((n) => n % 10 !== 9);
const idsOf = (records: readonly CaseRecord[]) => records.map(({ case_id }) => case_id).sort();
const ids = (list: readonly number[]) => list.map(idOf).sort();

test.each([1, 7, 25, 250])(
  'every open case is on one page of %i, the first due first, and no resolved one',
  async (limit) => {
    const found = (await pages('all', { limit })).flat();
    expect(found.map(({ case_id }) => case_id).sort()).toEqual(ids(numbers));
    const due = found.map(({ due_at }) => due_at);
    expect(due).toEqual([...due].sort());
  },
);

test.each([1, 7, 25, 1000])(
  'every open case is on one shared page of %i, the first due first, however its partitions are shared out',
  async (limit) => {
    const found = (await pages('all', { limit, shared: true })).flat();
    expect(found.map(({ case_id }) => case_id)).toEqual((await pages('all', {})).flat().map(({ case_id }) => case_id));
  },
);

test.each([
  [{ assignee: 'nobody' }, (each: CaseRecord) => each.assignee === undefined],
  [{ subject: 'MATCH' }, () => true],
  [{ subject: 'TRADE' }, () => false],
  [{ state: 'OPEN' }, (each: CaseRecord) => each.state === 'OPEN'],
] as const)('only open cases of %j, each once, the first due first', async (only, isOne) => {
  const all = (await pages('all', {})).flat();
  const expected = all.filter(isOne).map(({ case_id }) => case_id);
  for (const limit of [3, 1000])
    expect((await pages('all', { limit, shared: true, only })).flat().map(({ case_id }) => case_id)).toEqual(expected);
});

describe('cases of every kind and state', () => {
  const stateOf = (n: number) => (['OPEN', 'WAITING', 'PROPOSED'] as const)[n % 3] ?? 'OPEN';
  const kindOf = (n: number) => (n % 4 === 0 ? 'TRADE' : 'MATCH');
  let other: CasesTable;
  let cases: CaseStore;
  let all: CaseRecord[] = [];
  beforeAll(async () => {
    other = await casesTable();
    cases = new CaseStore(other.records, TABLE);
    for (let n = 0; n < 36; n++) {
      const id = caseIdentity({ kind: kindOf(n), id: `s${n}` });
      const common = {
        case_id: id,
        at: openedAt(n).toISOString(),
        actor: 'ana',
        reason: 'OTHER',
        comment: 'why',
        seen,
      };
      const act = (told: object) => cases.act({ ...common, ...told } as unknown as CaseCommand);
      const origin = { subject: { kind: kindOf(n), id: `s${n}` }, centres: ['GBLO'] };
      await act({ command: 'open', event_id: 'e1', actor: 'system', origin, facts: { ...facts, critical: true } });
      if (n % 5 === 0) await act({ command: 'assign', event_id: 'e2', assignee: 'ben' });
      if (stateOf(n) === 'WAITING') await act({ command: 'reject', event_id: 'e3' });
      if (stateOf(n) === 'PROPOSED') await act({ command: 'accept', event_id: 'e3' });
      if (n % 12 === 11) await act({ command: 'refuse', event_id: 'e4', actor: 'ben', proposal: 'e3' });
    }
    for await (const { record, isListed } of cases.everyOpen()) {
      expect(isListed).toBe(true);
      all.push(record);
    }
    all = all.sort((a, b) => (a.due_at < b.due_at ? -1 : 1));
  });
  afterAll(() => other?.close());

  test.each([
    ['alleged', (each: CaseRecord) => each.origin.subject.kind === 'TRADE'],
    ['unassigned', (each: CaseRecord) => each.assignee === undefined],
    [{ state: 'WAITING' }, (each: CaseRecord) => each.state === 'WAITING'],
    [{ state: 'PROPOSED' }, (each: CaseRecord) => each.state === 'PROPOSED'],
  ] as const)('%j are all that are so, the first due first, and no other is read', async (which, isOne) => {
    const expected = all.filter(isOne);
    expect(expected.length).toBeGreaterThan(5);
    for (const limit of [2, 7, 250]) {
      const found: CaseRecord[] = [];
      let cursor: string | undefined;
      do {
        const page = await cases.open(which, { limit, ...(cursor === undefined ? {} : { cursor }) });
        found.push(...page.cases);
        cursor = page.cursor;
        if (limit === 250) expect(page.lookedAt).toBe(expected.length);
      } while (cursor !== undefined);
      expect(found.map(({ due_at }) => due_at)).toEqual(expected.map(({ due_at }) => due_at));
      expect(idsOf(found)).toEqual(idsOf(expected));
    }
  });
});

test('a shared page asks each partition for its share alone', async () => {
  calls = [];
  const { cases } = await store.open('all', { limit: 16, shared: true });
  expect(calls.map(({ body }) => JSON.parse(body.toString('utf8')).Limit)).toEqual([5, 5, 5, 5]);
  expect(cases.length).toBeGreaterThanOrEqual(5);
});

test('a page of open cases is four queries, and of one person or counterparty one; none is a scan', async () => {
  const asked = async (which: OpenCases) => {
    calls = [];
    await store.open(which, { limit: 20, dueBy: '2026-11-20T00:00:00.000Z' });
    return calls.map(({ action }) => action);
  };
  expect(await asked('all')).toEqual(['Query', 'Query', 'Query', 'Query']);
  expect(await asked({ assignee: 'ana' })).toEqual(['Query']);
  expect(await asked({ counterparty: 'Northgate LLC' })).toEqual(['Query']);
});

test('what is overdue is what was due by then', async () => {
  const dueBy = '2026-11-05T17:00:00.000Z';
  const found = (await pages('all', { dueBy, limit: 3 })).flat();
  expect(found.length).toBeGreaterThan(5);
  const all = (await pages('all', {})).flat();
  expect(found.map(({ case_id }) => case_id).sort()).toEqual(
    all
      .filter(({ due_at }) => due_at <= dueBy)
      .map(({ case_id }) => case_id)
      .sort(),
  );
});

test("one person's open cases, page by page", async () => {
  const found = await pages({ assignee: 'ben' }, { limit: 4 });
  expect(
    found
      .flat()
      .map(({ case_id }) => case_id)
      .sort(),
  ).toEqual(ids(numbers.filter((n) => n % 3 === 2)));
  expect(found.every((page) => page.length <= 4)).toBe(true);
});

test('the open cases with a counterparty, however its name is written', async () => {
  for (const counterparty of ['Zürich Handelsbank AG', 'ZURICH HANDELSBANK  A.G.'.replace('A.G.', 'AG')]) {
    const found = (await pages({ counterparty }, { limit: 9 })).flat();
    expect(found.map(({ case_id }) => case_id).sort()).toEqual(ids(numbers.filter((n) => n % 2 === 1)));
  }
});

test('a listed case is the stored one', async () => {
  const { cases } = await store.open('all', { limit: 1 });
  expect(cases[0]).toEqual(await store.case(cases[0]?.case_id ?? ''));
});

test('a cursor of another question, or none, is refused', async () => {
  const { cursor = '' } = await store.open('all', { limit: 1 });
  for (const [which, wrong] of [
    [{ assignee: 'ana' }, cursor],
    [{ assignee: 'ana' }, (await store.open({ assignee: 'ben' }, { limit: 1 })).cursor ?? ''],
    ['unassigned', cursor],
    ['all', 'nonsense'],
    ['all', Buffer.from('[1,2,3,4]').toString('base64url')],
  ] as const) {
    await expect(store.open(which, { cursor: wrong })).rejects.toThrow(CursorError);
  }
});
