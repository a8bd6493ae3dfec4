import { createRequire } from 'node:module';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createS3Client, createSqsClient } from '@trade-matching/aws-runtime';
import { OUTCOMES, resourceNames } from '@trade-matching/domain';
import { synthesizedStack } from '@trade-matching/infra';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { type Clock, realClock } from '@trade-matching/local-aws/clock';
import {
  type CollectedMetrics,
  collectMetrics,
  LogStore,
  recordInvocation,
  recordThrottle,
} from '@trade-matching/local-aws/cloudwatch';
import { type ServiceProxy, startServiceProxy } from '@trade-matching/local-aws/faults';
import { type RunningFunctions, startFunctions } from '@trade-matching/local-aws/lambda';
import { type ProvisionedStack, provisionStack } from '@trade-matching/local-aws/terraform';
import type { Tables } from './report-document.ts';
import { type ServiceCommand, type ServiceProcess, startService } from './service-process.ts';
import type { Upload } from './uploads.ts';

/** What the matching service's calls are signed with. */
export const SERVICE_ACCESS_KEY = 'matching-service';

/** The whole system, running. */
export interface System {
  readonly aws: EmbeddedAws;
  readonly service: ServiceProcess;
  readonly functions: RunningFunctions;
  readonly stack: ProvisionedStack;
  /** What stands between the functions and the matching service, to have it fail. */
  readonly proxy: ServiceProxy;
  /** The bearer token of the matching service. */
  readonly serviceToken: string;
  readonly names: ReturnType<typeof resourceNames>;
  readonly tables: Tables;
  readonly clock: Clock;
  /** What would be in CloudWatch. */
  readonly metrics: CollectedMetrics;
  readonly logs: LogStore;
  upload(upload: Upload): Promise<void>;
  /** Calls back with the original key and the outcome of every document that is filed. */
  onFiled(listener: (originalKey: string, outcome: string) => void): () => void;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** A synthesized stack other than `local`'s own, for tests that break it. */
  readonly stackFile?: string;
  /** What the matching service is started by, where that is not the built bundle. */
  readonly serviceCommand?: ServiceCommand;
  /** Beside what the stack configures the matching service with. */
  readonly serviceVariables?: Readonly<Record<string, string>>;
  readonly log?: (from: string, line: string) => void;
  /** The real one, unless a run's waiting is to pass faster. */
  readonly clock?: Clock;
  /** Milliseconds from a write until secondary indexes have it, asked for each write; none where it is not given. */
  readonly indexLag?: (item: string) => number;
}

/**
 * Starts the embedded AWS, provisions it from the synthesized `local` stack, then starts the matching service and the
 * event source mappings. What was started is stopped again where a later step fails.
 */
export async function startSystem({
  stackFile,
  serviceCommand = [process.execPath, serviceBundle()],
  serviceVariables = {},
  log = () => {},
  clock = realClock,
  indexLag,
}: SystemOptions = {}): Promise<System> {
  const started: { close(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.splice(0).reverse()) await part.close();
  };
  try {
    const aws = await startEmbeddedAws({ clock, ...(indexLag && { indexLag }) });
    started.push(aws);
    const behindProxy = { url: '' };
    const proxy = await startServiceProxy(() => `${behindProxy.url}/process`);
    started.push(proxy);
    const token = crypto.randomUUID();
    const stack = await provisionStack(stackFile ?? synthesizedStack('local'), {
      endpoint: aws.endpoint,
      region: aws.region,
      account: aws.accountId,
      variables: { matching_service_endpoint: proxy.endpoint, service_token: token },
    });
    const names = resourceNames('local', aws.accountId);
    const client = clientConfiguration(aws);
    const sqs = createSqsClient(client);
    const queueUrls = [...stack.resources].flatMap(([address, { url }]) =>
      address.startsWith('aws_sqs_queue.') ? [String(url)] : [],
    );
    const metrics = collectMetrics({ aws, clock, sqs, queueUrls });
    const logs = new LogStore();
    const service = await startService(
      'The matching service',
      serviceCommand,
      {
        ...aws.environment,
        AWS_ACCESS_KEY_ID: SERVICE_ACCESS_KEY,
        ...serviceEnvironment(stack.outputs),
        HOST: '127.0.0.1',
        // Any that is free when it listens; a port chosen before may be taken by then.
        PORT: '0',
        ...serviceVariables,
      },
      (line) => {
        // It goes by real time.
        metrics.readLogLine(line, clock.now());
        logs.append(names.serviceLogGroup, line, clock.now());
        log('matching-service', line);
      },
    );
    started.push(service);
    behindProxy.url = service.url;
    const functions = await startFunctions(stack, {
      endpoint: aws.endpoint,
      region: aws.region,
      account: aws.accountId,
      endpointEnvironment: aws.environment,
      log: (functionName, line) => {
        metrics.readLogLine(line);
        logs.append(`/aws/lambda/${functionName}`, line, clock.now());
        log(functionName, line);
      },
      clock,
      onInvocation: (invocation) => recordInvocation(metrics.store, invocation),
      onThrottled: (functionName) => recordThrottle(metrics.store, functionName, clock.now()),
    });
    started.push(functions);
    aws.setEventSourceMappings(functions.mappings);

    const s3 = createS3Client(client);
    const dynamodb = new DynamoDBClient(client);
    return {
      aws,
      service,
      functions,
      serviceToken: token,
      proxy,
      stack,
      names,
      clock,
      metrics,
      logs,
      tables: {
        dynamodb: DynamoDBDocumentClient.from(dynamodb),
        documentsTable: names.documentsTable,
        tradesTable: names.tradesTable,
      },
      upload: async ({ key, bytes }) => {
        await s3.send(
          new PutObjectCommand({
            Bucket: names.documentsBucket,
            Key: key,
            Body: bytes,
            ContentType: 'application/pdf',
          }),
        );
      },
      onFiled: (listener) =>
        aws.onObjectCreated(({ key }) => {
          const outcome = OUTCOMES.find((candidate) => key.startsWith(`${candidate}/`));
          if (outcome) listener(key.slice(outcome.length + 1), outcome);
        }),
      close: async () => {
        s3.destroy();
        dynamodb.destroy();
        await stop();
        sqs.destroy();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The built service. Beside it lies the process that opens documents. */
function serviceBundle(): string {
  return createRequire(import.meta.url).resolve('@trade-matching/matching-service/bundle');
}

export function clientConfiguration(aws: EmbeddedAws) {
  return {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
  };
}

function serviceEnvironment(outputs: Readonly<Record<string, unknown>>): Record<string, string> {
  const environment = outputs.matching_service_environment;
  if (typeof environment !== 'object' || environment === null) {
    throw new Error('The stack has no output matching_service_environment: the matching service cannot be configured.');
  }
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, String(value)]));
}
