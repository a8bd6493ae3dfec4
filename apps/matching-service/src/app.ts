import { awsFailure } from '@trade-matching/aws-runtime';
import type { EmitServiceMetric, RequestError } from '@trade-matching/dashboards/metrics';
import {
  PROCESS_HEADERS,
  type ProcessRequest,
  processAnswerSchema,
  processRequestSchema,
} from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail } from './failures.ts';
import { openApiDocument } from './openapi.ts';
import type { ProcessOutcome } from './process-document.ts';
import { UnpublishableError } from './publish-pending.ts';

export interface AppOptions {
  /** Whether an `Authorization` header lets its sender in. */
  readonly accept: (authorization: string | undefined) => Promise<boolean>;
  /** The only bucket that is read from. */
  readonly documentsBucket: string;
  readonly process: (request: ProcessRequest) => Promise<ProcessOutcome>;
  /** Whether the tables and the reader are there; a sentence where they are not. */
  readonly ready: () => Promise<string | undefined>;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly emit: EmitServiceMetric;
}

const MAX_REQUEST_BYTES = 64 * 1024;

/** `POST /process`, `GET /health/live`, `GET /health/ready` (M7), and what they are, `GET /openapi.json`. */
export function createApp({ accept, documentsBucket, process, ready, log, emit }: AppOptions): Hono {
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

  app.post(
    '/process',
    bodyLimit({
      maxSize: MAX_REQUEST_BYTES,
      onError: (c) => failCall(c, 'REQUEST_TOO_LARGE', `The request is over ${MAX_REQUEST_BYTES} bytes.`),
    }),
    async (c) => {
      if (!(await accept(c.req.header('Authorization')))) {
        return failCall(c, 'UNAUTHORIZED', 'The request needs the bearer token of the service.', {
          'WWW-Authenticate': 'Bearer',
        });
      }
      const body: unknown = await c.req.json().catch(() => undefined);
      const parsed = processRequestSchema.safeParse(body);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue?.path.join('.') || 'the body';
        return failCall(c, 'INVALID_REQUEST', `${where}: ${issue?.message ?? 'does not fit'}`);
      }
      if (parsed.data.s3_bucket !== documentsBucket) {
        return failCall(c, 'INVALID_REQUEST', `s3_bucket: must be ${documentsBucket}`);
      }
      const started = performance.now();
      const outcome = await process(parsed.data);
      const milliseconds = Math.round(performance.now() - started);
      emit('RequestTime', milliseconds);
      log('info', outcome.kind, {
        ...callOf(c),
        document_id: parsed.data.unique_identifier,
        key: parsed.data.s3_key,
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
      if (outcome.kind === 'later') {
        return failCall(c, outcome.code, outcome.message, { 'Retry-After': String(outcome.retryAfterSeconds) });
      }
      return answer(c, outcome);
    },
  );

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
