import { randomUUID } from 'node:crypto';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import { type AwsCall, ConnectionReset } from '@trade-matching/local-aws';
import {
  changedStack,
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
    const when = call.caller === 'operator' && isWrite ? kill?.(call) : undefined;
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
async function send(who: Who, path: string, body?: object) {
  const response = await fetch(new URL(path, desk.url), {
    headers: { 'x-desk-person': who, 'content-type': 'application/json', 'x-desk': '1' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
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
const DECISIONS: Record<string, { who: Who; before?: 'accept'; body: (view: View) => object }> = {
  assign: { who: 'ana', body: () => ({ assignee: 'ben' }) },
  comment: { who: 'ana', body: () => ({ comment: 'They will amend.' }) },
  accept: { who: 'ana', body: ({ case: { facts } }) => ({ reason: 'IMMATERIAL', seen: facts.seen }) },
  reject: { who: 'ana', body: ({ case: { facts } }) => ({ reason: 'COUNTERPARTY_WRONG', seen: facts.seen }) },
  close: { who: 'ana', body: () => ({ reason: 'TEST_DOCUMENT' }) },
  approve: {
    ...{ who: 'ben', before: 'accept' },
    body: ({ case: { proposal } }) => ({ reason: 'AGREES_WITH_PROPOSAL', proposal: proposal.id }),
  },
  correct: { who: 'ana', body: correction },
};

for (const when of ['before', 'after'] as const) {
  test.each(Object.entries(DECISIONS))(
    `a desk that is killed ${when} a write of %s loses no decision and doubles none`,
    async (command, { who, before, body }) => {
      let { id, view } = await aBreak();
      if (before) {
        const { seen } = view.case.facts;
        await send('ana', `/api/cases/${id}/accept`, { event_id: randomUUID(), reason: 'IMMATERIAL', seen });
        view = (await send('ana', `/api/cases/${id}`)).body;
      }
      const known = view.events.length;
      const decision = { event_id: randomUUID(), ...body(view) };
      let writes = 0;
      // Each attempt is killed one write later than the one before, until it has none that is left.
      for (let at = 1; ; at++) {
        let seen = 0;
        kill = () => (++seen === at ? when : undefined);
        const answer = await send(who, `/api/cases/${id}/${command}`, decision).catch(() => undefined);
        kill = undefined;
        if (answer) {
          expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 });
          break;
        }
        writes += 1;
        await desk.close();
        desk = await startDesk(system);
      }
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
