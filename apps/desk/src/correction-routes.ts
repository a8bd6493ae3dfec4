import { type Account, decideCase, tradeHistory } from '@trade-matching/account';
import type { CaseCommand, CaseStore } from '@trade-matching/cases';
import { readCorrected } from '@trade-matching/confirmations/corrections';
import type { Correction, Source, TradeRecord } from '@trade-matching/domain';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, refusal, type Variables } from './answers.ts';
import { effectOf } from './effect.ts';
import { may } from './people.ts';
import { caseId, correctionShape, readingShape } from './request-shapes.ts';

export interface CorrectionRoutesOptions {
  readonly account: Account;
  readonly cases: CaseStore;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly wrote: () => void;
}

/** Corrections by pointing (W6): the value as the product's reader reads it, first shown and then kept. */
export function correctionRoutes({ account, cases, now, log, wrote }: CorrectionRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();

  // A question: nothing is written.
  routes.get('/cases/:id/reading', async (c) => {
    const query = readingShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const { side, field, literal, dates } = query.data;
    const trade = await tradeOf(account, cases, c.req.param('id'), side);
    if (!trade) return fail(c, 404, 'NO_SUCH_TRADE', 'The case has no trade of this side.');
    return c.json(readCorrected(trade.trade, { field, literal, ...(dates && { slash_order: dates }) }));
  });

  routes.post('/cases/:id/correct', bodyLimit({ maxSize: 32 * 1024 }), async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not correct: that takes the role analyst.`);
    const body = correctionShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const { side, dates, event_id, reason, comment, document_hash, field, literal, page, box, confidence } = body.data;
    const id = c.req.param('id');
    const trade = await tradeOf(account, cases, id, side);
    if (!trade) return fail(c, 404, 'NO_SUCH_TRADE', 'The case has no trade of this side.');
    const correction: Correction = {
      ...{ source: side, document_hash, field, literal, page },
      ...(box && { box }),
      ...(confidence !== undefined && { confidence }),
      ...(dates && { slash_order: dates }),
    };
    const read = readCorrected(trade.trade, correction);
    if (read.kind === 'unreadable') return fail(c, 422, 'UNREADABLE', `Not corrected: ${read.why}.`);
    const done = await decideCase(account, cases, {
      ...{ command: 'correct', correction, case_id: id, event_id, at: now(), actor: person.id, reason },
      ...(comment !== undefined && { comment }),
    } as CaseCommand);
    if (done.kind === 'refused') return refusal(c, done);
    wrote();
    log('info', 'corrected', { case_id: id, field, actor: person.id, event_id });
    const effect = await effectOf(account, done.tradeKeys, 'by the command pair-anew of the trade');
    return c.json({ event: done.event, field: read.field, value: read.value, ...effect });
  });
  return routes;
}

/** The trade of one side of a case, as it is. */
async function tradeOf(account: Account, cases: CaseStore, id: string, side: Source): Promise<TradeRecord | undefined> {
  const record = caseId.safeParse(id).success ? await cases.case(id) : undefined;
  const key = side === 'BANK' ? record?.origin.bank_trade_key : record?.origin.counterparty_trade_key;
  return key === undefined ? undefined : (await tradeHistory(account, key))?.current;
}
