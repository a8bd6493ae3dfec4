import type { Account } from '@trade-matching/account';
import { WordingRefusedError, WordingStore } from '@trade-matching/cases';
import type { Wording } from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, type Variables } from './answers.ts';
import { may, type Role } from './people.ts';
import { documentShape, replayShape, wordingDecisionShape, wordingProposalShape } from './request-shapes.ts';
import { labelsOfRefused, replay, stated } from './wording-replay.ts';

export interface WordingRoutesOptions {
  readonly account: Account;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** Wordings (R11): a label that states a field, proposed from a document, tried on stored ones, accepted by a second person. */
export function wordingRoutes({ account, now, log }: WordingRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();
  const store = new WordingStore(account.records, account.names.casesTable);
  const lacks = (c: Context<{ Variables: Variables }>, role: Role, what: string) => {
    const person = c.get('person');
    if (may(person, role)) return undefined;
    return fail(c, 403, 'FORBIDDEN', `${person.name} may not ${what} wordings: that takes the role ${role}.`);
  };
  routes.use('/wordings/*', bodyLimit({ maxSize: 16 * 1024 }));
  routes.use('/wordings', bodyLimit({ maxSize: 16 * 1024 }));

  // Of a document that was refused: its bytes are read where hostile files are, and not here.
  routes.get('/document/labels', async (c) => {
    const query = documentShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const found = await labelsOfRefused(account, query.data.key);
    if (found.kind === 'none') return fail(c, 404, 'NO_SUCH_DOCUMENT', found.why);
    return found.kind === 'labels' ? c.json(found.view) : fail(c, 503, 'UNAVAILABLE', found.why);
  });

  routes.get('/wordings', async (c) => c.json({ wordings: await store.all() }));

  // A question: nothing is written.
  routes.post('/wordings/replay', async (c) => {
    const refused = lacks(c, 'analyst', 'try');
    if (refused) return refused;
    const body = replayShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const found = await stated(account, body.data);
    if (found.kind === 'refused') return fail(c, 422, 'NO_WORDING', found.why);
    return c.json(await replay(account, found.wording, { now: now(), days: body.data.days }));
  });

  routes.post('/wordings', async (c) => {
    const refused = lacks(c, 'analyst', 'propose');
    if (refused) return refused;
    const body = wordingProposalShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const found = await stated(account, body.data);
    if (found.kind === 'refused') return fail(c, 422, 'NO_WORDING', found.why);
    const actor = c.get('person').id;
    return written(c, async () => {
      const wording = await store.propose({
        ...{ ...found.wording, wording_id: body.data.wording_id, proposed_by: actor, proposed_at: now() },
        ...{ comment: body.data.comment, document: found.document },
      });
      log('info', 'wording proposed', { wording_id: wording.wording_id, field: wording.field, actor });
      return { wording };
    });
  });

  routes.post('/wordings/:id/:what{accept|refuse}', async (c) => {
    const what = c.req.param('what') === 'accept' ? 'ACCEPTED' : 'REFUSED';
    const refused = lacks(c, 'approver', c.req.param('what'));
    if (refused) return refused;
    const body = wordingDecisionShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const by = c.get('person').id;
    return written(c, async () => {
      const wording = await store.decide(c.req.param('id'), { what, by, at: now(), comment: body.data.comment });
      log('info', 'wording decided', { wording_id: wording.wording_id, what, actor: by });
      return { wording };
    });
  });
  return routes;
}

async function written(c: Context, write: () => Promise<{ readonly wording: Wording }>): Promise<Response> {
  try {
    return c.json(await write());
  } catch (error) {
    if (error instanceof WordingRefusedError) return fail(c, 422, 'REFUSED', error.message);
    throw error;
  }
}
