import { ConfigurationError, required } from '@trade-matching/aws-runtime';
import * as z from 'zod/mini';

export const logLevel = z._default(z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'DEBUG, INFO, WARN or ERROR'), 'INFO');
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
