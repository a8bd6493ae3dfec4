import { GetAccountSettingsCommand, GetFunctionConcurrencyCommand } from '@aws-sdk/client-lambda';
import { concurrencyFault } from '@trade-matching/infra/prerequisites';
import { type Check, type CheckContext, failed, OK, valuesFile } from '../check.ts';
import { orMissing } from '../refusals.ts';

export const QUOTA: Check = {
  id: 'lambda-concurrency',
  title: "Lambda's concurrency",
  step: 1,
  needs: ['credentials'],
  async run(context) {
    const { environment, account } = context;
    const { AccountLimit } = await account.lambda.send(new GetAccountSettingsCommand({}));
    const quota = AccountLimit?.ConcurrentExecutions ?? 0;
    const unreserved = AccountLimit?.UnreservedConcurrentExecutions ?? 0;
    const others = quota - unreserved - (await ownReservation(context));
    const fault = concurrencyFault({ ...environment, accountConcurrency: quota - others });
    if (fault === undefined) return OK;
    return failed(
      `The account's quota is ${quota}, of which other functions reserve ${others}. ${fault}.`,
      `Ask for more, which can take days; until then, see step 1 for what to put into ${valuesFile(environment)}.`,
    );
  },
};

/** What an earlier deployment has reserved for the stack's own functions. */
async function ownReservation({ names, account: { lambda } }: CheckContext): Promise<number> {
  const reserved = await Promise.all(
    [names.processorFunction, names.failuresFunction].map(async (FunctionName) => {
      const found = await orMissing(lambda.send(new GetFunctionConcurrencyCommand({ FunctionName })));
      return found?.ReservedConcurrentExecutions ?? 0;
    }),
  );
  return reserved.reduce((sum, each) => sum + each, 0);
}
