import { setTimeout as sleep } from 'node:timers/promises';
import { PROCESS_HEADERS, type ProcessRequest } from '@trade-matching/domain';
import { readAnswer, type ServiceAnswer } from './service-answer.ts';
import { abortAfter } from './time-limits.ts';

/** The service's bearer token, which may be rotated at any time. */
export interface TokenSource {
  read(): Promise<string>;
  /** The token was refused: the next read asks for it again. */
  forget(): void;
}

export interface SubmitOptions {
  readonly endpoint: URL;
  readonly token: TokenSource;
  /** Tries after the first. */
  readonly maxRetries: number;
  /** Milliseconds since the epoch: no try runs and no wait lasts past it. */
  readonly deadline: number;
  /** Called for each try that failed, with its error type. */
  readonly onFailure: (errorType: string) => void;
  readonly fetch?: typeof fetch;
  /** In [0, 1). */
  readonly random?: () => number;
}

/** Between tries: full jitter below a ceiling that doubles. Source: "Exponential Backoff And Jitter", AWS Architecture Blog. */
const BACK_OFF = { firstMs: 1_000, base: 2, mostMs: 20_000 } as const;
/** A try that has less than this is not begun: it would only be cut off. */
const LEAST_TRY_MS = 1_000;

/** Posts a document to the matching service, with retries inside the time left (P6, P7). */
export async function submit(
  request: ProcessRequest,
  idempotencyKey: string,
  { endpoint, token, maxRetries, deadline, onFailure, fetch: post = fetch, random = Math.random }: SubmitOptions,
): Promise<ServiceAnswer> {
  // One try that hangs must leave time for the others.
  const tryMs = Math.max(LEAST_TRY_MS, (deadline - Date.now()) / (maxRetries + 1));
  for (let attempt = 0; ; attempt++) {
    const answer = await tryOnce(
      request,
      idempotencyKey,
      endpoint,
      await token.read(),
      Math.min(tryMs, deadline - Date.now()),
      post,
    );
    if (answer.kind === 'transient' || answer.kind === 'misdirected') onFailure(answer.errorType);
    // The next delivery comes with the token that stands then.
    if (answer.kind === 'misdirected') token.forget();
    if (answer.kind !== 'transient' || attempt === maxRetries) return answer;
    const ceiling = Math.min(BACK_OFF.mostMs, BACK_OFF.firstMs * BACK_OFF.base ** attempt);
    const wait = Math.max(random() * ceiling, answer.retryAfterMs ?? 0);
    if (Date.now() + wait + LEAST_TRY_MS > deadline) return answer;
    await sleep(wait);
  }
}

async function tryOnce(
  request: ProcessRequest,
  idempotencyKey: string,
  endpoint: URL,
  token: string,
  timeoutMs: number,
  post: typeof fetch,
): Promise<ServiceAnswer> {
  try {
    const response = await post(endpoint, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`,
        [PROCESS_HEADERS.requestId]: request.unique_identifier,
        [PROCESS_HEADERS.sourceType]: request.source_type,
        [PROCESS_HEADERS.idempotencyKey]: idempotencyKey,
      },
      body: JSON.stringify(request),
      // A redirect would carry the document and the token elsewhere.
      redirect: 'manual',
      signal: abortAfter(timeoutMs),
    });
    return readAnswer(response.status, response.headers.get('Retry-After'), await response.text());
  } catch (error) {
    const errorType = errorTypeOf(error);
    if (errorType === undefined) throw error;
    return { kind: 'transient', errorType };
  }
}

/** `TIMEOUT`, or the system's code of a connection that failed (`ECONNREFUSED`, `ECONNRESET`). Not of other errors. */
function errorTypeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'TIMEOUT';
  // fetch's error for a connection that failed says why in its cause.
  const { cause } = error;
  if (!(error instanceof TypeError) || !(cause instanceof Error)) return undefined;
  return 'code' in cause ? String(cause.code) : 'CONNECTION_FAILED';
}
