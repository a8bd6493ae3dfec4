import { awsFailure } from '@trade-matching/aws-runtime';
import type { EmitServiceMetric, RequestError } from '@trade-matching/dashboards/metrics';
import {
  contentKey,
  type PageWordsRequest,
  type PairAnewRequest,
  PROCESS_HEADERS,
  type ProcessRequest,
  pageWordsAnswerSchema,
  pageWordsRequestSchema,
  pairAnewAnswerSchema,
  pairAnewRequestSchema,
  processAnswerSchema,
  processRequestSchema,
  type ReadAnewRequest,
  readAnewAnswerSchema,
  readAnewRequestSchema,
} from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import type * as z from 'zod/mini';
import { fail } from './failures.ts';
import { openApiDocument } from './openapi.ts';
import type { PageWordsOutcome } from './page-words.ts';
import type { PairAnewOutcome } from './pair-anew.ts';
import type { Later, ProcessOutcome } from './process-document.ts';
import { UnpublishableError } from './publish-pending.ts';
import type { Looked, ReadAnewOutcome } from './read-anew.ts';
import { type BodyLimits, readBody } from './read-body.ts';

export interface AppOptions {
  /** Whether an `Authorization` header lets its sender in. */
  readonly accept: (authorization: string | undefined) => Promise<boolean>;
  /** The only bucket that is read from. */
  readonly documentsBucket: string;
  readonly process: (request: ProcessRequest) => Promise<ProcessOutcome>;
  readonly pairAnew: (request: PairAnewRequest) => Promise<PairAnewOutcome>;
  readonly readAnew: (request: ReadAnewRequest) => Promise<ReadAnewOutcome>;
  readonly pageWords: (request: PageWordsRequest) => Promise<PageWordsOutcome>;
  /** Whether the tables and the reader are there; a sentence where they are not. */
  readonly ready: () => Promise<string | undefined>;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly emit: EmitServiceMetric;
  readonly bodyLimits?: BodyLimits;
}

const BODY_LIMITS: BodyLimits = { maxBytes: 64 * 1024, timeoutMs: 10_000 };

