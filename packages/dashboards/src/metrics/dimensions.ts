import { MATCH_STATUSES, OUTCOMES, REASONS, SOURCES } from '@trade-matching/domain';

/** How a call of the matching service failed, by what a person would do about it. The logs have the exact error. */
export const SERVICE_FAILURES = [
  /** No answer in time. */
  'TIMEOUT',
  /** No connection: refused, reset, no such name. */
  'CONNECTION_FAILED',
  'HTTP_5XX',
  /** It asks to come again: 408, 409, 425, 429. */
  'BUSY',
  /** The caller or the address is wrong: 401, 403, 404, 405, or a redirect (P7). */
  'CALL_REFUSED',
  /** A success, or a refusal, whose body is not the service's. */
  'UNREADABLE_ANSWER',
] as const;

export type ServiceFailure = (typeof SERVICE_FAILURES)[number];

/** Codes of the matching service's answers that are about the call, not about the document (M7). */
export const REQUEST_ERRORS = [
  'INVALID_REQUEST',
  'REQUEST_TOO_LARGE',
  'REQUEST_TIMEOUT',
  'UNAUTHORIZED',
  'TRY_LATER',
  'TOO_BUSY',
  'UNAVAILABLE',
  /** A permission, a table, a topic or a key is missing: trying again does not help until somebody puts it right. */
  'MISCONFIGURED',
] as const;

export type RequestError = (typeof REQUEST_ERRORS)[number];

/** What came of asking a model about a document that the rules could not read in full. */
export const FALLBACK_RESULTS = [
  'READ',
  /** What it pointed to does not stand in the text, or is no such value. */
  'STILL_INCOMPLETE',
  /** It failed, was late, or answered something else. */
  'NO_ANSWER',
] as const;

/** Why the desk let somebody in nowhere. */
export const SIGN_IN_REFUSALS = [
  /** No identity, or one that is forged, of another load balancer or past its time. */
  'NOT_SIGNED_IN',
  /** Signed in, and in no group that has a role. */
  'NO_ROLE',
] as const;

export type SignInRefusal = (typeof SIGN_IN_REFUSALS)[number];

/**
 * The values that each dimension of ours can have. Closed lists: every series costs, and one that is not expected is
 * on no chart.
 */
export const DIMENSION_VALUES = {
  SourceType: [...SOURCES, 'UNKNOWN'],
  Outcome: OUTCOMES,
  Reason: REASONS,
  ErrorType: SERVICE_FAILURES,
  ErrorCode: REQUEST_ERRORS,
  Status: MATCH_STATUSES,
  FallbackResult: FALLBACK_RESULTS,
  SignInRefusal: SIGN_IN_REFUSALS,
} as const;

/** Dimensions of AWS's own metrics: their values are names of resources. */
export const AWS_DIMENSIONS = ['QueueName', 'FunctionName', 'TableName', 'TopicName'] as const;

export type OwnDimension = keyof typeof DIMENSION_VALUES;
export type DimensionName = OwnDimension | (typeof AWS_DIMENSIONS)[number];

export type DimensionValue<D extends DimensionName> = D extends OwnDimension
  ? (typeof DIMENSION_VALUES)[D][number]
  : string;
