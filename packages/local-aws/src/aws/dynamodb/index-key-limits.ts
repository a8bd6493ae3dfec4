import type { AwsResponse } from '../aws-call.ts';
import { jsonRefusal } from '../limits/refusal.ts';
import {
  type AttributeValue,
  type ItemWrite,
  type KeySchema,
  type TableDefinitions,
  writesOf,
} from './table-definitions.ts';

/** Bytes: "Quotas in Amazon DynamoDB", Developer Guide. What is the key of an index has the limits of a table's key. */
const MAX_BYTES = { HASH: 2048, RANGE: 1024 } as const;
const MESSAGES = {
  // AWS writes it without a blank.
  HASH: `Size of hashkey has exceeded the maximum size limit of${MAX_BYTES.HASH} bytes`,
  RANGE: `Aggregated size of all range keys has exceeded the size limit of ${MAX_BYTES.RANGE} bytes`,
} as const;
/** TransactWriteItems, API reference, lists it among the reasons; UpdateItem answers with it as well. */
const UPDATED = 'The update expression attempted to update the secondary index key beyond allowed size limits';

/** Refuses a write whose value for an index's key is too long, which the embedded DynamoDB would take. */
export function indexKeyRefusal(tables: TableDefinitions, action: string, request: unknown): AwsResponse | undefined {
  const writes = writesOf(action, request);
  const messages = writes.map((write) => refusedWrite(tables.indexKeys(write.table), write));
  const message = messages.find((each) => each !== undefined);
  if (message === undefined) return undefined;
  if (action !== 'TransactWriteItems') return jsonRefusal({ status: 400, code: 'ValidationException', message });
  const reasons = messages.map((each) =>
    each === undefined ? { Code: 'None' } : { Code: 'ValidationError', Message: each },
  );
  const body = {
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    CancellationReasons: reasons,
  };
  return {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify(body)),
  };
}

function refusedWrite(keys: readonly KeySchema[], { item, sets }: ItemWrite): string | undefined {
  for (const { AttributeName, KeyType } of keys) {
    const value = sets[AttributeName];
    if (value === undefined || bytesOf(value) <= MAX_BYTES[KeyType]) continue;
    return sets === item ? `One or more parameter values were invalid: ${MESSAGES[KeyType]}` : UPDATED;
  }
  return undefined;
}

/** A number is never too long. */
function bytesOf({ S, B }: AttributeValue): number {
  if (typeof S === 'string') return Buffer.byteLength(S);
  return typeof B === 'string' ? Buffer.from(B, 'base64').length : 0;
}
