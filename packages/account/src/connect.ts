import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ClientConfiguration, createS3Client, createSqsClient } from '@trade-matching/aws-runtime';
import { ENVIRONMENTS, type EnvironmentName, type ResourceNames, resourceNames } from '@trade-matching/domain';
import { type RunningSandbox, runningSandbox } from './sandbox-file.ts';

/** An environment's resources, found by their names. */
export interface Account {
  readonly environment: EnvironmentName;
  /** 12 digits. */
  readonly id: string;
  /** ARN of who calls; undefined in the sandbox, which has nobody signed in. */
  readonly caller: string | undefined;
  /** For clients of other services than the ones here. */
  readonly client: ClientConfiguration;
  readonly names: ResourceNames;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly dynamodb: DynamoDBClient;
  /** The same, for plain objects. */
  readonly records: DynamoDBDocumentClient;
  /** Absent in the sandbox, which has none. */
  readonly cloudwatch: CloudWatchClient | undefined;
  close(): void;
}

/** An environment that does not exist, or a sandbox that does not run. The message says what to do. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
}

/**
 * Connects to an environment: `local` is the sandbox that runs on this machine, the others are the account that this
 * shell's credentials are of.
 *
 * @throws {AccountError} for an unknown environment, or where no sandbox runs
 */
export async function connect(
  environment: string,
  sandbox: RunningSandbox | undefined = runningSandbox(),
): Promise<Account> {
  if (!(ENVIRONMENTS as readonly string[]).includes(environment)) {
    throw new AccountError(`--env is ${ENVIRONMENTS.join(', ')}, not "${environment}".`);
  }
  const name = environment as EnvironmentName;
  if (name !== 'local') return connectAccount(name);
  if (!sandbox) throw new AccountError('No sandbox runs on this machine. Start one with: npm start');
  const { endpoint, region, account } = sandbox;
  const client = { endpoint, region, credentials: { accessKeyId: 'operator', secretAccessKey: 'sandbox' } };
  return accountOf(name, { id: account, caller: undefined }, client, {
    s3: createS3Client(client),
    sqs: createSqsClient(client),
    dynamodb: new DynamoDBClient(client),
    cloudwatch: undefined,
  });
}

async function connectAccount(environment: EnvironmentName): Promise<Account> {
  const sts = new STSClient({});
  try {
    const { Account: id = '', Arn: caller } = await sts.send(new GetCallerIdentityCommand({}));
    return accountOf(
      environment,
      { id, caller },
      {},
      {
        s3: createS3Client(),
        sqs: createSqsClient(),
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
  { id, caller }: Pick<Account, 'id' | 'caller'>,
  client: ClientConfiguration,
  clients: Pick<Account, 's3' | 'sqs' | 'dynamodb' | 'cloudwatch'>,
): Account {
  return {
    environment,
    id,
    caller,
    client,
    names: resourceNames(environment, id),
    ...clients,
    records: DynamoDBDocumentClient.from(clients.dynamodb, { marshallOptions: { removeUndefinedValues: true } }),
    close: () => {
      for (const each of Object.values(clients)) each?.destroy();
    },
  };
}
