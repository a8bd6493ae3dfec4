// The process of one execution environment, as AWS would start it: loads the handler once, then takes invocations one
// at a time. Run by `execution-environment.ts` with the function's own environment variables and no others.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClockAnchor, goBySimulatedClock } from '../clock/index.ts';
import type { FromFunction, ToFunction } from './protocol.ts';

const [folder = '', handlerName = '', clock = ''] = process.argv.slice(2);
const anchor = JSON.parse(clock) as ClockAnchor;
// Before the handler is loaded, which keeps what it imports. Real time stays untouched.
const setClock = anchor.factor === 1 ? () => {} : goBySimulatedClock(anchor);
const say = (message: FromFunction) => process.send?.(message);
const describe = (error: unknown) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

type Handler = (event: unknown, context: object) => Promise<unknown>;

async function load(): Promise<Handler> {
  const dot = handlerName.lastIndexOf('.');
  const base = path.join(folder, handlerName.slice(0, dot));
  const file = [`${base}.mjs`, `${base}.js`].find((candidate) => existsSync(candidate));
  if (!file) throw new Error(`The archive holds no ${handlerName.slice(0, dot)}.mjs or .js.`);
  const module = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const handler = module[handlerName.slice(dot + 1)];
  if (typeof handler !== 'function')
    throw new Error(`${path.basename(file)} exports no ${handlerName.slice(dot + 1)}.`);
  return handler as Handler;
}

try {
  const handler = await load();
  process.on('message', async ({ requestId, event, deadline, clock: standing }: ToFunction) => {
    setClock(standing);
    const context = {
      awsRequestId: requestId,
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      functionVersion: '$LATEST',
      invokedFunctionArn: process.env.SANDBOX_FUNCTION_ARN,
      memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
      logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: 'sandbox',
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    };
    try {
      say({ kind: 'done', requestId, answer: (await handler(event, context)) ?? null });
    } catch (error) {
      say({ kind: 'failed', requestId, error: describe(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
  say({ kind: 'ready' });
} catch (error) {
  say({ kind: 'init-failed', error: describe(error) });
  process.disconnect?.();
}
