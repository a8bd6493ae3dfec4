import type { RequestError } from '@trade-matching/dashboards/metrics';
import { type ProcessError, REASONS, type Reason } from '@trade-matching/domain';
import type { Context } from 'hono';

/** Codes of answers that are not 200: about the call, about the address, about the document. */
export type FailureCode = RequestError | 'NOT_FOUND' | Reason;

const CALL_FAILURES = {
  INVALID_REQUEST: 400,
  UNAUTHORIZED: 401,
  NOT_FOUND: 404,
  REQUEST_TIMEOUT: 408,
  TRY_LATER: 409,
  REQUEST_TOO_LARGE: 413,
  TOO_BUSY: 429,
  MISCONFIGURED: 500,
  UNAVAILABLE: 503,
} as const satisfies Record<RequestError | 'NOT_FOUND', number>;

/** The status of a permanent refusal of the document, with a reason as its code (M7). */
const REFUSED = 422;

export type FailureStatus = (typeof CALL_FAILURES)[keyof typeof CALL_FAILURES] | typeof REFUSED;

/** Which codes each status has, as `/openapi.json` publishes them. */
export const CODES_BY_STATUS: ReadonlyMap<FailureStatus, readonly FailureCode[]> = new Map<
  FailureStatus,
  readonly FailureCode[]
>([
  ...Object.entries(CALL_FAILURES).map(([code, status]) => [status, [code as FailureCode]] as const),
  [REFUSED, REASONS],
]);

/** Statuses that say in `Retry-After` when to come again. */
export const TRANSIENT: ReadonlySet<FailureStatus> = new Set<FailureStatus>([409, 429, 503]);

/** Answers with a failure; its code says the status. */
export function fail(
  c: Context,
  code: FailureCode,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body: ProcessError = { error: { code, message } };
  return c.json(body, statusOf(code), headers);
}

function statusOf(code: FailureCode): FailureStatus {
  return code in CALL_FAILURES ? CALL_FAILURES[code as keyof typeof CALL_FAILURES] : REFUSED;
}
