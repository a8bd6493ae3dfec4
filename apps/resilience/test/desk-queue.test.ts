import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDeskSystem, type Who } from './desk-system.ts';

let desk: Awaited<ReturnType<typeof startDeskSystem>>;
let breaks: Awaited<ReturnType<typeof desk.aBreak>>[] = [];
beforeAll(async () => {
  desk = await startDeskSystem();
  breaks = [await desk.aBreak(620), await desk.aBreak(621)];
});
afterAll(() => desk?.close());

/** Events of a stream, as they come. */
async function listen(who: Who, query = '') {
  const stop = new AbortController();
  const response = await desk.raw(who, `/api/queue/changes?${query}`, { signal: stop.signal });
  const events: string[] = [];
  const reading = (async () => {
    for await (const chunk of response.body ?? []) {
      for (const [, event] of Buffer.from(chunk)
        .toString()
        .matchAll(/^event: (.*)$/gm))
        events.push(String(event));
    }
  })().catch(() => {});
  return {
    status: response.status,
    events,
    stop: () => {
      stop.abort();
      return reading;
    },
  };
}
const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 8_000, interval: 50 }).toBe(true);

test('filters leave the breaks that fit, and the CSV has exactly those, text only', async () => {
  const { record } = breaks[0] as (typeof breaks)[0];
  const { currency, product, counterparty } = record.origin;
  const query = new URLSearchParams({ currency, product, counterparty, field: 'fixed_rate', age: '0' });
  const { body } = await desk.call('vera', `/api/cases?${query}`);
  const ids = body.cases.map(({ case_id }: { case_id: string }) => case_id);
  expect(ids).toContain(record.case_id);
  const csv = await desk.raw('vera', `/api/queue.csv?${query}`);
  expect(csv.headers.get('content-disposition')).toContain('attachment');
  const lines = (await csv.text()).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',').at(-1))).toEqual(ids);
  expect((await desk.call('ana', '/api/cases?currency=XXX')).body.cases).toEqual([]);
  expect(await desk.call('ana', '/api/cases?age=old')).toMatchObject({ status: 400 });
});

test('several breaks are given to one person at once, each is an event, and sent again nothing is done twice', async () => {
  const cases = breaks.map(({ id }) => ({ case_id: id, event_id: desk.newId() }));
  const unknown = { case_id: '0'.repeat(24), event_id: desk.newId() };
  const body = { command: 'assign', assignee: 'ben', cases: [...cases, unknown] };
  expect(await desk.send('vera', '/api/bulk', body)).toMatchObject({ status: 403 });
  for (const _ of [1, 2]) {
    expect((await desk.send('ana', '/api/bulk', body)).body.results).toMatchObject([
      { done: true },
      { done: true },
      { case_id: unknown.case_id, done: false, message: expect.any(String) },
    ]);
  }
  const { body: view } = await desk.call('ana', `/api/cases/${cases[0]?.case_id}`);
  expect(view.events.map(({ action }: { action: string }) => action)).toEqual(['OPENED', 'ASSIGNED']);
  const mine = (await desk.call('ben', '/api/cases?tab=mine')).body.cases;
  expect(mine).toHaveLength(2);
});

test('letters to counterparties say what differs, to analysts, and change nothing', async () => {
  const path = `/api/chasers?cases=${breaks.map(({ id }) => id).join()}`;
  expect(await desk.call('vera', path)).toMatchObject({ status: 403 });
  const { body } = await desk.call('ana', path);
  expect(body.drafts).toHaveLength(2);
  expect(body.drafts[0].text).toContain('fixed rate');
});

test('one person’s views are kept, and are nobody else’s', async () => {
  await desk.send('ana', '/api/views/USD%20rates', { query: 'currency=USD&field=fixed_rate' }, 'PUT');
  expect((await desk.call('ana', '/api/views')).body.views).toEqual([
    { name: 'USD rates', query: 'currency=USD&field=fixed_rate' },
  ]);
  expect((await desk.call('ben', '/api/views')).body.views).toEqual([]);
  await desk.send('ana', '/api/views/USD%20rates', {}, 'DELETE');
  expect((await desk.call('ana', '/api/views')).body.views).toEqual([]);
});

test('a listener hears of what others decide and of what documents do, and of nothing else', async () => {
  const other = await listen('vera', 'currency=XXX');
  const stream = await listen('vera');
  await until(() => stream.events.length > 0);
  expect(stream.events).toEqual(['live']);
  await desk.aBreak(622);
  await until(() => stream.events.includes('changed'));
  expect(other.events).toEqual(['live']);
  await Promise.all([stream.stop(), other.stop()]);
});

test('streams take who one is, and are bounded for each person', async () => {
  expect((await desk.raw(undefined, '/api/queue/changes')).status).toBe(401);
  const streams = await Promise.all(Array.from({ length: 7 }, () => listen('ana')));
  expect(streams.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 429]);
  await Promise.all(streams.map(({ stop }) => stop()));
  // What was left is free again.
  await expect
    .poll(async () => {
      const again = await listen('ana');
      await again.stop();
      return again.status;
    })
    .toBe(200);
});