/** `POST /process`, `POST /pair-anew`, `POST /read-anew`, `POST /page-words`, `GET /health/live`, `GET /health/ready` (M7), and what they are, `GET /openapi.json`. */
export function createApp({
  accept,
  documentsBucket,
  process,
  pairAnew,
  readAnew,
  pageWords,
  ready,
  log,
  emit,
  bodyLimits = BODY_LIMITS,
}: AppOptions): Hono {
  const app = new Hono();
  /** An answer that says nothing of the document. */
  const failCall = (c: Context, code: RequestError, message: string, headers = {}) => {
    emit('RequestErrors', 1, { ErrorCode: code });
    return fail(c, code, message, headers);
  };
  const description = openApiDocument();

  app.get('/openapi.json', (c) => c.json(description));

  app.get('/health/live', (c) => c.json({ status: 'live' }));

  app.get('/health/ready', async (c) => {
    const missing = await ready();
    return missing === undefined ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', message: missing }, 503);
  });

  /** The body of an authenticated call, or the answer to one that does not fit. */
  const receive = async <T>(c: Context, schema: z.ZodMiniType<T>): Promise<T | Response> => {
    if (!(await accept(c.req.header('Authorization')))) {
      return failCall(c, 'UNAUTHORIZED', 'The request needs the bearer token of the service.', {
        'WWW-Authenticate': 'Bearer',
      });
    }
    const body = await readBody(c.req.raw, bodyLimits);
    if (body.kind === 'too-large') {
      return failCall(c, 'REQUEST_TOO_LARGE', `The request is over ${bodyLimits.maxBytes} bytes.`);
    }
    if (body.kind === 'late') {
      const message = `The body did not come within ${bodyLimits.timeoutMs / 1000} seconds.`;
      return failCall(c, 'REQUEST_TIMEOUT', message, { Connection: 'close' });
    }
    const parsed = schema.safeParse(body.kind === 'text' ? parseJson(body.text) : undefined);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'the body';
    return failCall(c, 'INVALID_REQUEST', `${where}: ${issue?.message ?? 'does not fit'}`);
  };
  const failLater = (c: Context, { code, message, retryAfterSeconds }: Later) =>
    failCall(c, code, message, { 'Retry-After': String(retryAfterSeconds) });

  app.post('/process', async (c) => {
    const request = await receive(c, processRequestSchema);
    if (request instanceof Response) return request;
    const content = contentKey(request.source_type, request.validation_info.doc_hash);
    if ((c.req.header(PROCESS_HEADERS.idempotencyKey) ?? content) !== content) {
      const message = `${PROCESS_HEADERS.idempotencyKey}: must be ${content}, which the body is about, or be left out`;
      return failCall(c, 'INVALID_REQUEST', message);
    }
    if (request.s3_bucket !== documentsBucket) {
      return failCall(c, 'INVALID_REQUEST', `s3_bucket: must be ${documentsBucket}`);
    }
    const started = performance.now();
    const outcome = await process(request);
    const milliseconds = Math.round(performance.now() - started);
    emit('RequestTime', milliseconds);
    log('info', outcome.kind, {
      ...callOf(c),
      document_id: request.unique_identifier,
      key: request.s3_key,
      milliseconds,
      ...(outcome.kind === 'refused' ? { reason: outcome.refusal.reason } : {}),
      ...(outcome.kind === 'processed'
        ? {
            match: outcome.answer.match.status,
            trade_key: outcome.answer.trade_key,
            match_id: outcome.answer.match.match_id,
          }
        : {}),
    });
    return outcome.kind === 'later' ? failLater(c, outcome) : answer(c, outcome);
  });

  app.post('/pair-anew', async (c) => {
    const request = await receive(c, pairAnewRequestSchema);
    if (request instanceof Response) return request;
    const outcome = await pairAnew(request);
    log('info', `pair anew: ${outcome.kind}`, { ...callOf(c), trade_keys: request.trade_keys });
    switch (outcome.kind) {
      case 'paired':
        return c.json(pairAnewAnswerSchema.parse(outcome.answer));
      case 'no-such-trade':
        return fail(c, 'NOT_FOUND', outcome.message);
      case 'refused':
        return fail(c, outcome.refusal.reason, outcome.refusal.message);
      case 'later':
        return failLater(c, outcome);
    }
  });

  app.post('/read-anew', async (c) => {
    const request = await receive(c, readAnewRequestSchema);
    if (request instanceof Response) return request;
    const outcome = await readAnew(request);
    log('info', `read anew: ${outcome.kind}`, { ...callOf(c), key: request.s3_key });
    return outcome.kind === 'later' ? failLater(c, outcome) : answerLooked(c, outcome, readAnewAnswerSchema);
  });

  app.post('/page-words', async (c) => {
    const request = await receive(c, pageWordsRequestSchema);
    if (request instanceof Response) return request;
    const outcome = await pageWords(request);
    log('info', `words of a page: ${outcome.kind}`, { ...callOf(c), key: request.s3_key, page: request.page });
    return outcome.kind === 'later' ? failLater(c, outcome) : answerLooked(c, outcome, pageWordsAnswerSchema);
  });

  app.notFound((c) => fail(c, 'NOT_FOUND', `There is no ${c.req.method} ${c.req.path}.`));
  app.onError((error, c) => {
    log('error', error.message, { ...callOf(c), error: error.name, stack: error.stack });
    if (awsFailure(error) === 'configuration' || error instanceof UnpublishableError) {
      return failCall(c, 'MISCONFIGURED', `AWS refuses a call of the service (${error.name}).`);
    }
    return failCall(c, 'UNAVAILABLE', 'The service cannot answer now.', { 'Retry-After': '5' });
  });
  return app;
}

/** What the caller says of its call: the processor sends the document's id, so one id follows a document through both logs. */
function callOf(c: Context) {
  return {
    request_id: c.req.header(PROCESS_HEADERS.requestId),
    document_id: c.req.header(PROCESS_HEADERS.requestId),
    source: c.req.header(PROCESS_HEADERS.sourceType),
  };
}

function answer(c: Context, outcome: Exclude<ProcessOutcome, { kind: 'later' }>): Response {
  switch (outcome.kind) {
    case 'processed':
      // An answer that does not fit the contract is not sent: it would be read as something else.
      return c.json(processAnswerSchema.parse(outcome.answer));
    case 'refused':
      return fail(c, outcome.refusal.reason, outcome.refusal.message);
  }
}

/** What was looked up of a filed document. */
function answerLooked<T>(
  c: Context,
  outcome: Exclude<Looked<T>, { kind: 'later' }>,
  schema: z.ZodMiniType<T>,
): Response {
  return outcome.kind === 'read' ? c.json(schema.parse(outcome.answer)) : fail(c, 'NOT_FOUND', outcome.message);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
