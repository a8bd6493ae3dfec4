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

test('a correction by pointing is read before it is kept, is of the document that was seen, and takes effect at once', async () => {
  const { id, view } = await aBreak(606);
  const ours = view.terms[0].bank_literal ?? `${view.terms[0].bank}%`;
  const pointed = { side: 'COUNTERPARTY', field: 'fixed_rate', literal: ours };
  const reading = async (asked: Record<string, string>) =>
    call('vera', `/api/cases/${id}/reading?${new URLSearchParams(asked)}`);
  expect(await reading(pointed)).toMatchObject({ status: 200, body: { kind: 'value', value: view.terms[0].bank } });
  expect((await reading({ ...pointed, literal: 'as agreed' })).body).toMatchObject({ kind: 'unreadable' });
  expect(await reading({ ...pointed, side: 'NOBODY' })).toMatchObject({ status: 400 });
  expect(view.counterparty.correctable).toContain('fixed_rate');
  expect(view.counterparty.correctable).not.toContain('trade_id');

  const { document_hash } = view.counterparty;
  const place = { page: 1, box: { x: 230, y: 300, width: 30, height: 10 }, reason: 'READ_WRONGLY', document_hash };
  const event_id = randomUUID();
  const correct = (body: object) => act('ana', id, 'correct', { event_id, ...pointed, ...place, ...body });
  expect(await correct({ literal: 'as agreed' })).toMatchObject({
    status: 422,
    body: { error: { code: 'UNREADABLE' } },
  });
  expect(await correct({ document_hash: '0'.repeat(64) })).toMatchObject({ status: 422 });
  expect(await correct({ reason: 'NO_REASON' })).toMatchObject({ status: 422 });
  expect(await correct({ page: 0 })).toMatchObject({ status: 400 });
  expect((await call('ana', `/api/cases/${id}`)).body.events).toHaveLength(1);
  // Sent twice, as after a lost answer.
  for (const _ of [1, 2])
    expect(await correct({})).toMatchObject({
      status: 200,
      body: { value: view.terms[0].bank, effect: { in_effect: true, trades: [{ match: { status: 'REVIEW' } }] } },
    });
  const after = (await call('ana', `/api/cases/${id}`)).body;
  expect(after.events.filter(({ action }: { action: string }) => action === 'VALUE_CORRECTED')).toHaveLength(1);
  const [rate] = after.terms.filter(({ field }: { field: string }) => field === 'fixed_rate');
  expect(rate).toMatchObject({ verdict: 'EQUAL', counterparty_place: { page: 1, boxes: [place.box] } });
});

describe('the desk asks of each call who makes it', () => {
  const COMMANDS = ['assign', 'comment', 'accept', 'reject', 'close', 'reopen', 'approve', 'refuse', 'correct'];
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
