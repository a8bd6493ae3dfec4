import { type Account, findTrades, tradeHistory, wordsOfPage } from '@trade-matching/account';
import { type CaseStore, caseIdentity } from '@trade-matching/cases';
import type { TradeRecord } from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import { fail, invalid, type Variables } from './answers.ts';
import { may } from './people.ts';
import { caseId, findShape, pageShape } from './request-shapes.ts';
import { storyCsv, tradeStory } from './trade-story.ts';

/** A trade with everything that happened, as a screen and as files. Nothing here writes. */
export function tradeRoutes(account: Account, cases: CaseStore) {
  const routes = new Hono<{ Variables: Variables }>();
  const storyOf = async (key: string) => (/^[0-9a-f]{24}$/.test(key) ? tradeStory(account, cases, key) : undefined);
  const missing = (c: Context) => fail(c, 404, 'NO_SUCH_TRADE', 'There is no such trade.');

  routes.get('/trades/:key', async (c) => {
    const story = await storyOf(c.req.param('key'));
    return story ? c.json(story) : missing(c);
  });
  routes.get('/trades/:key/story.json', async (c) => {
    const story = await storyOf(c.req.param('key'));
    if (!story) return missing(c);
    c.header('Content-Disposition', `attachment; filename="trade-${story.trade_key}.json"`);
    return c.json(story);
  });
  routes.get('/trades/:key/story.csv', async (c) => {
    const story = await storyOf(c.req.param('key'));
    if (!story) return missing(c);
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="trade-${story.trade_key}.csv"`);
    return c.body(storyCsv(story));
  });

  // The words of a page that is a picture: read by the service when somebody wants to point at them.
  routes.get('/trades/:key/words', async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not correct: that takes the role analyst.`);
    const query = pageShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const key = c.req.param('key');
    const trade = /^[0-9a-f]{24}$/.test(key) ? await tradeHistory(account, key) : undefined;
    if (!trade) return missing(c);
    c.set('waitsForReader', true);
    const asked = await wordsOfPage(account, trade.current, query.data.page);
    if (asked.kind === 'words') return c.json(asked.words);
    const { why, again } = asked;
    if (again) c.header('Retry-After', String(Math.ceil(again.afterMs / 1_000)));
    if (again?.isBusy) return fail(c, 429, 'BUSY', 'Other scans are being read.');
    return fail(c, 503, 'UNAVAILABLE', `The page cannot be read now: ${why}.`);
  });

  // Whatever names a trade: its key, its match, either side's reference, a UTI, a document's key or SHA-256; or a case.
  routes.get('/find', async (c) => {
    const query = findShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const { q: wanted } = query.data;
    const id = caseId.safeParse(wanted);
    for (const each of id.success ? [id.data, caseIdentity({ kind: 'MATCH', id: id.data })] : [])
      if (await cases.case(each)) return c.json({ place: `/break/${each}` });
    const trades = wanted === '' ? [] : await findTrades(account, wanted);
    const [first, ...others] = trades;
    if (!first) return fail(c, 404, 'NOT_FOUND', 'Nothing is known under this.');
    // Both sides of one match are on one screen.
    const isOne = others.every(({ match_id }) => match_id !== undefined && match_id === first.match_id);
    if (!isOne) return c.json({ trades: trades.slice(0, MAX_FOUND).map(foundView), is_cut: trades.length > MAX_FOUND });
    return c.json({ place: `/trade/${(trades.find(({ source }) => source === 'BANK') ?? first).trade_key}` });
  });
  return routes;
}

/** Of what a text may mean: who has more says more of it. */
const MAX_FOUND = 50;

/** One of several trades that a text may mean. */
export interface FoundTrade {
  readonly trade_key: string;
  readonly source: string;
  readonly match_status: string;
  readonly reference?: string;
  readonly product?: string;
  readonly counterparty?: string;
}

function foundView({ trade_key, source, match_status, trade }: TradeRecord): FoundTrade {
  const { trade_id, product, counterparty_name } = trade;
  return {
    ...{ trade_key, source, match_status },
    ...(trade_id !== undefined && { reference: trade_id }),
    ...(product !== undefined && { product }),
    ...(counterparty_name !== undefined && { counterparty: counterparty_name }),
  };
}
