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
  /** Where the matching service is called; undefined where this machine was not told. */
  readonly matchingService: URL | undefined;
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
  const { endpoint, region, account, service, caller: accessKeyId = 'operator' } = sandbox;
  const client = { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'sandbox' } };
  return accountOf(
    name,
    { id: account, caller: undefined },
    client,
    {
      s3: createS3Client(client),
      sqs: createSqsClient(client),
      dynamodb: new DynamoDBClient(client),
      cloudwatch: undefined,
    },
    service === undefined ? undefined : new URL(service),
  );
}

/** The variable by which this machine is told where an account's matching service is. */
export const SERVICE_ADDRESS = 'MATCHING_SERVICE_ENDPOINT';

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Reads the address of the matching service. The token goes there: over TLS, or to a port of this machine that is
 * forwarded to it.
 *
 * @throws {AccountError} where it is no such address
 */
export function serviceAddress(given: string | undefined): URL | undefined {
  if (given === undefined || given === '') return undefined;
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url && (url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname)))) return url;
  const expected = 'an https URL, or http to a forwarded port such as http://127.0.0.1:8080';
  throw new AccountError(`${SERVICE_ADDRESS} must be ${expected}, not "${given}".`);
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
      serviceAddress(process.env[SERVICE_ADDRESS]),
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
  matchingService: URL | undefined,
): Account {
  return {
    environment,
    id,
    caller,
    client,
    names: resourceNames(environment, id),
    ...clients,
    matchingService,
    records: DynamoDBDocumentClient.from(clients.dynamodb, { marshallOptions: { removeUndefinedValues: true } }),
    close: () => {
      for (const each of Object.values(clients)) each?.destroy();
    },
  };
}
