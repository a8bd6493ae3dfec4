import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type Check, failed, OK, valuesFile } from '../check.ts';
import { statusOf } from '../refusals.ts';

export const CREDENTIALS: readonly Check[] = [
  {
    id: 'credentials',
    title: 'credentials of the account',
    step: 1,
    needs: ['values'],
    async run({ environment, account: { sts } }) {
      const fix = `Sign in to account ${environment.account}, or correct account in ${valuesFile(environment)}.`;
      try {
        const { Account: account } = await sts.send(new GetCallerIdentityCommand({}));
        if (account === environment.account) return OK;
        return failed(`This shell's credentials are of account ${account}, not ${environment.account}.`, fix);
      } catch (error) {
        const { name, message } = error as Error;
        if (name === 'CredentialsProviderError' || statusOf(error) !== undefined) {
          return failed(`This shell has no valid credentials: ${message}`, fix);
        }
        throw error;
      }
    },
  },
  {
    id: 'region',
    title: 'region of this shell',
    step: 1,
    needs: ['values'],
    async run({ environment: { region } }) {
      const shell = new STSClient({});
      const named = await shell.config.region().catch(() => undefined);
      shell.destroy();
      if (named === region) return OK;
      const reason = named === undefined ? 'This shell names no region.' : `This shell's region is ${named}.`;
      return failed(`${reason} The environment is in ${region}.`, `Set it: export AWS_REGION=${region}`);
    },
  },
];
