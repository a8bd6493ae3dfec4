/**
 * What an error of an AWS client means for the work at hand.
 * - `transient`: tried again, the call may succeed.
 * - `content`: what was sent is refused, and always will be: too large, a value that is not taken.
 * - `configuration`: a permission, a table, a topic or a key is missing. It concerns every document, not this one.
 */
export type AwsFailure = 'transient' | 'content' | 'configuration';

/** Source: "Common errors" and "Error handling", API References of DynamoDB, S3, SNS and SQS. */
const CONTENT =
  /^(?:ValidationException|ItemCollectionSizeLimitExceededException|InvalidParameter(?:Value)?(?:Exception)?|KeyTooLong(?:Error)?|InvalidArgument|EntityTooLarge)$/;
const TRANSIENT =
  /Thrott|TooManyRequests|RequestLimitExceeded|LimitExceededException$|ThroughputExceeded|SlowDown|Conflict|InProgress|RequestTime|Expired|Unavailable|Internal/i;

interface AwsError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
  readonly CancellationReasons?: readonly { readonly Code?: string }[];
}

/** Undefined for what is no answer of AWS: a lost connection, an error of our own. */
export function awsFailure(error: unknown): AwsFailure | undefined {
  if (!isAwsError(error)) return undefined;
  const { name, CancellationReasons: reasons = [] } = error;
  if (name === 'TransactionCanceledException') {
    const codes = reasons.map(({ Code = 'None' }) => Code);
    return codes.some((code) => code === 'ValidationError' || code === 'ItemCollectionSizeLimitExceeded')
      ? 'content'
      : 'transient';
  }
  const status = error.$metadata.httpStatusCode ?? 0;
  if (CONTENT.test(name)) return 'content';
  if (status < 400 || status >= 500 || status === 408 || status === 429 || TRANSIENT.test(name)) return 'transient';
  return 'configuration';
}

function isAwsError(error: unknown): error is AwsError {
  return error instanceof Error && '$metadata' in error && typeof error.$metadata === 'object';
}
