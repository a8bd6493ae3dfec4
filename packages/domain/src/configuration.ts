import type * as z from 'zod/mini';

/** A variable is missing or wrong; the message names it and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/**
 * Reads environment variables by a schema whose messages say what each should be. Values are never repeated: one may be
 * a secret.
 *
 * @throws {ConfigurationError} naming the first that is missing or wrong
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
