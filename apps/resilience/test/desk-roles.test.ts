import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDeskSystem, type Who } from './desk-system.ts';

/** Who may make each call: a line a route. `v` is a viewer, `a` an analyst, `A` an approver; each with those after it. */
const MAY: Readonly<Record<string, 'v' | 'a' | 'A'>> = {
  'get /api/openapi.json': 'v',
  'get /api/session': 'v',
  'get /api/cases': 'v',
  'get /api/queue.csv': 'v',
  'get /api/queue/changes': 'v',
  'get /api/cases/{id}': 'v',
  'get /api/cases/{id}/reading': 'v',
  'post /api/cases/{id}/assign': 'a',
  'post /api/cases/{id}/comment': 'a',
  'post /api/cases/{id}/accept': 'a',
  'post /api/cases/{id}/reject': 'a',
  'post /api/cases/{id}/close': 'a',
  'post /api/cases/{id}/reopen': 'a',
  'post /api/cases/{id}/correct': 'a',
  'post /api/cases/{id}/approve': 'A',
  'post /api/cases/{id}/refuse': 'A',
  'post /api/bulk': 'a',
  'get /api/chasers': 'a',
  'get /api/views': 'v',
  'put /api/views/{name}': 'v',
  'delete /api/views/{name}': 'v',
  'get /api/documents': 'v',
  'get /api/document': 'v',
  'get /api/document/labels': 'v',
  'post /api/document/redrive': 'a',
  'post /api/uploads': 'a',
  'get /api/profiles': 'v',
  'post /api/profiles': 'a',
  'post /api/profiles/diff': 'v',
  'post /api/profiles/dry-run': 'a',
  'post /api/profiles/{version}/approve': 'A',
  'post /api/profiles/{version}/restore': 'a',
  'get /api/trades/{key}': 'v',
  'get /api/trades/{key}/story.json': 'v',
  'get /api/trades/{key}/story.csv': 'v',
  'get /api/trades/{key}/document': 'v',
  'get /api/trades/{key}/words': 'a',
  'get /api/find': 'v',
  'get /api/wordings': 'v',
  'post /api/wordings': 'a',
  'post /api/wordings/replay': 'a',
  'post /api/wordings/{id}/accept': 'A',
  'post /api/wordings/{id}/refuse': 'A',
};
/** The people of the local environment, in the order of what they may. */
const PEOPLE: readonly (readonly [who: Who, rank: string])[] = [
  ['vera', 'v'],
  ['ana', 'a'],
  ['ben', 'A'],
];

let desk: Awaited<ReturnType<typeof startDeskSystem>>;
beforeAll(async () => {
  desk = await startDeskSystem();
});
afterAll(() => desk?.close());

async function statusOf(who: Who | undefined, route: string, headers: Record<string, string> = { 'x-desk': '1' }) {
  const [method = '', path = ''] = route.split(' ');
  const asked = path.replace('{version}', '1').replaceAll(/\{\w+\}/g, '0'.repeat(24));
  const leaving = new AbortController();
  const init = { method: method.toUpperCase(), signal: leaving.signal };
  const response = await desk.raw(who, asked, {
    ...init,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(method === 'get' || method === 'delete' ? {} : { body: '{}' }),
  });
  // A stream stays open.
  leaving.abort();
  return response.status;
}

test('every route that is published has its line here', async () => {
  const { body } = await desk.call('vera', '/api/openapi.json');
  const published = Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  );
  // Nobody need be known to be told who there is to choose from.
  expect(published.filter((each) => each !== 'get /api/people').sort()).toEqual(Object.keys(MAY).sort());
});

describe.each(Object.entries(MAY))('%s', (route, least) => {
  test(`${route}: nobody who is not known`, async () => {
    expect(await statusOf(undefined, route)).toBe(401);
  });

  test.each(PEOPLE)(`${route}: %s, by the role`, async (who, rank) => {
    const status = await statusOf(who, route);
    if ('vaA'.indexOf(rank) < 'vaA'.indexOf(least)) expect(status).toBe(403);
    else {
      expect([401, 403]).not.toContain(status);
      expect(status).toBeLessThan(500);
    }
  });

  test.skipIf(route.startsWith('get '))(`${route}: nobody by a form of another page`, async () => {
    expect(await statusOf('ben', route, {})).toBe(403);
  });
});
