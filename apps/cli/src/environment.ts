import { type Account, AccountError, connect } from '@trade-matching/account';
import { Option, oneOf, WrongUsageError } from '@trade-matching/command-line';
import { ENVIRONMENTS } from '@trade-matching/domain';

/** `--env`, as every command that asks an environment takes it. */
export const environmentOption = () =>
  new Option(
    '--env <environment>',
    `${ENVIRONMENTS.join(', ')}: the sandbox that runs here, or an account with the credentials and region of this shell`,
  )
    .argParser(oneOf('--env', ENVIRONMENTS))
    .default('local' as const);

/** `--json`, where the answer is one object a line. */
export const jsonLinesOption = () => new Option('--json', 'for scripts: one JSON object a line').default(false);

/**
 * Runs with a connection to an environment, and closes it afterwards.
 *
 * @throws {WrongUsageError} where no sandbox runs
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
