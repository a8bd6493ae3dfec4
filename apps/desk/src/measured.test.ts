import { deskMetrics } from '@trade-matching/dashboards/metrics';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { expect, test } from 'vitest';
import type { Variables } from './answers.ts';
import { measured } from './measured.ts';

async function callOf(path: string) {
  const emitted: string[] = [];
  const app = new Hono<{ Variables: Variables }>();
  const emit = deskMetrics((line) => emitted.push(...Object.keys(JSON.parse(line)).filter((name) => name !== '_aws')));
  app.use(measured({ emit, log: () => {} }));
  app.get('/good', (c) => c.text('good'));
  app.get('/conflict', (c) => c.text('changed', 409));
  app.get('/thrown', () => {
    throw new Error('planned');
  });
  app.get('/read', (c) => {
    c.set('waitsForReader', true);
    return c.text('words');
  });
  app.get('/stream', (c) => streamSSE(c, async (out) => out.writeSSE({ data: 'live' })));
  app.onError((_error, c) => c.text('later', 503));
  const response = await app.request(path);
  await response.text();
  return emitted;
}

test('a call is timed, and counted where it failed or met another decision', async () => {
  expect(await callOf('/good')).toEqual(['RequestTime']);
  expect(await callOf('/conflict')).toEqual(['WriteConflicts', 'RequestTime']);
  expect(await callOf('/thrown')).toEqual(['RequestFailures', 'RequestTime']);
});

test('a call that waits for a page to be read says nothing of how fast the desk is', async () => {
  expect(await callOf('/read')).toEqual([]);
});

test('a stream that stays open is no call that took long', async () => {
  expect(await callOf('/stream')).toEqual([]);
});
