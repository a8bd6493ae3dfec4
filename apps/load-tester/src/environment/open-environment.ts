import { type Account, connect, runningSandbox } from '@trade-matching/account';
import { answers, startSandbox } from './start-sandbox.ts';

/** Where the load goes. */
export interface OpenEnvironment {
  readonly account: Account;
  close(): Promise<void>;
}

/** Connects to an environment. For `local` that is the sandbox that runs here, or one that is started for this load. */
export async function openEnvironment(
  environment: string,
  say: (text: string) => void,
  stop: AbortSignal,
): Promise<OpenEnvironment> {
  if (environment !== 'local') {
    const account = await connect(environment);
    return { account, close: async () => account.close() };
  }
  const standing = runningSandbox();
  const running = standing && (await answers(standing)) ? standing : undefined;
  if (running) say(`Using the sandbox that runs at ${running.endpoint}.`);
  else say('Starting a sandbox.');
  const started = running ? undefined : await startSandbox(stop);
  const account = await connect(environment, running ?? started?.running);
  return {
    account,
    close: async () => {
      account.close();
      await started?.close();
    },
  };
}
