import { type Account, matchesOfDay, tradeHistory, tradesByKey, tradesOfDay } from '@trade-matching/account';
import { counterpartyKey, WordingRefusedError, WordingStore } from '@trade-matching/cases';
import { readByWording, unsureTerm } from '@trade-matching/confirmations/wordings';
import { type AcceptedWording, MATCH_STATUSES, type TradeRecord, type Wording } from '@trade-matching/domain';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod';
import { fail, invalid, type Variables } from './answers.ts';
import { may, type Role } from './people.ts';
import { replayShape, wordingDecisionShape, wordingProposalShape } from './request-shapes.ts';

export interface WordingRoutesOptions {
  readonly account: Account;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What a wording would make of stored documents. */
export interface ReplayView {
  /** Trades that were looked at. */
  readonly looked_at: number;
  /** Of those that bear the label: what would be read, or why nothing would be. */
  readonly rows: readonly {
    readonly trade_key: string;
    readonly reference: string;
    readonly counterparty: string;
    readonly match_status: string;
    readonly literal: string;
    readonly value?: string;
    readonly why?: string;
  }[];
  readonly is_cut: boolean;
}

const MAX_ROWS = 200;
const DAY_MS = 86_400_000;
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

  routes.get('/wordings', async (c) => c.json({ wordings: await store.all() }));

  // A question: nothing is written.
  routes.post('/wordings/replay', async (c) => {
    const refused = lacks(c, 'analyst', 'try');
    if (refused) return refused;
    const body = replayShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const found = await stated(account, body.data);
    if (found.kind === 'refused') return fail(c, 422, 'NO_WORDING', found.why);
    const today = Date.parse(now());
    const days = Array.from({ length: body.data.days + 1 }, (_, back) =>
      new Date(today - back * DAY_MS).toISOString().slice(0, 10),
    );
    return c.json(await replay(account, days, found.wording));
  });

  routes.post('/wordings', async (c) => {
    const refused = lacks(c, 'analyst', 'propose');
    if (refused) return refused;
    const body = wordingProposalShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const found = await stated(account, body.data);
    if (found.kind === 'refused') return fail(c, 422, 'NO_WORDING', found.why);
    const actor = c.get('person').id;
    const { source, s3_key, document_hash } = found.trade;
    return written(c, async () => {
      const wording = await store.propose({
        ...{ ...found.wording, wording_id: body.data.wording_id, proposed_by: actor, proposed_at: now() },
        ...{ comment: body.data.comment, document: { source, s3_key, document_hash } },
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

type Tried = Pick<z.infer<typeof replayShape>, 'trade_key' | 'key' | 'field' | 'for'>;
type Stated =
  | { readonly kind: 'wording'; readonly wording: Omit<AcceptedWording, 'wording_id'>; readonly trade: TradeRecord }
  | { readonly kind: 'refused'; readonly why: string };

/** The wording that a document's own term makes: it has to read the field there, or it would read none. */
async function stated(account: Account, { trade_key, key: asked, field, for: whose }: Tried): Promise<Stated> {
  const trade = (await tradeHistory(account, trade_key))?.current;
  if (!trade) return { kind: 'refused', why: 'There is no such trade.' };
  const { product, counterparty_name } = trade.trade;
  const key = asked ?? unsureTerm(trade, field)?.key;
  if (key === undefined) return { kind: 'refused', why: `The document is sure of ${field}, or does not state it.` };
  const read = readByWording(partsOf(trade), { key, field, product });
  if (!read) return { kind: 'refused', why: `The document has no such label, or states ${field} already.` };
  if (read.kind !== 'read') return { kind: 'refused', why: `Not read: ${read.why}.` };
  const { term } = read;
  if (whose === 'counterparty' && counterparty_name === undefined)
    return { kind: 'refused', why: 'The document names no counterparty: propose it for everybody.' };
  const own = whose === 'counterparty' && counterparty_name !== undefined ? { counterparty: counterparty_name } : {};
  return { kind: 'wording', trade, wording: { label: term.label, key, field, product, ...own } };
}

const partsOf = ({ trade, flags, evidence, other_terms }: TradeRecord) => ({
  ...{ trade, flags, evidence, other_terms: other_terms ?? [] },
});

/** What the wording would read of the trades of these days, as they are stored. */
async function replay(
  account: Account,
  days: readonly string[],
  wording: Omit<AcceptedWording, 'wording_id'>,
): Promise<ReplayView> {
  const rows: ReplayView['rows'][number][] = [];
  const seen = new Set<string>();
  const look = (record: TradeRecord) => {
    if (seen.has(record.trade_key)) return;
    seen.add(record.trade_key);
    const { trade, trade_key, match_status } = record;
    const { counterparty } = wording;
    if (counterparty !== undefined && counterpartyKey(counterparty) !== counterpartyKey(trade.counterparty_name ?? ''))
      return;
    const read = readByWording(partsOf(record), wording);
    if (!read) return;
    rows.push({
      ...{ trade_key, match_status, literal: read.literal },
      ...{ reference: trade.trade_id ?? '', counterparty: trade.counterparty_name ?? '' },
      ...(read.kind === 'read' ? { value: read.value } : { why: read.why }),
    });
  };
  for (const day of days)
    for (const status of MATCH_STATUSES) {
      for await (const record of tradesOfDay(account, status, day)) look(record);
      const keys: string[] = [];
      for await (const match of matchesOfDay(account, status, day))
        keys.push(match.bank_trade_key, match.counterparty_trade_key);
      for (const record of (await tradesByKey(account, keys)).values()) look(record);
    }
  return { looked_at: seen.size, rows: rows.slice(0, MAX_ROWS), is_cut: rows.length > MAX_ROWS };
}

async function written(c: Context, write: () => Promise<{ readonly wording: Wording }>): Promise<Response> {
  try {
    return c.json(await write());
  } catch (error) {
    if (error instanceof WordingRefusedError) return fail(c, 422, 'REFUSED', error.message);
    throw error;
  }
}
