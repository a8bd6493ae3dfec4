import { Validator } from '@seriousme/openapi-schema-validator';
import type { Account } from '@trade-matching/account';
import { deskMetrics } from '@trade-matching/dashboards/metrics';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test, vi } from 'vitest';
import { API_ROUTES, openApi } from './api-routes.ts';
import { createApp } from './app.ts';
import { COMMANDS } from './case-commands.ts';
import { ROLES } from './people.ts';

/** No call of it is made: its routes are looked at. */
const account = {
  environment: 'local',
  names: { casesTable: 'cases', documentsBucket: 'documents' },
  client: {},
} as unknown as Account;
const app = createApp({
  ...{ account, region: 'eu-west-1', now: () => '2026-11-23T10:00:00.000Z', log: () => {} },
  identify: async () => ({ id: 'ada', name: 'Ada', roles: ['admin'] }),
  emit: deskMetrics(() => {}),
  ready: async () => undefined,
});

/** `/api/profiles/:version/:what{approve|restore}` is two paths. */
function pathsOf(path: string): string[] {
  const choice = /:\w+\{([\w|]+)\}/.exec(path);
  const paths = choice?.[1]?.split('|').map((each) => path.replace(choice[0], each)) ?? [path];
  return paths
    .flatMap((each) =>
      each.includes('/:command') ? Object.keys(COMMANDS).map((name) => each.replace(':command', name)) : [each],
    )
    .map((each) => each.replaceAll(/:(\w+)/g, '{$1}'));
}

test('every route of the API is published with its role, and nothing else is', () => {
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .flatMap(({ method, path }) => pathsOf(path).map((each) => `${method.toLowerCase()} ${each}`));
  const published = API_ROUTES.map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual([...published].sort());
});

test('the role that is published of a command is the one that it takes', () => {
  for (const [name, { role }] of Object.entries(COMMANDS))
    expect(API_ROUTES.find(({ path }) => path === `/api/cases/{id}/${name}`)?.role, name).toBe(role);
});

test('the description names each parameter of a path, and a role that there is', () => {
  for (const [path, operations] of Object.entries(openApi('local').paths))
    for (const operation of Object.values(operations) as { parameters: { name: string; in: string }[] }[]) {
      const named = operation.parameters.filter((each) => each.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? []).toEqual(named);
    }
  for (const { role } of API_ROUTES) expect([...ROLES, 'anybody']).toContain(role);
});

test('the description is OpenAPI 3.1', async () => {
  expect(await new Validator().validate(openApi('local') as never)).toEqual({ valid: true });
});

const id = '0'.repeat(24);
const uuid = '5e9a1c0e-0d5f-4b8e-9d57-3a1f6c2b7d11';
const seen = { bank_hash: 'a', counterparty_hash: 'b', differences_hash: 'c' };
const said = { event_id: uuid, reason: 'OTHER', comment: 'why' };
const tried = { trade_key: id, key: 'fixed rate', field: 'fixed_rate', for: 'everybody' };
/** A body that fits, of each call that takes one. */
const BODIES: Readonly<Record<string, object>> = {
  'post /api/cases/{id}/assign': { ...said, assignee: 'ben' },
  'post /api/cases/{id}/comment': said,
  'post /api/cases/{id}/accept': { ...said, seen },
  'post /api/cases/{id}/reject': { ...said, seen },
  'post /api/cases/{id}/close': said,
  'post /api/cases/{id}/reopen': said,
  'post /api/cases/{id}/approve': { ...said, proposal: 'e3' },
  'post /api/cases/{id}/refuse': { ...said, proposal: 'e3' },
  'post /api/cases/{id}/correct': {
    ...{ ...said, side: 'BANK', field: 'fixed_rate', literal: '2.4 %', dates: 'day-first', document_hash: 'a' },
    ...{ page: 1, box: { x: 1, y: 1, width: 1, height: 1 } },
  },
  'post /api/bulk': { command: 'assign', cases: [{ case_id: id, event_id: uuid }], assignee: 'ben' },
  'put /api/views/{name}': { query: 'tab=mine' },
  'post /api/document/redrive': { key: 'BANK/2026/11/23/a.pdf' },
  'post /api/uploads': { upload_id: uuid, source: 'BANK', name: 'a.pdf', size: 5 },
  'post /api/profiles': { json: '{}', proposal_id: uuid, comment: 'why' },
  'post /api/profiles/diff': { json: '{}' },
  'post /api/profiles/dry-run': { json: '{}', days: 7 },
  'post /api/profiles/{version}/approve': { comment: 'why' },
  'post /api/profiles/{version}/restore': { comment: 'why', proposal_id: uuid },
  'post /api/wordings': { ...tried, wording_id: uuid, comment: 'why' },
  'post /api/wordings/replay': { ...tried, days: 7 },
  'post /api/wordings/{id}/accept': { comment: 'why' },
  'post /api/wordings/{id}/refuse': { comment: 'why' },
};

