import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { type ServiceProxy, startServiceProxy } from '@trade-matching/local-aws/faults';
import {
  changedStack,
  type ServiceProcess,
  type System,
  startDesk,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { bank } = samplePair(641);
let system: System;
let between: ServiceProxy;
let desk: ServiceProcess;
let trade = '';

const words = (who: string, page: number | string = 1, key = trade) =>
  fetch(new URL(`/api/trades/${key}/words?page=${page}`, desk.url), { headers: { 'x-desk-person': who } });

beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  between = await startServiceProxy(() => system.service.url);
  const url = new URL('/', between.endpoint).href;
  desk = await startDesk({ ...system, service: { ...system.service, url } });
  const bytes = renderConfirmation(bank, 'letter');
  await system.upload({ key: 'BANK/2026/11/24/ours.pdf', source: 'BANK', bytes });
  await untilQueuesAreEmpty(system);
  const find = `/api/find?${new URLSearchParams({ q: bank.trade_id ?? '' })}`;
  const found = await fetch(new URL(find, desk.url), { headers: { 'x-desk-person': 'ana' } });
  trade = ((await found.json()) as { place: string }).place.split('/').at(-1) ?? '';
}, 120_000);
afterAll(async () => {
  await desk?.close();
  await between?.close();
  await system?.close();
});

test('a page with text of its own is no scan: the desk takes its words from the document', async () => {
  const response = await words('ana');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ kind: 'text' });
});

test('words are for who may correct, of a page and a trade that there are', async () => {
  expect((await words('vera')).status).toBe(403);
  expect((await words('ana', 'one')).status).toBe(400);
  expect((await words('ana', 1, '0'.repeat(24))).status).toBe(404);
});

test('while other scans are read the desk says when to ask again', async () => {
  const message = '4 scans are waiting to be read.';
  const body = JSON.stringify({ error: { code: 'TOO_BUSY', message } });
  between.setBehaviour(async () => ({ status: 429, headers: { 'Retry-After': '15' }, body }));
  const response = await words('ana');
  expect(response.status).toBe(429);
  expect(response.headers.get('Retry-After')).toBe('15');
  expect(await response.json()).toEqual({ error: { code: 'BUSY', message: 'Other scans are being read.' } });
});

test('a service that does not answer is said to be none that reads, and is asked again soon', async () => {
  between.setBehaviour(async () => 'reset');
  const response = await words('ana');
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('1');
  between.setBehaviour((_call, forward) => forward());
  expect((await words('ana')).status).toBe(200);
});
