import { type Account, AccountError, connect } from '@trade-matching/account';
import { WrongUsageError } from '@trade-matching/command-line';

/** `--env`, as every command of operators takes it. */
export const ENVIRONMENT_OPTIONS = {
  env: { type: 'string', default: 'local' },
  json: { type: 'boolean', default: false },
} as const;

export const ENVIRONMENT_HELP = `  --env ENVIRONMENT   local (default: the sandbox that runs here), development, staging or production, with the
                      credentials and the region of this shell
  --json              for scripts: one JSON object a line
  --debug             show stack traces
  --help              this text`;

/**
 * Runs with a connection to an environment, and closes it afterwards.
 *
 * @throws {WrongUsageError} for an unknown environment, or where no sandbox runs
 */
export async function withAccount<T>(environment: string, run: (account: Account) => Promise<T>): Promise<T> {
  const account = await connect(environment).catch((error: unknown) => {
    throw error instanceof AccountError ? new WrongUsageError(error.message, { cause: error }) : error;
  });
  try {
    return await run(account);
  } finally {
    account.close();
  }
}
