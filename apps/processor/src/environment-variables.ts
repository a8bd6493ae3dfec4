import * as z from 'zod/mini';

/** A variable is missing or wrong; the message names it and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const required = (what: string) => z.string(what).check(z.minLength(1, what));

export const topicArn = required('the ARN of the notifications topic').check(
  z.regex(/^arn:aws[\w-]*:sns:/, 'the ARN of an SNS topic'),
);
export const logLevel = z._default(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'DEBUG, INFO, WARN or ERROR'), 'INFO');
export const bucketName = required('the name of the documents bucket');
export const tableName = required("the name of the ledger's table");

/**
 * Reads variables by a schema whose messages say what each should be.
 *
 * @throws {ConfigurationError} naming the first that is missing or wrong
 */
export function readEnvironment<T extends z.ZodMiniType>(
  schema: T,
  environment: Readonly<Record<string, string | undefined>>,
): z.infer<T> {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0]);
  const given = environment[name] === undefined ? 'it is not set' : 'its value does not fit';
  throw new ConfigurationError(`The environment variable ${name} must be ${issue?.message}; ${given}.`);
}

/** Configures a function at its start: what is wrong stands in one clear line of the log, without a stack. */
export function configure<T>(read: (environment: NodeJS.ProcessEnv) => T): T {
  try {
    return read(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) error.stack = `${error.name}: ${error.message}`;
    throw error;
  }
}
