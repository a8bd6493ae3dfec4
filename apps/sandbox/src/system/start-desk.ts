import { createRequire } from 'node:module';
import { GetBucketCorsCommand, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { type ServiceProcess, startService } from './service-process.ts';
import { clientConfiguration, type System } from './start-system.ts';

/** What the desk's calls are signed with. */
export const DESK_ACCESS_KEY = 'desk';

/**
 * Starts the desk on a running system, as a process of its own: with people to switch between, since nobody signs in here.
 *
 * @throws {ServiceStartError}
 */
export async function startDesk(
  { aws, service, names, metrics, logs, clock }: Omit<System, 'close'>,
  log: (line: string) => void = () => {},
): Promise<ServiceProcess> {
  const bundle = createRequire(import.meta.url).resolve('@trade-matching/desk/bundle');
  const sandbox = {
    ...{ endpoint: aws.endpoint, region: aws.region, account: aws.accountId, service: service.url },
    caller: DESK_ACCESS_KEY,
  };
  const desk = await startService(
    'The desk',
    [process.execPath, bundle],
    { ...aws.environment, ENVIRONMENT: 'local', HOST: '127.0.0.1', PORT: '0', SANDBOX: JSON.stringify(sandbox) },
    (line) => {
      metrics.readLogLine(line, clock.now());
      logs.append(names.deskLogGroup, line, clock.now());
      log(line);
    },
  );
  await letUpload(aws, names.documentsBucket, new URL(desk.url).origin);
  return desk;
}

/** Its address is another at each start: in AWS it is one of the environment's `portalOrigins`. */
async function letUpload(aws: System['aws'], Bucket: string, origin: string): Promise<void> {
  const s3 = createS3Client(clientConfiguration(aws));
  try {
    const { CORSRules = [] } = await s3.send(new GetBucketCorsCommand({ Bucket }));
    const [rule = { AllowedMethods: ['PUT', 'POST'] }, ...others] = CORSRules;
    const AllowedOrigins = [...('AllowedOrigins' in rule ? (rule.AllowedOrigins ?? []) : []), origin];
    const CORSConfiguration = { CORSRules: [{ ...rule, AllowedOrigins }, ...others] };
    await s3.send(new PutBucketCorsCommand({ Bucket, CORSConfiguration }));
  } finally {
    s3.destroy();
  }
}
