import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ENVIRONMENTS, type EnvironmentName, type ResourceNames, resourceNames } from '@trade-matching/domain';
import { WrongUsageError } from '../command.ts';
import { type RunningSandbox, runningSandbox } from './sandbox-file.ts';

/** What a client of the SDK is made with; empty where this shell's credentials and region are meant. */
export interface ClientConfiguration {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** An environment's resources, found by their names. */
export interface Account {
  readonly environment: EnvironmentName;
  /** 12 digits. */
  readonly id: string;
  /** For clients of other services than the ones here. */
  readonly client: ClientConfiguration;
  readonly names: ResourceNames;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  /** Absent in the sandbox, which has none. */
  readonly cloudwatch: CloudWatchClient | undefined;
  close(): void;
}

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
 * Connects to an environment: `local` is the sandbox that runs on this machine, the others are the account that this
 * shell's credentials are of.
 *
 * @throws {WrongUsageError} for an environment that there is none of, or a sandbox that does not run
 */
export async function connect(
  environment: string,
  sandbox: RunningSandbox | undefined = runningSandbox(),
): Promise<Account> {
  if (!(ENVIRONMENTS as readonly string[]).includes(environment)) {
    throw new WrongUsageError(`--env is ${ENVIRONMENTS.join(', ')}, not "${environment}".`);
  }
  const name = environment as EnvironmentName;
  if (name !== 'local') return connectAccount(name);
  if (!sandbox) throw new WrongUsageError('No sandbox runs on this machine. Start one with: npm start');
  const { endpoint, region, account } = sandbox;
  const client = { endpoint, region, credentials: { accessKeyId: 'operator', secretAccessKey: 'sandbox' } };
  return accountOf(name, account, client, {
    s3: new S3Client({ ...client, forcePathStyle: true }),
    sqs: new SQSClient({ ...client, useQueueUrlAsEndpoint: false }),
    dynamodb: new DynamoDBClient(client),
    cloudwatch: undefined,
  });
}

async function connectAccount(environment: EnvironmentName): Promise<Account> {
  const sts = new STSClient({});
  try {
    const { Account: account = '' } = await sts.send(new GetCallerIdentityCommand({}));
    return accountOf(
      environment,
      account,
      {},
      {
        s3: new S3Client({}),
        sqs: new SQSClient({}),
        dynamodb: new DynamoDBClient({}),
        cloudwatch: new CloudWatchClient({}),
      },
    );
  } finally {
    sts.destroy();
  }
}

function accountOf(
  environment: EnvironmentName,
  id: string,
  client: ClientConfiguration,
  clients: Pick<Account, 's3' | 'sqs' | 'dynamodb' | 'cloudwatch'>,
): Account {
  return {
    environment,
    id,
    client,
    names: resourceNames(environment, id),
    ...clients,
    close: () => {
      for (const each of Object.values(clients)) each?.destroy();
    },
  };
}

/** Connects, runs, and lets go of the connections whatever happens. */
export async function withAccount<T>(environment: string, run: (account: Account) => Promise<T>): Promise<T> {
  const account = await connect(environment);
  try {
    return await run(account);
  } finally {
    account.close();
  }
}
