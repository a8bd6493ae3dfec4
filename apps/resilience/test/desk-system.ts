import { randomUUID } from 'node:crypto';
import { mismatched, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  type ServiceProcess,
  type System,
  startDesk,
  startSystem,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { askAbout } from './ask-about-trade.ts';
import { ServiceClient } from './ask-service.ts';
import { type Published, publishedAnswers } from './published-answers.ts';

export type Who = 'ana' | 'ben' | 'vera';

/** A running system with its desk, and what tests ask of it. */
export async function startDeskSystem() {
  const system: System = await startSystem({ stackFile: changedStack(withoutWindow) });
  const desk: ServiceProcess = await startDesk(system);
  // Made when it is needed: with it, what is uploaded reaches no queue.
  let client: ServiceClient | undefined;
  const ask: ReturnType<typeof askAbout> = (...given) => {
    client ??= new ServiceClient(system);
    return askAbout(client)(...given);
  };
  const raw = (who: Who | undefined, path: string, init: RequestInit = {}) =>
    fetch(new URL(path, desk.url), { ...init, headers: { ...(who && { 'x-desk-person': who }), ...init.headers } });
  let published: ReturnType<typeof publishedAnswers> | undefined;
  /** Every test holds the desk's answers to what it publishes. */
  const unlike = async (...answer: Parameters<ReturnType<typeof publishedAnswers>>) => {
    published ??= publishedAnswers((await (await raw('vera', '/api/openapi.json')).json()) as Published);
    return published(...answer);
  };
  const call = async (who: Who | undefined, path: string, init: RequestInit = {}) => {
    const response = await raw(who, path, init);
    // biome-ignore lint/suspicious/noExplicitAny: answers are looked at field by field
    const body = (await response.json()) as any;
    const wrong = await unlike(init.method ?? 'GET', path, response.status, body);
    if (wrong !== undefined) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${wrong}`);
    return { status: response.status, body };
  };
  const send = (who: Who | undefined, path: string, body: object, method = 'POST') =>
    call(who, path, {
      method,
      headers: { 'content-type': 'application/json', 'x-desk': '1' },
      body: JSON.stringify(body),
    });
  /** A mismatch with its case. */
  const aBreak = async (n: number) => {
    const pair = mismatched(samplePair(n));
    await ask(pair.bank, 0);
    const { match } = await ask(pair.counterparty, 1);
    const { body } = await call('ana', '/api/cases?limit=250');
    const found = body.cases.find(
      ({ origin }: { origin: { subject: { id: string } } }) => origin.subject.id === match.match_id,
    );
    return { pair, match, id: String(found?.case_id), record: found };
  };
  const close = async () => {
    client?.close();
    await desk.close();
    await system.close();
  };
  return { system, desk, ask, raw, call, send, aBreak, close, newId: () => randomUUID() };
}
