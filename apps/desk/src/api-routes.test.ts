import type { Account } from '@trade-matching/account';
import { deskMetrics } from '@trade-matching/dashboards/metrics';
import { expect, test } from 'vitest';
import { API_ROUTES, openApi } from './api-routes.ts';
import { COMMANDS, createApp } from './app.ts';
import { ROLES } from './people.ts';

/** No call of it is made: its routes are looked at. */
const account = {
  environment: 'local',
  names: { casesTable: 'cases', documentsBucket: 'documents' },
  client: {},
} as unknown as Account;
const app = createApp({
  ...{ account, region: 'eu-west-1', identify: async () => undefined, now: () => '', log: () => {} },
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
