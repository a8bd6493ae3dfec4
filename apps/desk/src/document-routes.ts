import {
  type Account,
  failedDocumentOf,
  newestOfEach,
  recordsOfDay,
  recordsOfKey,
  redriveDocument,
} from '@trade-matching/account';
import { LEDGER_STATUSES, type LedgerRecord } from '@trade-matching/domain';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { fail, invalid, type Variables } from './answers.ts';
import { may } from './people.ts';
import { newCopyLetter, REASON_TEXTS } from './refused-documents.ts';
import { documentShape, documentsShape } from './request-shapes.ts';

export interface DocumentRoutesOptions {
  readonly account: Account;
  readonly now: () => string;
  readonly log: (level: 'info' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
}

/** What the desk shows of a document. Of one in quarantine too: its bytes are not among it. */
export type DocumentView = Pick<LedgerRecord, 'status' | 'source' | 'key' | 'size' | 'updated_at' | 'attempts'> &
  Partial<Pick<LedgerRecord, 'hash' | 'reason' | 'duplicate_of' | 'history'>> & {
    readonly reason_text?: string;
    readonly trade_key?: string;
    readonly match_status?: string;
  };

/** Of each status: a screen, not an archive. The command line lists a whole day. */
const MAX_OF_STATUS = 200;

/** Documents of a day with their outcomes, and what can be done about those that failed. */
export function documentRoutes({ account, now, log }: DocumentRoutesOptions) {
  const routes = new Hono<{ Variables: Variables }>();

  routes.get('/documents', async (c) => {
    const query = documentsShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const { status, day = now().slice(0, 10) } = query.data;
    const lists = await Promise.all(
      (status === undefined ? LEDGER_STATUSES : [status]).map(async (each) => {
        const found: LedgerRecord[] = [];
        for await (const record of recordsOfDay(account, each, day)) if (found.push(record) > MAX_OF_STATUS) break;
        return found;
      }),
    );
    const isCut = lists.some(({ length }) => length > MAX_OF_STATUS);
    const documents = newestOfEach(lists.flatMap((list) => list.slice(0, MAX_OF_STATUS))).map(
      ({ history: _, ...each }) => viewOf(each),
    );
    return c.json({ day, documents, is_cut: isCut, as_of: now() });
  });

  routes.get('/document', async (c) => {
    const query = documentShape.safeParse(c.req.query());
    if (!query.success) return invalid(c, query.error);
    const records = await recordsOfKey(account, query.data.key);
    if (records.length === 0) return fail(c, 404, 'NO_SUCH_DOCUMENT', 'There is no such document.');
    const [newest] = records;
    const letter = newest && isRefused(newest) ? { letter: newCopyLetter(newest) } : {};
    return c.json({ documents: records.map(viewOf), ...letter });
  });

  routes.post('/document/redrive', bodyLimit({ maxSize: 8 * 1024 }), async (c) => {
    const person = c.get('person');
    if (!may(person, 'analyst'))
      return fail(c, 403, 'FORBIDDEN', `${person.name} may not: that takes the role analyst.`);
    const body = documentShape.safeParse(await c.req.json().catch(() => undefined));
    if (!body.success) return invalid(c, body.error);
    const { key } = body.data;
    // What is in quarantine stays there: the desk does not look, and whoever does redrives it at the command line.
    const [document] = await failedDocumentOf(account, key, ['FAILED']);
    if (!document) return fail(c, 404, 'NO_SUCH_DOCUMENT', 'No failed document of this key is there to redrive.');
    const result = await redriveDocument(account, document);
    log('info', 'redriven', { key, result, actor: person.id });
    if (result === 'redriven') return c.json({ result });
    if (result === 'gone')
      return fail(c, 409, 'GONE', 'Somebody else has redriven it, or it has failed anew. Look again.');
    return fail(c, 409, 'OCCUPIED', 'A newer document stands under this key, and is left alone.');
  });
  return routes;
}

const isRefused = ({ status }: Pick<LedgerRecord, 'status'>) => status === 'FAILED' || status === 'QUARANTINED';

function viewOf({ result, reason, ...record }: Omit<LedgerRecord, 'history'> & Partial<LedgerRecord>): DocumentView {
  const { status, source, key, size, updated_at, attempts, hash, duplicate_of, history } = record;
  return {
    ...{ status, source, key, size, updated_at, attempts },
    ...(hash !== undefined && { hash }),
    ...(duplicate_of !== undefined && { duplicate_of }),
    ...(history && { history }),
    ...(reason !== undefined && { reason, reason_text: REASON_TEXTS[reason] }),
    ...(result && { match_status: result.match.status }),
    ...(result?.trade_key !== undefined && { trade_key: result.trade_key }),
  };
}
