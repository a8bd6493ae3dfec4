import { randomUUID } from 'node:crypto';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { AwsCall } from '@trade-matching/local-aws';
import { fasterTime, type ServiceBehaviour } from '@trade-matching/local-aws/faults';
import {
  changedStack,
  DESK_ACCESS_KEY,
  demonstration,
  reportDocument,
  type System,
  sendTo,
  settingEvery,
  startDesk,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';

/** What can come back from the matching service, each once. */
const ANSWERS: Readonly<Record<string, ServiceBehaviour>> = {
  'an error': async () => ({ status: 503, body: '{}' }),
  'a page of something else': async () => ({ status: 200, body: 'Welcome to nginx!' }),
  'a refusal of the call': async () => ({ status: 401, body: '{}' }),
  'come again later': async () => ({ status: 429, body: '{}' }),
  nothing: () => new Promise(() => {}),
  'a broken connection': async () => 'reset',
  // The service has done it, and its answer is lost: the next try is a repetition. Where the machine is busy, the caller
  // has given up before.
  'a lost answer': async (_call, forward) => {
    await forward();
    return 'reset';
  },
};

/** A system that has lived through one of each thing that is counted, and has nothing left to do. */
export let system: System;

export async function eventfulRun(): Promise<void> {
  system = await startSystem({
    // A call that gets no answer times out after 10 s, not after a minute; a scan is read in five deliveries of 40 s, also on
    // a busy machine.
    stackFile: changedStack(withoutWindow, settingEvery('timeout', 60), settingEvery('PROCESSING_TIMEOUT', '40')),
  });
  const { names } = system;
  system.aws.addInterceptor(fasterTime(300));
  for (const upload of await demonstration('2026-11-23')) await system.upload(upload);
  await system.upload({ key: 'BANK/2026/11/23/empty.pdf', source: 'BANK', bytes: new Uint8Array() });
  const half = renderConfirmation(samplePair(30).bank, 'letter').slice(0, 900);
  await system.upload({ key: 'BANK/2026/11/23/half.pdf', source: 'BANK', bytes: half });
  await untilQueuesAreEmpty(system);

  for (const table of [names.documentsTable, names.tradesTable, names.casesTable]) {
    const on = (actions: RegExp) => (call: AwsCall) =>
      call.service === 'dynamodb' && actions.test(call.action) && call.body.includes(`"${table}"`);
    failing(system, 1, on(/^(Query|GetItem)$/));
    failing(system, 1, on(/^(UpdateItem|PutItem|TransactWriteItems)$/));
  }
  // A break, whose case is read and written.
  for (const trade of Object.values(mismatched(samplePair(60)))) {
    const key = `${trade.source_type}/2026/11/23/break.pdf`;
    await system.upload({ key, source: trade.source_type, bytes: renderConfirmation(trade, 'telex') });
  }
  await reportDocument(system.tables, 'BANK/2026/11/23/half.pdf');
  // The SDK tries three times: then it is an error of the function.
  failing(system, 3, ({ action, resource }) => action === 'GetObject' && resource.endsWith('/an error.pdf'));
  const unasked = new Map(Object.entries(ANSWERS));
  system.proxy.setBehaviour((call, forward) => {
    const name = /([^/]+)\.pdf$/.exec(call.key)?.[1] ?? '';
    const answer = unasked.get(name) ?? ((_call, pass) => pass());
    unasked.delete(name);
    return answer(call, forward);
  });
  for (const [i, name] of Object.keys(ANSWERS).entries()) {
    const bytes = renderConfirmation(samplePair(40 + i).bank, 'telex');
    await system.upload({ key: `BANK/2026/11/23/${name}.pdf`, source: 'BANK', bytes });
  }
  await sendTo(system, names.documentQueue.BANK, 'no event of S3');
  await system.functions.invoke(names.processorFunction, {});
  await system.functions.invoke(names.sweepFunction, {});
  await fetch(new URL('/process', system.service.url), { method: 'POST', body: '{}' });
  await untilQueuesAreEmpty(system);
  await atTheDesk();
  await system.metrics.sample();
}

/** One of each thing that the desk counts. */
async function atTheDesk(): Promise<void> {
  const desk = await startDesk(system);
  const as = { 'x-desk-person': 'ana', 'x-desk': '1', 'content-type': 'application/json' };
  const call = (path: string, init: RequestInit = { headers: as }) => fetch(new URL(path, desk.url), init);
  await call('/api/cases', {});
  const { cases } = (await (await call('/api/cases')).json()) as { cases: { case_id: string }[] };
  const seen = { differences_hash: 'of something else' };
  const body = JSON.stringify({ event_id: randomUUID(), reason: 'IMMATERIAL', seen });
  await call(`/api/cases/${cases[0]?.case_id}/accept`, { method: 'POST', headers: as, body });
  // As often as the SDK tries.
  system.aws.addInterceptor(async (asked, next) => {
    if (asked.caller !== DESK_ACCESS_KEY || asked.service !== 'dynamodb') return next();
    return { status: 500, headers: {}, body: Buffer.alloc(0) };
  });
  await call('/api/cases/00000000');
  await desk.close();
}

/** Lets the first calls of a kind fail: a table's by throttling, others by an error. */
function failing({ aws }: System, times: number, concerns: (call: AwsCall) => boolean): void {
  let left = times;
  aws.addInterceptor(async (call, next) => {
    if (left === 0 || !concerns(call)) return next();
    left -= 1;
    if (call.service !== 'dynamodb') return { status: 500, headers: {}, body: Buffer.alloc(0) };
    return {
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: Buffer.from('{"__type":"ProvisionedThroughputExceededException","message":"planned"}'),
    };
  });
}
