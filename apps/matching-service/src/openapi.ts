import {
  PROCESS_HEADERS,
  pageWordsAnswerSchema,
  pageWordsRequestSchema,
  pairAnewAnswerSchema,
  pairAnewRequestSchema,
  processAnswerSchema,
  processErrorWith,
  processRequestSchema,
  readAnewAnswerSchema,
  readAnewRequestSchema,
} from '@trade-matching/domain';
import * as z from 'zod/mini';
import { CODES_BY_STATUS, TRANSIENT } from './failures.ts';
import { liveSchema, notReadySchema, readySchema } from './health.ts';

const MEANINGS: Readonly<Record<number, string>> = {
  400: 'The body does not fit; the message names the field.',
  401: 'The bearer token is missing or wrong.',
  404: 'There is no such address, or no such trade.',
  408: 'The body did not come in time.',
  409: 'The document is being changed elsewhere, or is not what the request says: come again.',
  413: 'The request is too large.',
  422: 'The document is refused for good, for this reason.',
  429: 'As many documents as can wait are waiting: come again.',
  500: 'AWS refuses a call of the service, whichever document it is for; its permissions or resources must be put right.',
  503: 'The service cannot answer now: come again.',
};

const IDEMPOTENCY_KEY =
  'Where it is sent, it names the content that the body does: `<source_type>#<validation_info.doc_hash>`. A document is processed once for its content, with or without it.';

/** The service as OpenAPI 3.1, from the very schemas that requests and answers are held to (M7). */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Trade Matching: matching service',
      version: '1.0.0',
      description: 'Reads trade confirmations, pairs them with the other side and says field by field what agrees.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths: {
      '/process': {
        post: {
          operationId: 'processDocument',
          summary: 'Reads a document, stores its trade, and matches it. Safe to repeat.',
          security: [{ bearer: [] }],
          parameters: Object.values(PROCESS_HEADERS).map((name) => ({
            name,
            in: 'header',
            required: false,
            schema: { type: 'string' },
            ...(name === PROCESS_HEADERS.idempotencyKey ? { description: IDEMPOTENCY_KEY } : {}),
          })),
          requestBody: { required: true, content: json(processRequestSchema, 'input') },
          responses: {
            200: { description: 'The document was read, now or before.', content: json(processAnswerSchema) },
            ...Object.fromEntries([...CODES_BY_STATUS.keys()].map((status) => [status, failure(status)])),
          },
        },
      },
      '/pair-anew': {
        post: {
          operationId: 'pairAnew',
          summary: 'Pairs and compares stored trades anew, so that what a person decided takes effect. Safe to repeat.',
          description:
            'Writes, publishes and changes cases as another document of these trades would. Nothing is written where all is as it must be.',
          security: [{ bearer: [] }],
          requestBody: { required: true, content: json(pairAnewRequestSchema, 'input') },
          responses: {
            200: { description: 'Where each trade is now.', content: json(pairAnewAnswerSchema) },
            ...Object.fromEntries([...CODES_BY_STATUS.keys()].map((status) => [status, failure(status)])),
          },
        },
      },
      '/read-anew': {
        post: {
          operationId: 'readAnew',
          summary: 'Reads a filed document again, as one that comes now would be. Writes nothing.',
          description: 'Says which of its labels no list has, and what a label would read if it stated a field.',
          security: [{ bearer: [] }],
          requestBody: { required: true, content: json(readAnewRequestSchema, 'input') },
          responses: {
            200: { description: 'What was read.', content: json(readAnewAnswerSchema) },
            ...Object.fromEntries([...CODES_BY_STATUS.keys()].map((status) => [status, failure(status)])),
          },
        },
      },
      '/page-words': {
        post: {
          operationId: 'pageWords',
          summary: 'The words of a page of a filed document, where the page is a picture. Writes nothing.',
          description:
            'Read in the lane of scans: 429 where as many scans wait as may. Confidence and boxes are those of the scan.',
          security: [{ bearer: [] }],
          requestBody: { required: true, content: json(pageWordsRequestSchema, 'input') },
          responses: {
            200: {
              description: 'The words, or that the page has text of its own.',
              content: json(pageWordsAnswerSchema),
            },
            ...Object.fromEntries([...CODES_BY_STATUS.keys()].map((status) => [status, failure(status)])),
          },
        },
      },
      '/health/live': {
        get: {
          operationId: 'live',
          summary: 'Whether the process runs.',
          security: [],
          responses: { 200: { description: 'It does.', content: json(liveSchema) } },
        },
      },
      '/health/ready': {
        get: {
          operationId: 'ready',
          summary: 'Whether documents can be taken: its tables and secrets are there.',
          security: [],
          responses: {
            200: { description: 'They can.', content: json(readySchema) },
            503: { description: 'They cannot; the message says why.', content: json(notReadySchema) },
          },
        },
      },
      '/openapi.json': {
        get: {
          operationId: 'describe',
          summary: 'This document.',
          security: [],
          responses: { 200: { description: 'OpenAPI 3.1.', content: json(z.looseObject({ openapi: z.string() })) } },
        },
      },
    },
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  };
}

function failure(status: Parameters<typeof TRANSIENT.has>[0]) {
  const codes = z.enum((CODES_BY_STATUS.get(status) ?? []) as [string, ...string[]]);
  const retryAfter = {
    'Retry-After': { required: true, description: 'Seconds.', schema: { type: 'integer', minimum: 1 } },
  };
  return {
    description: MEANINGS[status] ?? '',
    ...(TRANSIENT.has(status) ? { headers: retryAfter } : {}),
    content: json(processErrorWith(codes)),
  };
}

/** OpenAPI 3.1's schemas are JSON Schema 2020-12, which is what zod writes. */
function json(schema: z.ZodMiniType, io: 'input' | 'output' = 'output') {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io });
  return { 'application/json': { schema: rest } };
}
