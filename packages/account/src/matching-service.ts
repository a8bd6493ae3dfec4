import { setTimeout as sleep } from 'node:timers/promises';
import { CachedSecret, createSecretsClient } from '@trade-matching/aws-runtime';
import {
  type PageWords,
  type PairAnewAnswer,
  pageWordsAnswerSchema,
  pairAnewAnswerSchema,
  processErrorSchema,
  type ReadAnewAnswer,
  type ReadAnewRequest,
  readAnewAnswerSchema,
  type TradeRecord,
} from '@trade-matching/domain';
import { type Account, SERVICE_ADDRESS } from './connect.ts';

export type PairedAnew =
  | { readonly kind: 'paired'; readonly trades: PairAnewAnswer['trades'] }
  /** What was decided stands all the same. */
  | NotNow;

/** The service does not answer this now. */
export interface NotNow {
  readonly kind: 'not-now';
  readonly why: string;
  /** When asking again may help; absent where it does not. */
  readonly again?: { readonly afterMs: number; readonly isBusy: boolean };
  /** Nothing else can be asked now either. */
  readonly isDown?: true;
}

export type ReadAgain = { readonly kind: 'read'; readonly answer: ReadAnewAnswer } | NotNow;

/** How often the service is asked, and how long each time. */
interface Patience {
  readonly tries: number;
  readonly tryMs: number;
}

/** A person waits: whoever does not get through in this time is told so. */
const PATIENCE: Patience = { tries: 4, tryMs: 10_000 };
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

/** Less than a load balancer waits. What takes longer is read on, and is there when it is asked for again. */
const ONCE: Patience = { tries: 1, tryMs: 50_000 };

/**
 * The words of a page of a trade's document, where that page is a picture: read now, in the service's lane of scans. Never
 * throws for the service or its token. Asked once: whoever waits for it says so to a person.
 *
 * @param page 1-based
 */
export async function wordsOfPage(
  account: Account,
  { s3_key, document_hash }: Pick<TradeRecord, 's3_key' | 'document_hash'>,
  page: number,
): Promise<{ readonly kind: 'words'; readonly words: PageWords } | NotNow> {
  const request = { s3_key: `PROCESSED/${s3_key}`, document_hash, page };
  const asked = await ask(account, '/page-words', request, pageWordsAnswerSchema, undefined, ONCE);
  return asked.kind === 'answered' ? { kind: 'words', words: asked.answer } : asked;
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
  { tries, tryMs }: Patience = PATIENCE,
): Promise<Answered<T> | NotNow> {
  const { matchingService } = account;
  if (!matchingService) {
    const why = `${SERVICE_ADDRESS} is not set, so this machine does not know where the matching service is`;
    return { ...notNow(why), isDown: true };
  }
  try {
    const token = await tokenOf();
    for (let attempt = 1; ; attempt++) {
      const answer = await tryOnce(new URL(path, matchingService), token, body, schema, tryMs);
      if (answer.kind !== 'again') return answer;
      if (attempt === tries) return { ...notNow(answer.why), isDown: true, again: answer };
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

interface Again {
  readonly kind: 'again';
  readonly why: string;
  readonly afterMs: number;
  readonly isBusy: boolean;
}
type Tried<T> = Answered<T> | NotNow | Again;

async function tryOnce<T>(url: URL, token: string, asked: object, schema: Schema<T>, tryMs: number): Promise<Tried<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: JSON.stringify(asked),
      // A redirect would carry the token elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(tryMs),
    });
    const body: unknown = await response.json().catch(() => undefined);
    const answer = schema.safeParse(body);
    if (response.status === 200 && answer.success) return { kind: 'answered', answer: answer.data };
    const failure = processErrorSchema.safeParse(body);
    const why = failure.success
      ? `it answered ${response.status}: ${failure.data.error.message}`
      : `it answered ${response.status}, and nothing that is its own`;
    if (!TRANSIENT.has(response.status)) return notNow(why);
    const afterMs = Number(response.headers.get('Retry-After') ?? 1) * 1_000;
    return { kind: 'again', why, afterMs, isBusy: response.status === 429 };
  } catch (error) {
    const { cause, message } = error as Error;
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : message;
    return { kind: 'again', why: `it did not answer at ${url.origin} (${code})`, afterMs: 500, isBusy: false };
  }
}

function notNow(why: string): NotNow {
  return { kind: 'not-now', why };
}
