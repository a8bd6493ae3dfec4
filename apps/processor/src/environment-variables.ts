import { ConfigurationError } from '@trade-matching/domain';
import * as z from 'zod/mini';

const required = (what: string) => z.string(what).check(z.minLength(1, what));

export const topicArn = required('the ARN of the notifications topic').check(
  z.regex(/^arn:aws[\w-]*:sns:/, 'the ARN of an SNS topic'),
);
export const logLevel = z._default(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'DEBUG, INFO, WARN or ERROR'), 'INFO');
export const bucketName = required('the name of the documents bucket');
export const tableName = required("the name of the ledger's table");

/** Configures a function at its start: what is wrong stands in one clear line of the log, without a stack. */
export function configure<T>(read: (environment: NodeJS.ProcessEnv) => T): T {
  try {
    return read(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) error.stack = `${error.name}: ${error.message}`;
    throw error;
  }
}
