import {
  isReason,
  PROCESS_HEADERS,
  type ProcessError,
  type ProcessRequest,
  processRequestSchema,
} from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ProcessOutcome } from './process-document.ts';

export interface AppOptions {
  /** Whether an `Authorization` header lets its sender in. */
  readonly accept: (authorization: string | undefined) => Promise<boolean>;
  /** The only bucket that is read from. */
  readonly documentsBucket: string;
  readonly process: (request: ProcessRequest) => Promise<ProcessOutcome>;
  /** Whether the tables and the reader are there; a sentence where they are not. */
  readonly ready: () => Promise<string | undefined>;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

const MAX_REQUEST_BYTES = 64 * 1024;

/** `POST /process`, `GET /health/live`, `GET /health/ready` (M7). */
export function createApp({ accept, documentsBucket, process, ready, log }: AppOptions): Hono {
  const app = new Hono();

  app.get('/health/live', (c) => c.json({ status: 'live' }));

  app.get('/health/ready', async (c) => {
    const missing = await ready();
    return missing === undefined ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', message: missing }, 503);
  });

  app.post(
    '/process',
    bodyLimit({
      maxSize: MAX_REQUEST_BYTES,
      onError: (c) => fail(c, 413, 'REQUEST_TOO_LARGE', `The request is over ${MAX_REQUEST_BYTES} bytes.`),
    }),
    async (c) => {
      if (!(await accept(c.req.header('Authorization')))) {
        return fail(c, 401, 'UNAUTHORIZED', 'The request needs the bearer token of the service.', {
          'WWW-Authenticate': 'Bearer',
        });
      }
      const body: unknown = await c.req.json().catch(() => undefined);
      const parsed = processRequestSchema.safeParse(body);
      if (!parsed.success) {
        const [issue] = parsed.error.issues;
        const where = issue?.path.join('.') || 'the body';
        return fail(c, 400, 'INVALID_REQUEST', `${where}: ${issue?.message ?? 'does not fit'}`);
      }
      if (parsed.data.s3_bucket !== documentsBucket) {
        return fail(c, 400, 'INVALID_REQUEST', `s3_bucket: must be ${documentsBucket}`);
      }
      const started = performance.now();
      const outcome = await process(parsed.data);
      log('info', outcome.kind, {
        request_id: c.req.header(PROCESS_HEADERS.requestId),
        document_id: parsed.data.unique_identifier,
        key: parsed.data.s3_key,
        source: parsed.data.source_type,
        milliseconds: Math.round(performance.now() - started),
        ...(outcome.kind === 'refused' ? { reason: outcome.refusal.reason } : {}),
        ...(outcome.kind === 'processed'
          ? { match: outcome.answer.match.status, trade_id: outcome.answer.trade_id }
          : {}),
      });
      return answer(c, outcome);
    },
  );

  app.notFound((c) => fail(c, 404, 'NOT_FOUND', `There is no ${c.req.method} ${c.req.path}.`));
  app.onError((error, c) => {
    log('error', error.message, { error: error.name, stack: error.stack });
    return fail(c, 503, 'UNAVAILABLE', 'The service cannot answer now.', { 'Retry-After': '5' });
  });
  return app;
}

function answer(c: Context, outcome: ProcessOutcome): Response {
  switch (outcome.kind) {
    case 'processed':
      return c.json(outcome.answer);
    case 'refused':
      return fail(
        c,
        422,
        isReason(outcome.refusal.reason) ? outcome.refusal.reason : 'SERVICE_REJECTED',
        outcome.refusal.message,
      );
    case 'later':
      return fail(c, 409, 'TRY_LATER', outcome.message, { 'Retry-After': String(outcome.retryAfterSeconds) });
  }
}

function fail(
  c: Context,
  status: 400 | 401 | 404 | 409 | 413 | 422 | 503,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const body: ProcessError = { error: { code, message } };
  return c.json(body, status, headers);
}
