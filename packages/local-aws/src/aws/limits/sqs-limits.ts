import type { Clock } from '../../clock/index.ts';
import type { AwsCall, AwsResponse } from '../aws-call.ts';
import { isAttributeName, type Refusal } from './refusal.ts';

// Source of each rule, where none is named: "Amazon SQS message quotas" and the action's page in the API reference.
const MAX_ATTRIBUTES = 10;
const MAX_BATCH_ID = 80;
/** Seconds. */
const MAX_DELAY = 900;
/** Seconds, counted from the receive: "Amazon SQS visibility timeout", Developer Guide. */
const MAX_HIDDEN = 43_200;

interface MessageAttribute {
  readonly DataType?: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}

interface SqsRequest {
  readonly Entries?: readonly SqsRequest[];
  readonly Id?: string;
  readonly DelaySeconds?: number;
  readonly MessageAttributes?: Readonly<Record<string, MessageAttribute>>;
  readonly ReceiptHandle?: string;
  readonly VisibilityTimeout?: number;
}

/** Refuses what SQS refuses and the embedded queues take. It knows when each receipt handle was given. */
export class SqsLimits {
  private readonly clock: Pick<Clock, 'now'>;
  /** Milliseconds since the epoch, the oldest first. */
  private readonly receivedAt = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  refusal({ action, body }: AwsCall): AwsResponse | undefined {
    const request = JSON.parse(body.toString('utf8')) as SqsRequest;
    const refused = this.refusalOf(action, request);
    return refused && answer(refused);
  }

  /** Remembers what a receive has given, and forgets what has been hidden for as long as it may be. */
  answered({ action }: AwsCall, { status, body }: Pick<AwsResponse, 'status' | 'body'>): void {
    if (action !== 'ReceiveMessage' || status !== 200) return;
    const now = this.clock.now();
    const { Messages = [] } = JSON.parse(body.toString('utf8')) as { Messages?: { ReceiptHandle: string }[] };
    for (const { ReceiptHandle } of Messages) this.receivedAt.set(ReceiptHandle, now);
    for (const [handle, at] of this.receivedAt) {
      if (now - at <= MAX_HIDDEN * 1000) break;
      this.receivedAt.delete(handle);
    }
  }

  private refusalOf(action: string, request: SqsRequest): Refusal | undefined {
    switch (action) {
      case 'SendMessage':
        return refusedMessage(request);
      case 'SendMessageBatch':
        return refusedBatch(request);
      case 'DeleteMessageBatch':
        return refusedBatch(request) ?? firstOf(request.Entries, refusedHandle);
      case 'DeleteMessage':
        return refusedHandle(request);
      case 'ChangeMessageVisibility':
        return refusedHandle(request) ?? this.refusedVisibility(request);
      default:
        return undefined;
    }
  }

  private refusedVisibility({ ReceiptHandle = '', VisibilityTimeout = 0 }: SqsRequest): Refusal | undefined {
    const received = this.receivedAt.get(ReceiptHandle);
    if (received === undefined || VisibilityTimeout > MAX_HIDDEN) return undefined;
    if ((this.clock.now() - received) / 1000 + VisibilityTimeout <= MAX_HIDDEN) return undefined;
    return invalidValue(
      `Value ${VisibilityTimeout} for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [${MAX_HIDDEN} seconds].`,
    );
  }
}

function firstOf<T>(items: readonly T[] = [], refused: (item: T) => Refusal | undefined): Refusal | undefined {
  for (const item of items) {
    const refusal = refused(item);
    if (refusal) return refusal;
  }
  return undefined;
}

function refusedBatch({ Entries = [] }: SqsRequest): Refusal | undefined {
  return firstOf(Entries, ({ Id = '' }) =>
    Id.length > MAX_BATCH_ID
      ? refusal(
          'InvalidBatchEntryId',
          `A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most ${MAX_BATCH_ID} letters long.`,
        )
      : undefined,
  );
}

function refusedMessage({ DelaySeconds = 0, MessageAttributes = {} }: SqsRequest): Refusal | undefined {
  if (DelaySeconds < 0 || DelaySeconds > MAX_DELAY) {
    return invalidValue(
      `Value ${DelaySeconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= ${MAX_DELAY}.`,
    );
  }
  const attributes = Object.entries(MessageAttributes);
  if (attributes.length > MAX_ATTRIBUTES) {
    return invalidValue(
      `Number of message attributes [${attributes.length}] exceeds the allowed maximum [${MAX_ATTRIBUTES}].`,
    );
  }
  return firstOf(attributes, ([name, { DataType = '', StringValue, BinaryValue }]) => {
    if (!isAttributeName(name)) return invalidValue(`Message (user) attribute name '${name}' is invalid.`);
    // A custom label may follow: `Number.byte`.
    if (!/^(String|Number|Binary)(\..*)?$/.test(DataType))
      return invalidValue(`The message attribute '${name}' has an invalid message attribute type.`);
    return (StringValue ?? BinaryValue ?? '') === ''
      ? invalidValue(`Message (user) attribute '${name}' must contain a non-empty value of type '${DataType}'.`)
      : undefined;
  });
}

/** AWS's handles have a form too; one of that form that is used up is deleted without complaint. */
function refusedHandle({ ReceiptHandle = '' }: SqsRequest): Refusal | undefined {
  return ReceiptHandle === '' || /^[0-9a-f-]{36}$/.test(ReceiptHandle)
    ? undefined
    : refusal('ReceiptHandleIsInvalid', `The input receipt handle "${ReceiptHandle}" is not a valid receipt handle.`);
}

function invalidValue(message: string): Refusal {
  return refusal('InvalidParameterValue', message);
}

function refusal(code: string, message: string): Refusal {
  return { status: 400, code, message };
}

function answer({ status, code, message }: Refusal): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-query-error': `${code};Sender` },
    body: Buffer.from(JSON.stringify({ __type: `com.amazonaws.sqs#${code}`, message })),
  };
}
