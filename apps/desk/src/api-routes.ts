import type { Role } from './people.ts';

/** A call of the API: who may make it, and what it is for. */
export interface ApiRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: string;
  /** The least that a person's role must be; of `/api/people` nobody need be known, and only `local` answers. */
  readonly role: Role | 'anybody';
  readonly what: string;
}

const route = (method: ApiRoute['method'], path: string, role: ApiRoute['role'], what: string): ApiRoute => ({
  ...{ method, path, role, what },
});

/** Every call of the API: what is published, and what the tests of roles go by. */
export const API_ROUTES: readonly ApiRoute[] = [
  route('get', '/api/openapi.json', 'viewer', 'This description'),
  route('get', '/api/people', 'anybody', 'People to switch between, where nobody signs in'),
  route('get', '/api/session', 'viewer', 'Who asks, and the reasons of decisions'),
  route('get', '/api/cases', 'viewer', 'A page of the queue'),
  route('get', '/api/queue.csv', 'viewer', 'All of what the queue shows, for spreadsheets'),
  route('get', '/api/queue/changes', 'viewer', 'A stream that says when the queue has changed'),
  route('get', '/api/cases/{id}', 'viewer', 'All that one screen shows of a break'),
  route(
    'get',
    '/api/cases/{id}/reading',
    'viewer',
    'What the reader makes of words that are pointed at; writes nothing',
  ),
  route('post', '/api/cases/{id}/assign', 'analyst', 'Gives a case to somebody, or to nobody'),
  route('post', '/api/cases/{id}/comment', 'analyst', 'Comments on a case'),
  route('post', '/api/cases/{id}/accept', 'analyst', 'Accepts a difference, or proposes to where it takes two people'),
  route('post', '/api/cases/{id}/reject', 'analyst', 'Rejects a difference'),
  route('post', '/api/cases/{id}/close', 'analyst', 'Closes a case'),
  route('post', '/api/cases/{id}/reopen', 'analyst', 'Opens a decided case again'),
  route('post', '/api/cases/{id}/correct', 'analyst', 'Corrects a value by the words that state it'),
  route('post', '/api/cases/{id}/approve', 'approver', "Approves another person's proposal"),
  route('post', '/api/cases/{id}/refuse', 'approver', "Refuses another person's proposal"),
  route('post', '/api/bulk', 'analyst', 'Assigns or comments on up to 100 cases'),
  route('get', '/api/chasers', 'analyst', 'Letters to counterparties, as drafts'),
  route('get', '/api/views', 'viewer', "One's own saved views"),
  route('put', '/api/views/{name}', 'viewer', 'Keeps a view'),
  route('delete', '/api/views/{name}', 'viewer', 'Forgets a view'),
  route('get', '/api/documents', 'viewer', 'Documents of a day with their outcomes'),
  route('get', '/api/document', 'viewer', 'What is known of one document'),
  route('post', '/api/document/redrive', 'analyst', 'Puts a failed document back'),
  route('post', '/api/uploads', 'analyst', 'A form by which a browser uploads one document'),
  route('get', '/api/profiles', 'viewer', 'Every version of the matching profiles'),
  route('post', '/api/profiles', 'analyst', 'Proposes profiles'),
  route('post', '/api/profiles/diff', 'viewer', 'What differs from the active profiles; writes nothing'),
  route('post', '/api/profiles/dry-run', 'analyst', 'Which stored pairs would have another status; writes nothing'),
  route('post', '/api/profiles/{version}/approve', 'approver', "Approves another person's profiles"),
  route('post', '/api/profiles/{version}/restore', 'analyst', 'Proposes an earlier version again'),
  route('get', '/api/wordings', 'viewer', 'Labels that state a field, proposed and decided'),
  route('post', '/api/wordings', 'analyst', 'Proposes that a label states a field'),
  route('post', '/api/wordings/replay', 'analyst', 'What it would read of stored documents; writes nothing'),
  route('post', '/api/wordings/{id}/accept', 'approver', "Accepts another person's wording"),
  route('post', '/api/wordings/{id}/refuse', 'approver', "Refuses another person's wording"),
  route('get', '/api/trades/{key}', 'viewer', 'All that happened to a trade'),
  route('get', '/api/trades/{key}/story.json', 'viewer', 'The same as a file'),
  route('get', '/api/trades/{key}/story.csv', 'viewer', 'The same for spreadsheets'),
  route('get', '/api/trades/{key}/document', 'viewer', "The bytes of a trade's document, from where it was filed"),
  route('get', '/api/find', 'viewer', 'The trade, or trades, that a text names'),
];

const ERRORS: Readonly<Record<number, string>> = {
  400: 'It does not fit; the message names the field',
  401: 'Nobody is signed in',
  403: 'The role does not allow it, or the header of writes is missing',
  404: 'There is no such thing',
  409: 'It has changed since it was looked at',
  422: 'It is not possible as things stand',
  503: 'The desk cannot answer now; nothing was written',
};

/** The API as OpenAPI 3.1 describes it. Every error is `{ error: { code, message } }`, whose message is for a person. */
export function openApi(environment: string) {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, role, what } of API_ROUTES) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const writes = method !== 'get';
    const header = { name: 'x-desk', in: 'header', required: true, schema: { type: 'string' } };
    paths[path] = {
      ...paths[path],
      [method]: {
        summary: what,
        'x-role': role,
        parameters: [
          ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
          ...(writes ? [header] : []),
        ],
        ...(writes && method !== 'delete'
          ? { requestBody: { required: true, content: { 'application/json': { schema: { type: 'object' } } } } }
          : {}),
        responses: {
          200: { description: 'Done' },
          ...Object.fromEntries(
            Object.entries(ERRORS).map(([status, description]) => [
              status,
              { description, content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } } },
            ]),
          ),
        },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: `The desk of ${environment}`, version: '1' },
    paths,
    components: {
      schemas: {
        Error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
    },
  };
}
