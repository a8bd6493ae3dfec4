import { Agent } from 'node:http';
import { type Clock, realClock } from '../clock/index.ts';
import { answerAccountCall } from './account/account-api.ts';
import { type AccountFacts, EMPTY_ACCOUNT } from './account/account-facts.ts';
import type { EventSourceMappings } from './account/event-source-mappings-api.ts';
import type { AwsCall, AwsResponse, Interceptor } from './aws-call.ts';
import { DynamoDbApi } from './dynamodb/dynamodb-api.ts';
import { startDynamoDb } from './dynamodb-process.ts';
import { startHttpServer } from './http-server.ts';
import { type PublishedNotification, startQueuesAndTopics } from './queues-and-topics.ts';
import { type CreatedListener, S3Api } from './s3/s3-api.ts';
import { SecretsApi } from './secrets-api.ts';
import { TemporaryCredentials } from './temporary-credentials.ts';

/** Calls `deliver` as often and as late as an event, of which this is the body, is to arrive. */
export type EventDelivery = (deliver: () => Promise<void>, body: string) => Promise<void>;

export type AnsweredListener = (call: AwsCall, answer: Pick<AwsResponse, 'status' | 'body'>) => void;

export interface EmbeddedAwsOptions {
  /** Free where none is given. */
  readonly port?: number;
  /** What S3's events and objects are dated by. */
  readonly clock?: Pick<Clock, 'now'>;
  /**
   * Milliseconds by the clock from a write to a table until its secondary indexes have it, asked once for each write.
   * They have it at once where none is given.
   */
  readonly indexLag?: (item: string) => number;
}

/** S3, SQS, SNS, DynamoDB and Secrets Manager behind one endpoint on this machine. */
export interface EmbeddedAws {
  /** `http://127.0.0.1:PORT`: an address, not a name, so that SDKs use path style by themselves. */
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  /** What a process needs for its SDK clients to talk to this endpoint and to nothing else. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every message published so far, oldest first. */
  readonly published: readonly PublishedNotification[];
  onObjectCreated(listener: CreatedListener): () => void;
  /** How S3's events reach their queues: by default each once, at once. For tests that repeat or delay them. */
  setEventDelivery(delivery: EventDelivery): void;
  /** What the account holds beside the stack's resources; nothing where it is not said. */
  setAccountFacts(facts: AccountFacts): void;
  /** What Lambda's API lists and changes; none where functions do not run. */
  setEventSourceMappings(mappings: EventSourceMappings): void;
  /** The last interceptor added sees a call first. */
  addInterceptor(interceptor: Interceptor): () => void;
  /** Hears of every call with the answer that its caller got, and of what S3 sends to queues. */
  onAnswered(listener: AnsweredListener): () => void;
  close(): Promise<void>;
}

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';

/** Starts the embedded AWS on 127.0.0.1. */
export async function startEmbeddedAws({
  port = 0,
  clock = realClock,
  indexLag,
}: EmbeddedAwsOptions = {}): Promise<EmbeddedAws> {
  const created = listeners<[Parameters<CreatedListener>[0]]>();
  const answered = listeners<Parameters<AnsweredListener>>();
  const interceptors: Interceptor[] = [];
  let deliverEvent: EventDelivery = (deliver) => deliver();
  let facts = EMPTY_ACCOUNT;
  let mappings: EventSourceMappings | undefined;
  let endpoint = '';

  const tables = await startDynamoDb();
  const agent = new Agent({ keepAlive: true });
  const dynamodb = new DynamoDbApi({ agent, url: tables.url, clock, ...(indexLag && { indexLag }) });
  const queuesAndTopics = startQueuesAndTopics(REGION, ACCOUNT, () => endpoint, clock);
  const secrets = new SecretsApi(REGION, ACCOUNT);
  const sendEvent = (queueArn: string, body: string) =>
    deliverEvent(async () => {
      const { call, answer } = await queuesAndTopics.sendEvent(queueArn, body);
      answered.tell(call, answer);
    }, body);
  const credentials = new TemporaryCredentials(clock);
  const s3 = new S3Api(sendEvent, created.tell, clock, REGION, credentials);

  const perform = async (call: AwsCall): Promise<AwsResponse> => {
    switch (call.service) {
      case 's3':
        return s3.handle(call);
      case 'secretsmanager':
        return secrets.handle(call);
      case 'dynamodb':
        return dynamodb.handle(call);
      case 'sts':
        return call.action === 'AssumeRole' ? credentials.assumeRole(call) : queuesAndTopics.handle(call);
      case 'sqs':
      case 'sns':
        return queuesAndTopics.handle(call);
      default:
        return answerAccountCall(
          { ...call, service: call.service },
          facts,
          { region: REGION, account: ACCOUNT },
          mappings,
        );
    }
  };
  const intercepted = (call: AwsCall, at: number): Promise<AwsResponse> => {
    const interceptor = interceptors[at];
    return interceptor ? interceptor(call, (instead = call) => intercepted(instead, at - 1)) : perform(call);
  };
  const server = await startHttpServer(port, async (call) => {
    const answer = await intercepted(call, interceptors.length - 1);
    answered.tell(call, answer);
    return answer;
  });
  endpoint = server.endpoint;

  return {
    endpoint,
    region: REGION,
    accountId: ACCOUNT,
    environment: environmentOf(endpoint),
    published: queuesAndTopics.published,
    onObjectCreated: created.add,
    setEventDelivery: (delivery) => {
      deliverEvent = delivery;
    },
    setAccountFacts: (given) => {
      facts = given;
    },
    setEventSourceMappings: (given) => {
      mappings = given;
    },
    addInterceptor: (interceptor) => {
      interceptors.push(interceptor);
      return () => {
        const at = interceptors.indexOf(interceptor);
        if (at !== -1) interceptors.splice(at, 1);
      };
    },
    onAnswered: answered.add,
    close: async () => {
      await server.close();
      await queuesAndTopics.close();
      agent.destroy();
      await tables.close();
    },
  };
}

function environmentOf(endpoint: string): EmbeddedAws['environment'] {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

function listeners<A extends readonly unknown[]>() {
  const all = new Set<(...args: A) => void>();
  return {
    tell: (...args: A) => {
      for (const listener of all) listener(...args);
    },
    add: (listener: (...args: A) => void) => {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
  };
}