type Operation = {
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: object } } };
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: { readonly type?: string; readonly enum?: readonly string[] };
  }[];
};
const published = Object.entries(openApi('local').paths).flatMap(([path, operations]) =>
  Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })),
);
const asked = (path: string) =>
  path
    .replace('{version}', '1')
    .replace('{name}', 'mine')
    .replaceAll(/\{\w+\}/g, id);

/** A body, and what it becomes where a part of it, at any depth, is missing or something else. */
function* changed(body: object): Generator<object> {
  yield body;
  for (const [name, value] of Object.entries(body)) {
    const { [name as never]: _gone, ...rest } = body;
    yield rest;
    for (const other of [null, '', {}, [], -1, 1.5, 'x'.repeat(4_001)]) yield { ...body, [name]: other };
    if (Array.isArray(value)) for (const each of changed(value[0])) yield { ...body, [name]: [each] };
    else if (typeof value === 'object') for (const each of changed(value)) yield { ...body, [name]: each };
  }
}

test('every body is refused where it is not as published, and only there', async () => {
  const ajv = new Ajv2020({ strict: false, formats: { uuid: true, date: true } });
  const withBody = published.filter(({ operation }) => operation.requestBody);
  expect(withBody.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(BODIES).sort());
  for (const { method, path, operation } of withBody) {
    const fits = ajv.compile(operation.requestBody?.content['application/json'].schema ?? false);
    const seen = { true: 0, false: 0 };
    for (const body of changed(BODIES[`${method} ${path}`] ?? {})) {
      const init = { method: method.toUpperCase(), headers: { 'x-desk': '1', 'content-type': 'application/json' } };
      const { status } = await app.request(asked(path), { ...init, body: JSON.stringify(body) });
      const isFitting = fits(body);
      seen[`${isFitting}`]++;
      const what = `${method} ${path} ${JSON.stringify(body).slice(0, 300)}`;
      expect(`${what}: ${status !== 400}`).toBe(`${what}: ${isFitting}`);
    }
    expect(seen.true, path).toBeGreaterThan(0);
    expect(seen.false, path).toBeGreaterThan(0);
  }
});

/** A query that fits, of each call that needs one. */
const QUERIES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/api/cases/{id}/reading': { side: 'BANK', field: 'fixed_rate', literal: '2.4 %' },
  '/api/chasers': { cases: `${id},${id}` },
  '/api/document': { key: 'BANK/a.pdf' },
  '/api/document/labels': { key: 'BANK/a.pdf' },
};

test('every query is taken as it is published', async () => {
  // A stream that finds no table says so.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const statusOf = async (path: string, query: Readonly<Record<string, string>>) => {
    const response = await app.request(`${asked(path)}?${new URLSearchParams(query)}`);
    await response.body?.cancel().catch(() => {});
    return response.status;
  };
  let asking = 0;
  for (const { path, operation } of published) {
    const example = QUERIES[path] ?? {};
    for (const { name, required, schema } of operation.parameters.filter((each) => each.in === 'query')) {
      asking++;
      const { [name]: _gone, ...rest } = example;
      expect((await statusOf(path, rest)) === 400, `${path} without ${name}`).toBe(required);
      if (schema.enum || schema.type === 'integer')
        expect(await statusOf(path, { ...example, [name]: 'nonsense' }), `${path} ${name}`).toBe(400);
      for (const each of schema.enum ?? [])
        expect(await statusOf(path, { ...example, [name]: each }), `${path} ${name}`).not.toBe(400);
    }
  }
  expect(asking).toBeGreaterThan(20);
});
