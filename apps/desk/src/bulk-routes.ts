import { type Account, chaser, decideCase, matchHistory } from '@trade-matching/account';
import { type CaseCommand, type CaseStore, ViewStore } from '@trade-matching/cases';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, type Variables } from './answers.ts';
import { may } from './people.ts';
import { bulkShape, chasersShape, viewName, viewShape } from './request-shapes.ts';

export interface BulkRoutesOptions {
  readonly account: Account;
  readonly cases: CaseStore;
  readonly now: () => string;
  readonly wrote: () => void;
}

const AT_ONCE = 8;

/** What is done to several cases at once, letters to counterparties, and one's own views. */
export function bulkRoutes({ account, cases, now, wrote }: BulkRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();
  const views = new ViewStore(account.records, account.names.casesTable);

  // Each case has its own event id: sent again after a lost answer, nothing is done twice.
  routes.post('/bulk', bodyLimit({ maxSize: 64 * 1024 }), async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not: that takes the role analyst.`);
    const body = bulkShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const { cases: wanted, ...command } = body.data;
    const results = await eachOf(wanted, async (item) => {
      try {
        const done = await decideCase(account, cases, {
          ...command,
          ...item,
          at: now(),
          actor: person.id,
        } as CaseCommand);
        return done.kind === 'refused'
          ? { case_id: item.case_id, done: false, message: done.message }
          : { case_id: item.case_id, done: true };
      } catch {
        return { case_id: item.case_id, done: false, message: 'It could not be written now. Try again.' };
      }
    });
    wrote();
    return c.json({ results });
  });

  routes.get('/chasers', async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not: that takes the role analyst.`);
    const query = chasersShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const drafts = await eachOf(query.data.cases, async (case_id) => {
      const record = await cases.case(case_id);
      const match = record?.origin.subject.kind === 'MATCH' && (await matchHistory(account, record.origin.subject.id));
      const text = match ? match.current && chaser(match.current, match.reasons?.fields ?? []) : undefined;
      return { case_id, counterparty: record?.origin.counterparty, text };
    });
    return c.json({ drafts });
  });

  routes.get('/views', async (c) => c.json({ views: await views.of(c.get('person').id) }));
  routes.put('/views/:name', bodyLimit({ maxSize: 4_096 }), async (c) => {
    const name = viewName.safeParse(c.req.param('name'));
    if (!name.success) return invalid(c, name.error);
    const body = viewShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const view = { ...body.data, name: name.data };
    if (await views.keep(c.get('person').id, view)) return c.json({ view });
    return fail(c, 422, 'TOO_MANY_VIEWS', 'You keep as many views as there may be. Forget one first.');
  });
  routes.delete('/views/:name', async (c) => {
    const name = viewName.safeParse(c.req.param('name'));
    if (!name.success) return invalid(c, name.error);
    await views.forget(c.get('person').id, name.data);
    return c.json({ view: null });
  });
  return routes;
}

/** In the order of the items, some at once. */
async function eachOf<T, R>(all: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    results.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(act))));
  return results;
}
