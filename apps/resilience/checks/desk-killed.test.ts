import { randomUUID } from 'node:crypto';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import { type AwsCall, ConnectionReset } from '@trade-matching/local-aws';
import {
  changedStack,
  DESK_ACCESS_KEY,
  type ServiceProcess,
  type System,
  startDesk,
  startSystem,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAbout } from '../test/ask-about-trade.ts';
import { ServiceClient } from '../test/ask-service.ts';
import { operatorsProgram } from '../test/operators-program.ts';

let system: System;
let client: ServiceClient;
let desk: ServiceProcess;
let kill: ((call: AwsCall) => 'before' | 'after' | undefined) | undefined;
let number = 900;

beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  client = new ServiceClient(system);
  desk = await startDesk(system);
  system.aws.addInterceptor(async (call, next) => {
    const isWrite = /^(Transact|Put|Update|Delete)/.test(call.action) && call.service === 'dynamodb';
    const when = call.caller === DESK_ACCESS_KEY && isWrite ? kill?.(call) : undefined;
    if (when === undefined) return next();
    if (when === 'after') await next();
    process.kill(desk.pid, 'SIGKILL');
    throw new ConnectionReset();
  });
}, 60_000);
afterAll(async () => {
  client?.close();
  await desk?.close();
  await system?.close();
});

type Who = 'ana' | 'ben';
async function send(who: Who, path: string, body?: object, method = 'POST') {
  const response = await fetch(new URL(path, desk.url), {
    headers: { 'x-desk-person': who, 'content-type': 'application/json', 'x-desk': '1' },
    ...(body && { method, body: JSON.stringify(body) }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
  return { status: response.status, body: (await response.json()) as any };
}

/** A mismatch on its screen. */
async function aBreak() {
  number += 2;
  const pair = mismatched(samplePair(number));
  const ask = askAbout(client);
  await ask(pair.bank, 0);
  const { match } = await ask(pair.counterparty, 1);
  const { place } = (await send('ana', `/api/find?q=${match.match_id}`)).body;
  const id = String(place).split('/').at(-1) ?? '';
  return { id, view: (await send('ana', `/api/cases/${id}`)).body };
}

type View = Awaited<ReturnType<typeof aBreak>>['view'];
const correction = ({ terms: [rate], counterparty }: View) => ({
  ...{ side: 'COUNTERPARTY', field: 'fixed_rate', literal: `${rate.bank}%`, page: 1, reason: 'READ_WRONGLY' },
  document_hash: counterparty.document_hash,
});
const DECISIONS: Record<string, { who: Who; before?: 'accept' | 'close'; body: (view: View) => object }> = {
  assign: { who: 'ana', body: () => ({ assignee: 'ben' }) },
  comment: { who: 'ana', body: () => ({ comment: 'They will amend.' }) },
  accept: { who: 'ana', body: ({ case: { facts } }) => ({ reason: 'IMMATERIAL', seen: facts.seen }) },
  reject: { who: 'ana', body: ({ case: { facts } }) => ({ reason: 'COUNTERPARTY_WRONG', seen: facts.seen }) },
  close: { who: 'ana', body: () => ({ reason: 'TEST_DOCUMENT' }) },
  approve: {
    ...{ who: 'ben', before: 'accept' },
    body: ({ case: { proposal } }) => ({ reason: 'AGREES_WITH_PROPOSAL', proposal: proposal.id }),
  },
  refuse: {
    ...{ who: 'ben', before: 'accept' },
    body: ({ case: { proposal } }) => ({ reason: 'NOT_CONVINCED', proposal: proposal.id }),
  },
  reopen: { who: 'ben', before: 'close', body: () => ({ reason: 'DECIDED_WRONGLY' }) },
  correct: { who: 'ana', body: correction },
};

type Answer = Awaited<ReturnType<typeof send>>;

/** Sends a request until it is answered, and kills the desk one write later each time. @returns how often it was killed */
async function killedAtEachWrite(when: 'before' | 'after', request: () => Promise<Answer>): Promise<number> {
  for (let at = 1; ; at++) {
    let seen = 0;
    kill = () => (++seen === at ? when : undefined);
    const answer = await request().catch(() => undefined);
    kill = undefined;
    if (answer) {
      expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
      return at - 1;
    }
    await desk.close();
    desk = await startDesk(system);
  }
}

for (const when of ['before', 'after'] as const) {
  test(`a desk that is killed ${when} a write of a bulk assignment gives each case once`, async () => {
    const broken = [await aBreak(), await aBreak(), await aBreak()];
    const cases = broken.map(({ id }) => ({ case_id: id, event_id: randomUUID() }));
    const body = { command: 'assign', cases, assignee: 'ben' };
    const request = async () => {
      const answer = await send('ana', '/api/bulk', body);
      // What could not be written is said, case by case, and sent again.
      const isWhole = answer.body.results.every(({ done }: { done: boolean }) => done);
      if (!isWhole) throw new Error(JSON.stringify(answer.body));
      return answer;
    };
    expect(await killedAtEachWrite(when, request)).toBeGreaterThan(0);
    for (const { case_id, event_id } of cases) {
      const { events, case: record } = (await send('ana', `/api/cases/${case_id}`)).body;
      expect(events.filter((each: { event_id: string }) => each.event_id === event_id)).toHaveLength(1);
      expect(record).toMatchObject({ assignee: 'ben', revision: events.length });
    }
  });

  test(`a desk that is killed ${when} a write of a saved view keeps it once, and forgets it once`, async () => {
    const path = `/api/views/${when}`;
    const names = async () => (await send('ana', '/api/views')).body.views.map(({ name }: { name: string }) => name);
    const kept = await killedAtEachWrite(when, () => send('ana', path, { query: 'tab=mine' }, 'PUT'));
    expect(await names()).toEqual([when]);
    const forgotten = await killedAtEachWrite(when, () => send('ana', path, {}, 'DELETE'));
    expect(await names()).toEqual([]);
    expect([kept, forgotten]).toEqual([1, 1]);
  });

  test.each(Object.entries(DECISIONS))(
    `a desk that is killed ${when} a write of %s loses no decision and doubles none`,
    async (command, { who, before, body }) => {
      let { id, view } = await aBreak();
      if (before) {
        const { seen } = view.case.facts;
        const reason = before === 'accept' ? 'IMMATERIAL' : 'TEST_DOCUMENT';
        await send('ana', `/api/cases/${id}/${before}`, { event_id: randomUUID(), reason, seen });
        view = (await send('ana', `/api/cases/${id}`)).body;
      }
      const known = view.events.length;
      const decision = { event_id: randomUUID(), ...body(view) };
      const writes = await killedAtEachWrite(when, () => send(who, `/api/cases/${id}/${command}`, decision));
      expect(writes).toBeGreaterThan(0);
      const { events, case: record } = (await send('ana', `/api/cases/${id}`)).body;
      const own = events.filter(({ event_id }: { event_id: string }) => event_id === decision.event_id);
      expect(own).toMatchObject([{ actor: who }]);
      // A correction changes what differs, and the service says so.
      if (command !== 'correct') expect(events).toHaveLength(known + 1);
      expect(record.revision).toBe(events.length);
      expect((await operatorsProgram(system)('audit', 'verify', id)).code).toBe(0);
    },
  );
}
