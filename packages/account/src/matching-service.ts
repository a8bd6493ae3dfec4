import { setTimeout as sleep } from 'node:timers/promises';
import { CachedSecret, createSecretsClient } from '@trade-matching/aws-runtime';
import {
  type PairAnewAnswer,
  pairAnewAnswerSchema,
  processErrorSchema,
  type ReadAnewAnswer,
  type ReadAnewRequest,
  readAnewAnswerSchema,
} from '@trade-matching/domain';
import { type Account, SERVICE_ADDRESS } from './connect.ts';

export type PairedAnew =
  | { readonly kind: 'paired'; readonly trades: PairAnewAnswer['trades'] }
  /** What was decided stands all the same. */
  | NotNow;

interface NotNow {
  readonly kind: 'not-now';
  readonly why: string;
  /** Nothing else can be asked now either. */
  readonly isDown?: true;
}

export type ReadAgain = { readonly kind: 'read'; readonly answer: ReadAnewAnswer } | NotNow;

const MAX_TRIES = 4;
/** Milliseconds. A person waits: whoever does not get through in this time is told so. */
const TRY_MS = 10_000;
const MAX_WAIT_MS = 2_000;

/** Answers that are another one in a moment (M7). */
const TRANSIENT: ReadonlySet<number> = new Set([408, 409, 429, 500, 502, 503, 504]);

/**
 * Has the matching service pair and compare stored trades anew, so that what was decided of them takes effect now. Never
 * throws for the service or its token: the decision stands, and the caller says what to do.
 */
export async function pairAnew(account: Account, tradeKeys: readonly string[]): Promise<PairedAnew> {
  const asked = await ask(account, '/pair-anew', { trade_keys: tradeKeys }, pairAnewAnswerSchema);
  return asked.kind === 'answered' ? { kind: 'paired', trades: asked.answer.trades } : asked;
}

/**
 * Has the matching service read filed documents again, some at a time. Never throws for the service or its token.
 *
 * @returns in the order of the requests
 */
export async function readAnew(account: Account, requests: readonly ReadAnewRequest[]): Promise<ReadAgain[]> {
  const token = memoized(() => readToken(account));
  const answers: ReadAgain[] = [];
  for (let from = 0; from < requests.length; from += READ_AT_ONCE) {
    const some = requests.slice(from, from + READ_AT_ONCE).map(async (request): Promise<ReadAgain> => {
      const asked = await ask(account, '/read-anew', request, readAnewAnswerSchema, token);
      return asked.kind === 'answered' ? { kind: 'read', answer: asked.answer } : asked;
    });
    answers.push(...(await Promise.all(some)));
    const down = answers.find((each) => each.kind === 'not-now' && each.isDown);
    if (down) return requests.map((_request, at) => answers[at] ?? down);
  }
  return answers;
}

/** Documents that come are read by the same readers. */
const READ_AT_ONCE = 2;

function memoized<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read();
    return kept;
  };
}

interface Answered<T> {
  readonly kind: 'answered';
  readonly answer: T;
}
/** What an answer is held to. */
interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

async function ask<T>(
  account: Account,
  path: string,
  body: object,
  schema: Schema<T>,
  tokenOf = () => readToken(account),
): Promise<Answered<T> | NotNow> {
  const { matchingService } = account;
  if (!matchingService) {
    const why = `${SERVICE_ADDRESS} is not set, so this machine does not know where the matching service is`;
    return { ...notNow(why), isDown: true };
  }
  try {
    const token = await tokenOf();
    for (let attempt = 1; ; attempt++) {
      const answer = await tryOnce(new URL(path, matchingService), token, body, schema);
      if (answer.kind !== 'again') return answer;
      if (attempt === MAX_TRIES) return { ...notNow(answer.why), isDown: true };
      await sleep(Math.min(answer.afterMs, MAX_WAIT_MS) * (0.5 + Math.random() / 2));
    }
  } catch (error) {
    const why = `its token cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { ...notNow(why), isDown: true };
  }
}

async function readToken({ client, names }: Account): Promise<string> {
  const secrets = createSecretsClient(client);
  try {
    const secret = new CachedSecret(secrets, { secretArn: names.serviceTokenSecret, keptFor: 0 });
    return String((await secret.read())[0]);
  } finally {
    secrets.destroy();
  }
}

type Tried<T> = Answered<T> | NotNow | { readonly kind: 'again'; readonly why: string; readonly afterMs: number };

async function tryOnce<T>(url: URL, token: string, asked: object, schema: Schema<T>): Promise<Tried<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(asked),
      // A redirect would carry the token elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(TRY_MS),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const answer = schema.safeParse(body);
    if (response.status === 200 && answer.success) return { kind: 'answered', answer: answer.data };
    const failure = processErrorSchema.safeParse(body);
    const why = failure.success
      ? `it answered ${response.status}: ${failure.data.error.message}`
      : `it answered ${response.status}, and nothing that is its own`;
    if (!TRANSIENT.has(response.status)) return notNow(why);
    return { kind: 'again', why, afterMs: Number(response.headers.get('Retry-After') ?? 1) * 1_000 };
  } catch (error) {
    const { cause, message } = error as Error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : message;
    return { kind: 'again', why: `it did not answer at ${url.origin} (${code})`, afterMs: 500 };
  }
}

function notNow(why: string): NotNow {
  return { kind: 'not-now', why };
}
