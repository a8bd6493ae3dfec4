import { setTimeout as sleep } from 'node:timers/promises';
import { type AwsCall, type AwsResponse, ConnectionReset, type Interceptor } from '../aws/index.ts';
import { chooseWeighted, type SeededChoice } from './seeded-choice.ts';

/** What can go wrong with a call, and how often, by weight. `crash` kills the function that makes it. */
const KINDS = {
  'error before effect': 25,
  'error after effect': 20,
  throttled: 18,
  slow: 14,
  'reset before effect': 9,
  'reset after effect': 9,
  'crash before effect': 2.5,
  'crash after effect': 2.5,
} as const;

export type AwsFault = keyof typeof KINDS;

export interface AwsFaultOptions {
  /** Of calls, in [0, 1]. */
  readonly rate: number;
  readonly choice: SeededChoice;
  /** Whose calls fail. */
  readonly concerns: (call: AwsCall) => boolean;
  /** Kills the process whose calls are signed so. */
  readonly crash: (accessKeyId: string) => void;
  /** Answers a conflict of concurrent writes in place of throttling, where the call can meet one; not by default. */
  readonly conflicts?: boolean;
  readonly onFault: (kind: AwsFault, call: AwsCall) => void;
}

/** Milliseconds. */
const SLOWEST = 800;

/** Lets calls fail by a seeded plan: the n-th call of an action on a document fails alike in every run of a seed. */
export function awsFaults({ rate, choice, concerns, crash, conflicts = false, onFault }: AwsFaultOptions): Interceptor {
  const occurrences = new Map<string, number>();
  return async (call, next) => {
    if (!concerns(call)) return next();
    const place = `${call.action} ${subjectOf(call)}`;
    const occurrence = (occurrences.get(place) ?? 0) + 1;
    occurrences.set(place, occurrence);
    if (choice('aws', place, occurrence) >= rate) return next();
    const kind = chooseWeighted(KINDS, choice('aws kind', place, occurrence));
    onFault(kind, call);
    switch (kind) {
      case 'error before effect':
        return serverError(call);
      case 'error after effect':
        await next();
        return serverError(call);
      case 'throttled':
        return (conflicts ? conflict(call) : undefined) ?? throttled(call);
      case 'slow':
        await sleep(choice('aws slow', place, occurrence) * SLOWEST);
        return next();
      case 'reset before effect':
        throw new ConnectionReset();
      case 'reset after effect':
        await next();
        throw new ConnectionReset();
      case 'crash before effect':
        crash(call.caller ?? '');
        throw new ConnectionReset();
      case 'crash after effect':
        await next();
        crash(call.caller ?? '');
        throw new ConnectionReset();
    }
  };
}

/** The document that a call is about, as far as it says: its key stands in the address or in the body. */
function subjectOf({ resource, body }: AwsCall): string {
  const text = resource.includes('/') ? resource : body.toString('utf8');
  return /(?:BANK|COUNTERPARTY)[/#][^"\\]*/.exec(text)?.[0] ?? resource;
}

function serverError(call: AwsCall): AwsResponse {
  return errorOf(
    call,
    call.service === 's3' ? 503 : 500,
    call.service === 's3' ? 'ServiceUnavailable' : 'InternalServerError',
  );
}

function throttled(call: AwsCall): AwsResponse {
  switch (call.service) {
    case 's3':
      return errorOf(call, 503, 'SlowDown');
    case 'dynamodb':
      return errorOf(call, 400, 'ProvisionedThroughputExceededException');
    case 'sqs':
      return errorOf(call, 403, 'RequestThrottled');
    default:
      return errorOf(call, 400, 'Throttling');
  }
}

/**
 * What AWS answers, and the embedded one never does, where another call for the same thing is under way: 409 to a conditional
 * write (PutObject, Amazon S3 API Reference), TransactionConflict to a write of an item (Amazon DynamoDB API Reference).
 */
function conflict(call: AwsCall): AwsResponse | undefined {
  const { service, action, headers, method } = call;
  if (service === 's3') {
    const conditional = headers['if-match'] !== undefined || headers['if-none-match'] !== undefined;
    return conditional && method === 'PUT' ? errorOf(call, 409, 'ConditionalRequestConflict') : undefined;
  }
  if (service !== 'dynamodb') return undefined;
  if (/^(Put|Update|Delete)Item$/.test(action)) return errorOf(call, 400, 'TransactionConflictException');
  if (action !== 'TransactWriteItems') return undefined;
  const { TransactItems } = JSON.parse(call.body.toString('utf8')) as { TransactItems: readonly unknown[] };
  const CancellationReasons = TransactItems.map(() => ({ Code: 'TransactionConflict' }));
  return errorOf(call, 400, 'TransactionCanceledException', { CancellationReasons });
}

function errorOf({ service }: AwsCall, status: number, code: string, more: object = {}): AwsResponse {
  const message = 'A fault that was planned.';
  const json = {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify({ __type: code, message, ...more })),
  };
  const inner = `<Code>${code}</Code><Message>${message}</Message>`;
  const xml = (text: string) => ({ status, headers: { 'content-type': 'application/xml' }, body: Buffer.from(text) });
  switch (service) {
    case 's3':
      return xml(`<?xml version="1.0"?><Error>${inner}</Error>`);
    case 'sns':
      return xml(`<ErrorResponse><Error><Type>Receiver</Type>${inner}</Error></ErrorResponse>`);
    default:
      return json;
  }
}
