import { createRequire } from 'node:module';
import { type ServiceProcess, startService } from './service-process.ts';
import type { System } from './start-system.ts';

/**
 * Starts the desk on a running system, as a process of its own: with people to switch between, since nobody signs in here.
 *
 * @throws {ServiceStartError}
 */
export function startDesk(
  { aws, service }: Pick<System, 'aws' | 'service'>,
  log: (line: string) => void = () => {},
): Promise<ServiceProcess> {
  const bundle = createRequire(import.meta.url).resolve('@trade-matching/desk/bundle');
  const sandbox = { endpoint: aws.endpoint, region: aws.region, account: aws.accountId, service: service.url };
  return startService(
    'The desk',
    [process.execPath, bundle],
    { ...aws.environment, ENVIRONMENT: 'local', HOST: '127.0.0.1', PORT: '0', SANDBOX: JSON.stringify(sandbox) },
    log,
  );
}
