import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CaseStore, MAX_PAGE } from '@trade-matching/cases';
import { type Context, Hono } from 'hono';
import { stream, streamSSE } from 'hono/streaming';
import { fail, invalid, type Variables } from './answers.ts';
import { caseCsv } from './case-csv.ts';
import { type CaseListQuery, listCases } from './case-list.ts';
import { QueueWatch } from './queue-watch.ts';
import { queueShape } from './request-shapes.ts';

export interface QueueRoutesOptions {
  readonly cases: CaseStore;
  readonly now: () => string;
  /** Ends when the desk stops: streams end with it. */
  readonly stopping: AbortSignal;
}

/** How often what somebody looks at is looked at again. */
const LOOK_MS = 2_000;
/** A stream that says nothing for longer is lost: the page counts on it. */
export const HEARTBEAT_MS = 10_000;
/** A stream ends after this long; the page asks for another, and who it is, is found out again. */
const STREAM_MS = 300_000;
export const MAX_STREAMS = 200;
export const MAX_STREAMS_OF_ONE = 6;

/** The queue: a page of it, all of it as CSV, and a stream that says when it has changed. */
export function queueRoutes({ cases, now, stopping }: QueueRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();
  const watch = new QueueWatch({
    everyMs: LOOK_MS,
    look: async (question) =>
      digest(await listCases(cases, { ...(JSON.parse(question) as CaseListQuery), now: now() })),
  });
  const streams = new Map<string, number>();

  routes.get('/cases', async (c) => {
    const query = queryOf(c, now());
    if (query instanceof Response) return query;
    // Its indexes have a write a moment late: the screen says as of when it is.
    return c.json({ ...(await listCases(cases, query)), as_of: now() });
  });

  routes.get('/queue.csv', (c) => {
    const query = queryOf(c, now());
    if (query instanceof Response) return query;
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', 'attachment; filename="breaks.csv"');
    return stream(c, async (out) => {
      let cursor: string | undefined;
      let isFirst = true;
      do {
        const page = await listCases(cases, { ...query, limit: MAX_PAGE, ...(cursor === undefined ? {} : { cursor }) });
        const [head = '', ...rows] = caseCsv(page.cases);
        await out.write([...(isFirst ? [head] : []), ...rows].map((row) => `${row}\r\n`).join(''));
        isFirst = false;
        cursor = page.cursor;
      } while (cursor !== undefined && !out.aborted);
    });
  });

  routes.get('/queue/changes', (c) => {
    const query = queryOf(c, now());
    if (query instanceof Response) return query;
    const { id } = c.get('person');
    const open = [...streams.values()].reduce((sum, each) => sum + each, 0);
    const own = streams.get(id) ?? 0;
    if (open >= MAX_STREAMS || own >= MAX_STREAMS_OF_ONE)
      return fail(c, 429, 'TOO_MANY_STREAMS', 'Too many screens of the queue are open. Close one.');
    streams.set(id, own + 1);
    // Who asks the same shares one look; a time or a cursor would make each question its own.
    const { now: _now, cursor: _cursor, person, ...shared } = query;
    const question = JSON.stringify({ ...shared, person: isPersonal(query) ? person : '' });
    return streamSSE(c, async (out) => {
      const wake = new Wake();
      const leave = watch.listen(question, (news) => wake.up(news));
      const stop = () => wake.up('end');
      stopping.addEventListener('abort', stop);
      out.onAbort(stop);
      try {
        const end = performance.now() + STREAM_MS;
        await out.writeSSE({ event: 'live', data: now() });
        while (performance.now() < end && !out.aborted && !stopping.aborted) {
          const news = await wake.within(HEARTBEAT_MS);
          if (news === 'end') break;
          // One that does not read holds up nothing: what comes meanwhile is one piece of news.
          await out.writeSSE({ event: news ?? 'live', data: now() });
        }
      } finally {
        leave();
        stopping.removeEventListener('abort', stop);
        const left = (streams.get(id) ?? 1) - 1;
        if (left > 0) streams.set(id, left);
        else streams.delete(id);
      }
    });
  });
  return { routes, wrote: () => watch.wrote() };
}

const isPersonal = ({ tab }: CaseListQuery) => tab === 'mine' || tab === 'approve';

function queryOf(c: Context<{ Variables: Variables }>, now: string): CaseListQuery | Response {
  const given = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
  const query = queueShape.safeParse(given);
  if (!query.success) return invalid(c, query.error);
  const { tab, cursor, limit, ...filters } = query.data;
  return { tab, limit, filters, now, person: c.get('person').id, ...(cursor === undefined ? {} : { cursor }) };
}

function digest({ cases, cursor }: Awaited<ReturnType<typeof listCases>>): string {
  const rows = cases.map(({ case_id, revision }) => `${case_id} ${revision}`);
  return createHash('sha256')
    .update(`${cursor === undefined} ${rows.join()}`)
    .digest('hex');
}

type News = 'changed' | 'unknown' | 'end';

/** One piece of news that waits, or who waits for it. `end` is the last word. */
class Wake {
  private news: News | undefined;
  private controller = new AbortController();

  up(news: News): void {
    if (this.news !== 'end') this.news = news;
    this.controller.abort();
  }

  async within(ms: number): Promise<News | undefined> {
    if (this.news === undefined) await sleep(ms, undefined, { signal: this.controller.signal }).catch(() => {});
    const { news } = this;
    this.news = undefined;
    this.controller = new AbortController();
    return news;
  }
}
