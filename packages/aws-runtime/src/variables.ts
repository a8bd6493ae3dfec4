import * as z from 'zod/mini';

/** A variable is missing or wrong; the message names it and says what was expected. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** A variable that must be set; `what` completes "must be …". */
export const required = (what: string) => z.string(what).check(z.minLength(1, what));

/** A variable whose text must fit a pattern. */
export const fitting = (pattern: RegExp, what: string) => z.string(what).check(z.regex(pattern, what));

export const topicArn = required('the ARN of the notifications topic').check(
  z.regex(/^arn:aws[\w-]*:sns:/, 'the ARN of an SNS topic'),
);
export const bucketName = required('the name of the documents bucket');

/**
 * Reads environment variables by a schema whose messages say what each must be. Values are never repeated: one may be a
 * secret.
 *
 * @throws {ConfigurationError} naming the first variable that is missing or wrong
 */
export function readVariables<T extends z.ZodMiniType>(
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
