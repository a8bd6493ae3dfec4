import { type Account, decideCase, documentOf, tradeHistory, uploadAddress } from '@trade-matching/account';
import { CASE_REASONS, type CaseCommand, CaseStore, CursorError } from '@trade-matching/cases';
import type { EmitDeskMetric } from '@trade-matching/dashboards/metrics';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, refusal, type Variables } from './answers.ts';
import { openApi } from './api-routes.ts';
import { breakView } from './break-view.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { COMMANDS } from './case-commands.ts';
import { correctionRoutes } from './correction-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { effectOf } from './effect.ts';
import { measured } from './measured.ts';
import { pageSecurity } from './page-security.ts';
import { type Identify, may, type Person } from './people.ts';
import { profileRoutes } from './profile-routes.ts';
import { queueRoutes } from './queue-routes.ts';
import { caseId } from './request-shapes.ts';
import { tradeRoutes } from './trade-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { wordingRoutes } from './wording-routes.ts';

export interface DeskOptions {
  readonly account: Account;
  /** Of the documents bucket. */
  readonly region: string;
  readonly identify: Identify;
  /** People to switch between, where nobody signs in: the local environment. */
  readonly demonstration?: readonly Person[];
  readonly now: () => string;
  /** Why the desk cannot work now; undefined where it can. */
  readonly ready: () => Promise<string | undefined>;
  readonly emit: EmitDeskMetric;
  /** Ends when the desk stops: what is open for long ends with it. */
  readonly stopping?: AbortSignal;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Without this header nothing is written: a form on another page cannot send it. */
export const WRITE_HEADER = 'x-desk';

/** The desk's API. Every answer of an error is `{ error: { code, message } }`; the message is for a person. */
export function createApp({
  account,
  region,
  identify,
  demonstration,
  now,
  log,
  ready,
  emit,
  stopping,
}: DeskOptions): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const cases = new CaseStore(account.records, account.names.casesTable);

  app.use(pageSecurity(new URL(uploadAddress(account, region)).origin));
  app.get('/health/live', (c) => c.json({ status: 'live' }));
  app.get('/health/ready', async (c) => {
    const why = stopping?.aborted ? 'it is stopping' : await ready();
    if (why === undefined) return c.json({ status: 'ready' });
    log('error', 'not ready', { why });
    return fail(c, 503, 'UNAVAILABLE', 'The desk cannot work now.');
  });
  app.use('/api/*', measured({ emit, log }));

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store');
    if (c.req.path === '/api/people' && demonstration) return next();
    const person = await identify(c.req.raw.headers);
    if (!person) {
      emit('SignInRefusals', 1, { SignInRefusal: 'NOT_SIGNED_IN' });
      return fail(c, 401, 'UNAUTHORIZED', 'Sign in first.');
    }
    if (!may(person, 'viewer')) {
      emit('SignInRefusals', 1, { SignInRefusal: 'NO_ROLE' });
      return fail(c, 403, 'FORBIDDEN', `${person.name} is in no group that may look here.`);
    }
    if (c.req.method !== 'GET' && c.req.header(WRITE_HEADER) === undefined)
      return fail(c, 403, 'FORBIDDEN', `The request lacks the header ${WRITE_HEADER}.`);
    c.set('person', person);
    await next();
  });

  app.get('/api/people', (c) => c.json({ people: demonstration ?? [] }));

  app.get('/api/openapi.json', (c) => c.json(openApi(account.environment)));

  app.get('/api/session', (c) =>
    c.json({ person: c.get('person'), environment: account.environment, reasons: CASE_REASONS, now: now() }),
  );

  const queue = queueRoutes({ cases, now, stopping: stopping ?? new AbortController().signal });
  app.route('/api', queue.routes);
  app.route('/api', bulkRoutes({ account, cases, now, wrote: queue.wrote }));
  app.route('/api', documentRoutes({ account, now, log }));
  app.route('/api', uploadRoutes({ account, now, log }));
  app.route('/api', profileRoutes({ account, now, log }));
  app.route('/api', wordingRoutes({ account, now, log }));
  app.route('/api', tradeRoutes(account, cases));
  app.route('/api', correctionRoutes({ account, cases, now, log, wrote: queue.wrote }));

  app.get('/api/cases/:id', async (c) => {
    const id = caseId.safeParse(c.req.param('id'));
    const view = id.success ? await breakView(account, cases, id.data) : undefined;
    return view ? c.json(view) : fail(c, 404, 'NO_SUCH_CASE', 'There is no such case.');
  });

  app.post('/api/cases/:id/:command', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const name = c.req.param('command');
    if (!isCommand(name)) return fail(c, 404, 'NOT_FOUND', `A case has no ${name}.`);
    const { role, shape } = COMMANDS[name];
    const person = c.get('person');
    if (!may(person, role))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not ${name}: that takes the role ${role}.`);
    const id = caseId.safeParse(c.req.param('id'));
    if (!id.success) return fail(c, 404, 'NO_SUCH_CASE', 'There is no such case.');
    const body = shape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const command = { ...body.data, command: name, case_id: id.data, at: now(), actor: person.id } as CaseCommand;
    const done = await decideCase(account, cases, command);
    if (done.kind === 'refused') return refusal(c, done);
    queue.wrote();
    log('info', 'decided', { case_id: id.data, command: name, actor: person.id, event_id: body.data.event_id });
    return c.json({
      event: done.event,
      ...(await effectOf(account, done.tradeKeys, 'with the next document of either trade')),
    });
  });

  app.get('/api/trades/:key/document', async (c) => {
    const key = c.req.param('key');
    const trade = /^[0-9a-f]{24}$/.test(key) ? await tradeHistory(account, key) : undefined;
    const bytes = trade && (await documentOf(account, trade.current));
    if (!bytes) return fail(c, 404, 'NO_SUCH_DOCUMENT', 'There is no such document.');
    // Never shown by the browser itself: what is in a document stays one.
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': 'attachment; filename="document.pdf"',
    });
  });

  app.notFound((c) => fail(c, 404, 'NOT_FOUND', `Not found: ${c.req.method} ${c.req.path}`));
  app.onError((error, c) => {
    if (error instanceof CursorError) return fail(c, 400, 'INVALID_REQUEST', error.message);
    log('error', error.message, { error: error.name, stack: error.stack, path: c.req.path });
    return fail(c, 503, 'UNAVAILABLE', 'The desk cannot answer now. Nothing was written; try again.');
  });
  return app;
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}
