import type { CaseRefusal, RefusalCode } from '@trade-matching/cases';
import type { Context } from 'hono';
import type * as z from 'zod';
import type { Person } from './people.ts';

/** What each route knows beside its request. */
export type Variables = {
  person: Person;
  /** The call waits for a page to be read: how long it takes says nothing of the desk. */
  waitsForReader?: true;
};

type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 422 | 429 | 503;

/** The answer of an error: `{ error: { code, message } }`; the message is for a person. */
export function fail(c: Context, status: ErrorStatus, code: string, message: string): Response {
  return c.json({ error: { code, message } }, status);
}

export function invalid(c: Context, { issues: [issue] }: z.ZodError): Response {
  const where = issue?.path.join('.') || 'the request';
  return fail(c, 400, 'INVALID_REQUEST', `${where}: ${issue?.message ?? 'does not fit'}`);
}

const STATUS_OF: Partial<Readonly<Record<RefusalCode, ErrorStatus>>> = {
  no_such_case: 404,
  case_changed: 409,
  event_id_taken: 409,
  own_proposal: 403,
};

/** The answer to a command that the case refused; 422 where it is not possible as the case stands. */
export function refusal(c: Context, { code, message }: CaseRefusal): Response {
  return fail(c, STATUS_OF[code] ?? 422, code.toUpperCase(), message);
}
