import { type Account, recordsOfKey } from '@trade-matching/account';
import { type CaseStore, caseIdentity } from '@trade-matching/cases';
import { type Context, Hono } from 'hono';
import { fail, type Variables } from './answers.ts';
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

  // Keys of trades, cases, matches and documents, as they stand in mails and logs.
  routes.get('/find', async (c) => {
    const wanted = (c.req.query('q') ?? '').trim().slice(0, 1_024);
    const place = wanted === '' ? undefined : await placeOf(account, cases, wanted);
    return place ? c.json({ place }) : fail(c, 404, 'NOT_FOUND', 'Nothing is known under this.');
  });
  return routes;
}

/** The screen of what a key is of. */
async function placeOf(account: Account, cases: CaseStore, wanted: string): Promise<string | undefined> {
  if (/^[0-9a-f-]{8,64}$/.test(wanted)) {
    for (const id of [wanted, caseIdentity({ kind: 'MATCH', id: wanted })])
      if (await cases.case(id)) return `/break/${id}`;
    if (await tradeStory(account, cases, wanted)) return `/trade/${wanted}`;
  }
  const document = (await recordsOfKey(account, wanted))[0];
  const trade = document?.result?.trade_key;
  return trade === undefined ? undefined : `/trade/${trade}`;
}
