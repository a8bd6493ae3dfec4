import { randomUUID } from 'node:crypto';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import { type ServiceProcess, type System, startDesk, startSystem } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let desk: ServiceProcess;
let client: ServiceClient;
let ask: ReturnType<typeof askAbout>;
beforeAll(async () => {
  system = await startSystem();
  desk = await startDesk(system);
  client = new ServiceClient(system);
  ask = askAbout(client);
});
afterAll(async () => {
  client?.close();
  await desk?.close();
  await system?.close();
});

type Who = 'ana' | 'ben' | 'vera';
const call = async (who: Who | undefined, path: string, init: RequestInit = {}) => {
  const response = await fetch(new URL(path, desk.url), {
    ...init,
    headers: { ...(who && { 'x-desk-person': who }), ...init.headers },
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
  return { status: response.status, body: (await response.json()) as any };
};
const act = (
  who: Who,
  id: string,
  command: string,
  body: object,
  headers: Record<string, string> = { 'x-desk': '1' },
) =>
  call(who, `/api/cases/${id}/${command}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ event_id: randomUUID(), ...body }),
  });

/** A mismatch with its case, as the screen shows it. */
async function aBreak(n: number) {
  const pair = mismatched(samplePair(n));
  await ask(pair.bank, 0);
  const { match } = await ask(pair.counterparty, 1);
  const { body } = await call('ana', '/api/cases');
  const found = body.cases.find(
    ({ origin }: { origin: { subject: { id: string } } }) => origin.subject.id === match.match_id,
  );
  return { pair, id: String(found?.case_id), view: (await call('ana', `/api/cases/${found?.case_id}`)).body };
}

test('a mismatch is in the queue, and its screen has the differing term first, with its place in both documents', async () => {
  const { view } = await aBreak(600);
  const [first] = view.terms;
  expect(first).toMatchObject({
    field: 'fixed_rate',
    verdict: 'DIFFERENT',
    bank_place: { page: 1, boxes: [expect.objectContaining({ width: expect.any(Number) })] },
    counterparty_place: { page: 1 },
  });
  expect(view.events).toMatchObject([{ action: 'OPENED', actor: 'system' }]);
  const document = await fetch(new URL(`/api/trades/${view.bank.trade_key}/document`, desk.url), {
    headers: { 'x-desk-person': 'ana' },
  });
  expect(document.headers.get('content-disposition')).toContain('attachment');
  expect(Buffer.from(await document.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-/);
});

test('a critical difference that one accepts is approved by another, and by nobody else', async () => {
  const { id, view } = await aBreak(601);
  const { seen } = view.case.facts;
  expect(await act('ana', id, 'accept', { reason: 'AGREED_BY_DESK', seen })).toMatchObject({
    status: 200,
    body: { event: { action: 'ACCEPTANCE_PROPOSED', actor: 'ana' } },
  });
  const { body } = await call('ben', `/api/cases/${id}`);
  const proposal = body.case.proposal.id;
  const approval = { reason: 'AGREES_WITH_PROPOSAL', proposal };
  expect(await act('ana', id, 'approve', approval)).toMatchObject({
    status: 403,
    body: { error: { code: 'FORBIDDEN' } },
  });
  expect(await act('ben', id, 'approve', approval)).toMatchObject({ status: 200 });
  expect((await call('ana', `/api/cases/${id}`)).body.case).toMatchObject({
    state: 'RESOLVED',
    resolution: 'ACCEPTED',
    acceptance: { by: 'ana', approved_by: 'ben' },
  });
});

test('an approver who proposed does not approve', async () => {
  const { id, view } = await aBreak(602);
  await act('ben', id, 'accept', { reason: 'IMMATERIAL', seen: view.case.facts.seen });
  const { body } = await call('ben', `/api/cases/${id}`);
  expect(
    await act('ben', id, 'approve', { reason: 'AGREES_WITH_PROPOSAL', proposal: body.case.proposal.id }),
  ).toMatchObject({ status: 403, body: { error: { code: 'OWN_PROPOSAL' } } });
});

test('a decision on what is not so any more is refused with 409: the counterparty has amended', async () => {
  const { id, view, pair } = await aBreak(603);
  await ask({ ...pair.counterparty, fixed_rate: '9.25' }, 2, 'AMENDMENT');
  expect(await act('ana', id, 'accept', { reason: 'IMMATERIAL', seen: view.case.facts.seen })).toMatchObject({
    status: 409,
    body: { error: { code: 'CASE_CHANGED' } },
  });
});

test('a decision that is sent twice, as after a lost answer, is one event', async () => {
  const { id } = await aBreak(604);
  const event_id = randomUUID();
  for (const _ of [1, 2]) expect((await act('ana', id, 'assign', { event_id, assignee: 'ana' })).status).toBe(200);
  const { body } = await call('ana', `/api/cases/${id}`);
  expect(body.events).toHaveLength(2);
  const { body: mine } = await call('ana', '/api/cases?tab=mine');
  expect(mine.cases.map(({ case_id }: { case_id: string }) => case_id)).toContain(id);
});

test('a pair that was parted by hand is one again when an analyst reopens its case, without another document', async () => {
  const { id, view } = await aBreak(605);
  const cli = operatorsProgram(system);
  const parted = await cli('unmatch', id, '--reason', 'OTHER_TRADES', '--as', 'ana');
  expect(parted.stdout).toContain(`${view.bank.trade_key} is UNMATCHED`);
  const { status, body } = await act('ben', id, 'reopen', { reason: 'DECIDED_WRONGLY' });
  expect({ status, effect: body.effect }).toMatchObject({
    status: 200,
    effect: { in_effect: true, trades: [{ match: { status: 'MISMATCHED' } }, { match: { status: 'MISMATCHED' } }] },
  });
  const again = (await call('ben', `/api/cases/${id}`)).body;
  expect(again.case).toMatchObject({ state: 'OPEN', facts: { status: 'MISMATCHED' } });
  expect(again.bank).not.toHaveProperty('pair_decisions');
});

describe('the desk asks of each call who makes it', () => {
  const COMMANDS = ['assign', 'comment', 'accept', 'reject', 'close', 'reopen', 'approve', 'refuse'];
  const READS = ['/api/session', '/api/cases', '/api/cases/00000000', '/api/trades/000000000000000000000000/document'];

  test.each(READS)('nobody reads %s without being known', async (path) => {
    expect(await call(undefined, path)).toMatchObject({ status: 401 });
  });

  test.each(COMMANDS)('who may look only may not %s', async (command) => {
    const { id } = await aBreakOnce();
    expect(await act('vera', id, command, {})).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } });
  });

  test.each(['approve', 'refuse'])('an analyst may not %s', async (command) => {
    const { id } = await aBreakOnce();
    expect(await act('ana', id, command, {})).toMatchObject({ status: 403 });
  });

  test('a request that a form on another page could send writes nothing', async () => {
    const { id } = await aBreakOnce();
    expect(await act('ana', id, 'comment', { comment: 'from elsewhere' }, {})).toMatchObject({ status: 403 });
  });

  test('what does not fit is refused with what is wrong', async () => {
    const { id } = await aBreakOnce();
    expect(await act('ana', id, 'comment', { event_id: 'no' })).toMatchObject({
      status: 400,
      body: { error: { message: expect.stringContaining('event_id') } },
    });
    expect(await call('ana', '/api/cases?cursor=nonsense')).toMatchObject({ status: 400 });
    expect(await call('ana', '/api/cases/nothing-like-it')).toMatchObject({ status: 404 });
  });

  let once: ReturnType<typeof aBreak> | undefined;
  const aBreakOnce = () => {
    once ??= aBreak(610);
    return once;
  };
});
