import * as z from 'zod';
import * as answers from './answer-shapes.ts';
import { COMMANDS } from './case-commands.ts';
import type { Role } from './people.ts';
import * as requests from './request-shapes.ts';

/** What a call takes and gives: the shapes that the routes hold requests to. */
interface Shapes {
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON of a shape, or another media type. */
  readonly answer: z.ZodType | 'text/csv' | 'text/event-stream' | 'application/octet-stream';
}

/** A call of the API: who may make it, and what it is for. */
export interface ApiRoute extends Shapes {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/cases/{id}`. */
  readonly path: string;
  /** The least that a person's role must be; of `/api/people` nobody need be known, and only `local` answers. */
  readonly role: Role | 'anybody';
  readonly what: string;
}

const route = (
  method: ApiRoute['method'],
  path: string,
  role: ApiRoute['role'],
  what: string,
  shapes: Shapes,
): ApiRoute => ({ method, path, role, what, ...shapes });

const command = (name: keyof typeof COMMANDS, what: string): ApiRoute => {
  const { role, shape: body } = COMMANDS[name];
  return route('post', `/api/cases/{id}/${name}`, role, what, { body, answer: answers.decidedAnswer });
};

/** Every call of the API: what is published, and what the tests of roles go by. */
export const API_ROUTES: readonly ApiRoute[] = [
  route('get', '/api/openapi.json', 'viewer', 'This description', { answer: z.looseObject({ openapi: z.string() }) }),
  route('get', '/api/people', 'anybody', 'People to switch between, where nobody signs in', {
    answer: answers.peopleAnswer,
  }),
  route('get', '/api/session', 'viewer', 'Who asks, and the reasons of decisions', { answer: answers.sessionAnswer }),
  route('get', '/api/cases', 'viewer', 'A page of the queue', {
    query: requests.queueShape,
    answer: answers.casesAnswer,
  }),
  route('get', '/api/queue.csv', 'viewer', 'All of what the queue shows, for spreadsheets', {
    query: requests.queueShape,
    answer: 'text/csv',
  }),
  route('get', '/api/queue/changes', 'viewer', 'A stream that says when the queue has changed', {
    query: requests.queueShape,
    answer: 'text/event-stream',
  }),
  route('get', '/api/cases/{id}', 'viewer', 'All that one screen shows of a break', { answer: answers.breakAnswer }),
  route(
    'get',
    '/api/cases/{id}/reading',
    'viewer',
    'What the reader makes of words that are pointed at; writes nothing',
    { query: requests.readingShape, answer: answers.readingAnswer },
  ),
  command('assign', 'Gives a case to somebody, or to nobody'),
  command('comment', 'Comments on a case'),
  command('accept', 'Accepts a difference, or proposes to where it takes two people'),
  command('reject', 'Rejects a difference'),
  command('close', 'Closes a case'),
  command('reopen', 'Opens a decided case again'),
  route('post', '/api/cases/{id}/correct', 'analyst', 'Corrects a value by the words that state it', {
    body: requests.correctionShape,
    answer: answers.correctedAnswer,
  }),
  command('approve', "Approves another person's proposal"),
  command('refuse', "Refuses another person's proposal"),
  route('post', '/api/bulk', 'analyst', 'Assigns or comments on up to 100 cases', {
    body: requests.bulkShape,
    answer: answers.bulkAnswer,
  }),
  route('get', '/api/chasers', 'analyst', 'Letters to counterparties, as drafts', {
    query: requests.chasersShape,
    answer: answers.chasersAnswer,
  }),
  route('get', '/api/views', 'viewer', "One's own saved views", { answer: answers.viewsAnswer }),
  route('put', '/api/views/{name}', 'viewer', 'Keeps a view', {
    body: requests.viewShape,
    answer: answers.keptViewAnswer,
  }),
  route('delete', '/api/views/{name}', 'viewer', 'Forgets a view', { answer: answers.forgottenViewAnswer }),
  route('get', '/api/documents', 'viewer', 'Documents of a day with their outcomes', {
    query: requests.documentsShape,
    answer: answers.documentsAnswer,
  }),
  route('get', '/api/document', 'viewer', 'What is known of one document', {
    query: requests.documentShape,
    answer: answers.documentAnswer,
  }),
  route('get', '/api/document/labels', 'viewer', 'Labels of a refused document that no list has', {
    query: requests.documentShape,
    answer: answers.labelsAnswer,
  }),
  route('post', '/api/document/redrive', 'analyst', 'Puts a failed document back', {
    body: requests.documentShape,
    answer: answers.redriveAnswer,
  }),
  route('post', '/api/uploads', 'analyst', 'A form by which a browser uploads one document', {
    body: requests.uploadShape,
    answer: answers.uploadAnswer,
  }),
  route('get', '/api/profiles', 'viewer', 'Every version of the matching profiles', { answer: answers.profilesAnswer }),
  route('post', '/api/profiles', 'analyst', 'Proposes profiles', {
    body: requests.profilesProposalShape,
    answer: answers.versionAnswer,
  }),
  route('post', '/api/profiles/diff', 'viewer', 'What differs from the active profiles; writes nothing', {
    body: requests.profilesShape,
    answer: answers.differencesAnswer,
  }),
  route('post', '/api/profiles/dry-run', 'analyst', 'Which stored pairs would have another status; writes nothing', {
    body: requests.dryRunShape,
    answer: answers.dryRunAnswer,
  }),
  route('post', '/api/profiles/{version}/approve', 'approver', "Approves another person's profiles", {
    body: requests.profilesApprovalShape,
    answer: answers.versionAnswer,
  }),
  route('post', '/api/profiles/{version}/restore', 'analyst', 'Proposes an earlier version again', {
    body: requests.profilesRestorationShape,
    answer: answers.versionAnswer,
  }),
  route('get', '/api/wordings', 'viewer', 'Labels that state a field, proposed and decided', {
    answer: answers.wordingsAnswer,
  }),
  route('post', '/api/wordings', 'analyst', 'Proposes that a label states a field', {
    body: requests.wordingProposalShape,
    answer: answers.wordingAnswer,
  }),
  route('post', '/api/wordings/replay', 'analyst', 'What it would read of stored documents; writes nothing', {
    body: requests.replayShape,
    answer: answers.replayAnswer,
  }),
  route('post', '/api/wordings/{id}/accept', 'approver', "Accepts another person's wording", {
    body: requests.wordingDecisionShape,
    answer: answers.wordingAnswer,
  }),
  route('post', '/api/wordings/{id}/refuse', 'approver', "Refuses another person's wording", {
    body: requests.wordingDecisionShape,
    answer: answers.wordingAnswer,
  }),
  route('get', '/api/trades/{key}', 'viewer', 'All that happened to a trade', { answer: answers.storyAnswer }),
  route('get', '/api/trades/{key}/story.json', 'viewer', 'The same as a file', { answer: answers.storyAnswer }),
  route('get', '/api/trades/{key}/story.csv', 'viewer', 'The same for spreadsheets', { answer: 'text/csv' }),
  route('get', '/api/trades/{key}/document', 'viewer', "The bytes of a trade's document, from where it was filed", {
    answer: 'application/octet-stream',
  }),
  route(
    'get',
    '/api/trades/{key}/words',
    'analyst',
    'The words of a page that is a picture, read now; writes nothing',
    {
      query: requests.pageShape,
      answer: answers.pageWordsAnswer,
    },
  ),
  route('get', '/api/find', 'viewer', 'The trade, or trades, that a text names', {
    query: requests.findShape,
    answer: answers.findAnswer,
  }),
];

const ERRORS: Readonly<Record<number, string>> = {
  400: 'It does not fit; the message names the field',
  401: 'Nobody is signed in',
  403: 'The role does not allow it, or the header of writes is missing',
  404: 'There is no such thing',
  409: 'It has changed since it was looked at',
  422: 'It is not possible as things stand',
  429: 'The readers of scans are busy: ask again after the seconds of Retry-After',
  503: 'The desk cannot answer now; nothing was written',
};

/** The API as OpenAPI 3.1 describes it. Every error is `{ error: { code, message } }`, whose message is for a person. */
export function openApi(environment: string) {
  const paths: Record<string, Record<string, object>> = {};
  for (const { method, path, role, what, query, body, answer } of API_ROUTES) {
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
          ...(query ? queryParameters(query) : []),
          ...(writes ? [header] : []),
        ],
        ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
        responses: {
          200: {
            description: 'Done',
            content: typeof answer === 'string' ? { [answer]: { schema: { type: 'string' } } } : json(answer, 'output'),
          },
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

/** OpenAPI 3.1's schemas are JSON Schema 2020-12, which is what zod writes. */
function json(shape: z.ZodType, io: 'input' | 'output') {
  return { 'application/json': { schema: schemaOf(shape, io) } };
}

function schemaOf(shape: z.ZodType, io: 'input' | 'output') {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io });
  return schema;
}

function queryParameters(query: z.ZodObject) {
  const { properties = {}, required = [] } = schemaOf(query, 'input');
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: 'query', required: required.includes(name), schema },
  }));
}
