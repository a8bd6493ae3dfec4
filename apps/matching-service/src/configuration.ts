import * as z from 'zod/mini';

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly documentsBucket: string;
  readonly tradesTable: string;
  readonly topicArn: string;
  /** The secret that holds the bearer token that callers present. */
  readonly serviceTokenSecretArn: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Documents read at a time. */
  readonly concurrency: number;
}

/** A variable is missing or wrong; the message names it and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const required = (what: string) => z.string(what).check(z.minLength(1, what));

const schema = z.object({
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/, 'a port number')), '8080'),
  DOCUMENTS_BUCKET: required('the name of the documents bucket'),
  TRADES_TABLE: required('the name of the trades table'),
  SNS_TOPIC_ARN: z
    .string('the ARN of the notifications topic')
    .check(z.regex(/^arn:aws[\w-]*:sns:/, 'the ARN of an SNS topic')),
  SERVICE_TOKEN_SECRET_ARN: required('the ARN of the secret that holds the bearer token of callers'),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn or error'), 'info'),
  READER_CONCURRENCY: z._default(z.string().check(z.regex(/^[1-9]\d?$/, 'a number from 1 to 99')), '2'),
});

/**
 * Reads the configuration from the environment.
 *
 * @throws {ConfigurationError} naming the first variable that is missing or wrong
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0]);
    const given = environment[name] === undefined ? 'it is not set' : 'its value does not fit';
    throw new ConfigurationError(`${name} must be ${issue?.message}; ${given}.`);
  }
  const { data } = parsed;
  return {
    host: data.HOST,
    port: Number(data.PORT),
    documentsBucket: data.DOCUMENTS_BUCKET,
    tradesTable: data.TRADES_TABLE,
    topicArn: data.SNS_TOPIC_ARN,
    serviceTokenSecretArn: data.SERVICE_TOKEN_SECRET_ARN,
    logLevel: data.LOG_LEVEL,
    concurrency: Number(data.READER_CONCURRENCY),
  };
}
