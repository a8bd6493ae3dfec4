import type { ServiceFailure } from '@trade-matching/dashboards/metrics';
import {
  isReason,
  type ProcessAnswer,
  processAnswerSchema,
  processErrorSchema,
  type Refusal,
} from '@trade-matching/domain';

/** What an attempt to post a document came to (P7). */
export type ServiceAnswer =
  | { readonly kind: 'done'; readonly answer: ProcessAnswer }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Tried again inside the invocation, then returned to the queue. */
  | { readonly kind: 'transient'; readonly errorType: string; readonly retryAfterMs?: number }
  /** The caller or the address is wrong, not the document: returned to the queue at once, and alarmed on. */
  | { readonly kind: 'misdirected'; readonly errorType: string };

const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 425, 429]);
const MISDIRECTED: ReadonlySet<number> = new Set([401, 403, 404, 405]);

/** Reads the service's answer by its class. */
export function readAnswer(status: number, retryAfter: string | null, body: string, now = Date.now()): ServiceAnswer {
  const errorType = `HTTP_${status}`;
  if (status === 200) {
    const parsed = processAnswerSchema.safeParse(json(body));
    // An answer that is not the service's own: something stands between, and the document may not be done.
    return parsed.success
      ? { kind: 'done', answer: parsed.data }
      : { kind: 'transient', errorType: 'UNREADABLE_ANSWER' };
  }
  if (status >= 500 || TRANSIENT.has(status)) {
    const retryAfterMs = readRetryAfter(retryAfter, now);
    return { kind: 'transient', errorType, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (status < 400 || MISDIRECTED.has(status)) return { kind: 'misdirected', errorType };
  const parsed = processErrorSchema.safeParse(json(body));
  // Not the service's own shape: a proxy, a firewall or a load balancer answered, which knows nothing of the document.
  if (!parsed.success) return { kind: 'transient', errorType: 'UNREADABLE_ANSWER' };
  const { code, message } = parsed.data.error;
  return {
    kind: 'refused',
    refusal: isReason(code)
      ? { reason: code, message }
      : { reason: 'SERVICE_REJECTED', message: `${code}: ${message}` },
  };
}

/** What kind of failure an error type is, for the metrics: few, and each with something that a person would do. */
export function serviceFailure(errorType: string): ServiceFailure {
  const status = Number(/^HTTP_(\d+)$/.exec(errorType)?.[1] ?? 0);
  if (status >= 500) return 'HTTP_5XX';
  if (TRANSIENT.has(status)) return 'BUSY';
  if (status > 0) return 'CALL_REFUSED';
  return errorType === 'TIMEOUT' || errorType === 'UNREADABLE_ANSWER' ? errorType : 'CONNECTION_FAILED';
}

/** `Retry-After` in milliseconds: seconds, or a date of HTTP (RFC 9110, 10.2.3). */
function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
