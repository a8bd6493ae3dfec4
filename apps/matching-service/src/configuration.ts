import { readFileSync } from 'node:fs';
import { bucketName, ConfigurationError, readVariables, required, topicArn } from '@trade-matching/aws-runtime';
import { VERIFY_MODES, type VerifyMode } from '@trade-matching/confirmations/verify';
import { BUILT_IN_PROFILES, type Profiles, ProfilesError, parseProfiles } from '@trade-matching/matching';
import * as z from 'zod/mini';

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly documentsBucket: string;
  readonly tradesTable: string;
  readonly casesTable: string;
  readonly topicArn: string;
  /** The secret that holds the bearer token that callers present. */
  readonly serviceTokenSecretArn: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Documents read at a time. */
  readonly concurrency: number;
  /** Documents that wait to be read; who comes when there are so many is asked to come again. */
  readonly maxWaiting: number;
  /** Scans read at a time, by readers of their own; 0 where scans are refused. */
  readonly scanConcurrency: number;
  /** Scans that wait for their readers; the next one is asked to come again. */
  readonly maxWaitingScans: number;
  /** When values of documents with text are compared with what their pages show; never where scans are refused. */
  readonly verify: VerifyMode;
  readonly profiles: Profiles;
  /** A model that is asked what the rules cannot read. Off where it is absent. */
  readonly fallback: { readonly modelId: string; readonly timeoutMs: number } | undefined;
}

const schema = z.object({
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/, 'a port number')), '8080'),
  DOCUMENTS_BUCKET: bucketName,
  TRADES_TABLE: required('the name of the trades table'),
  CASES_TABLE: required('the name of the cases table'),
  SNS_TOPIC_ARN: topicArn,
  SERVICE_TOKEN_SECRET_ARN: required('the ARN of the secret that holds the bearer token of callers'),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn or error'), 'info'),
  READER_CONCURRENCY: z._default(z.string().check(z.regex(/^[1-9]\d?$/, 'a number from 1 to 99')), '2'),
  MAX_WAITING: z._default(z.string().check(z.regex(/^[1-9]\d{0,3}$/, 'a number from 1 to 9999')), '64'),
  SCAN_CONCURRENCY: z._default(z.string().check(z.regex(/^\d$/, 'a number from 0 to 9')), '1'),
  MAX_WAITING_SCANS: z._default(z.string().check(z.regex(/^\d{1,3}$/, 'a number from 0 to 999')), '4'),
  VERIFY: z._default(z.enum(VERIFY_MODES, VERIFY_MODES.join(', ')), 'on-risk'),
  PROFILES: z.optional(z.string()),
  FALLBACK_MODEL_ID: z.optional(z.string().check(z.regex(/^[\w.:/-]{1,200}$/, 'the id of a Bedrock model'))),
  FALLBACK_TIMEOUT_MS: z._default(
    z.string().check(z.regex(/^[1-9]\d{2,4}$/, 'milliseconds, from 100 to 99999')),
    '4000',
  ),
});

/**
 * Reads the configuration from the environment.
 *
 * @throws {ConfigurationError} naming the first variable that is missing or wrong
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const data = readVariables(schema, environment);
  return {
    host: data.HOST,
    port: Number(data.PORT),
    documentsBucket: data.DOCUMENTS_BUCKET,
    tradesTable: data.TRADES_TABLE,
    casesTable: data.CASES_TABLE,
    topicArn: data.SNS_TOPIC_ARN,
    serviceTokenSecretArn: data.SERVICE_TOKEN_SECRET_ARN,
    logLevel: data.LOG_LEVEL,
    concurrency: Number(data.READER_CONCURRENCY),
    maxWaiting: Number(data.MAX_WAITING),
    scanConcurrency: Number(data.SCAN_CONCURRENCY),
    maxWaitingScans: Number(data.MAX_WAITING_SCANS),
    verify: data.SCAN_CONCURRENCY === '0' ? 'off' : data.VERIFY,
    profiles: readProfiles(data.PROFILES),
    fallback:
      data.FALLBACK_MODEL_ID === undefined
        ? undefined
        : { modelId: data.FALLBACK_MODEL_ID, timeoutMs: Number(data.FALLBACK_TIMEOUT_MS) },
  };
}

// JSON, or the path of a file of it. The message names the value that does not fit; profiles are no secret.
function readProfiles(given: string | undefined): Profiles {
  if (given === undefined || given.trim() === '') return BUILT_IN_PROFILES;
  try {
    return parseProfiles(given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8'));
  } catch (cause) {
    const { message } = cause as Error;
    const what = cause instanceof ProfilesError ? 'matching profiles that fit' : 'JSON, or a file that can be read';
    throw new ConfigurationError(`The environment variable PROFILES must be ${what}: ${message}`, { cause });
  }
}
