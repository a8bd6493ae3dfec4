import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { buildApp } from 'fauxqs';
import { type Clock, realClock } from '../clock/index.ts';
import { type AwsCall, type AwsResponse, classify, type Interceptor } from './aws-call.ts';
import { startDynamoDb } from './dynamodb-process.ts';
import { type CreatedListener, S3Api } from './s3/s3-api.ts';
import { SecretsApi } from './secrets-api.ts';

/** A message that was published to SNS. */
export interface PublishedNotification {
  readonly topicArn: string;
  readonly subject: string;
  readonly message: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Calls `deliver` as often and as late as an event is to arrive. */
export type EventDelivery = (deliver: () => Promise<void>) => Promise<void>;

export type AnsweredListener = (call: AwsCall, answer: Pick<AwsResponse, 'status' | 'body'>) => void;

export interface EmbeddedAwsOptions {
  /** Free where none is given. */
  readonly port?: number;
  /** What S3's events and objects are dated by. */
  readonly clock?: Pick<Clock, 'now'>;
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
  /** The last interceptor added sees a call first. */
  addInterceptor(interceptor: Interceptor): () => void;
  /** Hears of every call with the answer that its caller got, and of what S3 sends to queues. */
  onAnswered(listener: AnsweredListener): () => void;
  close(): Promise<void>;
}

const REGION = 'us-east-1';
const ACCOUNT = '000000000000';
const MAX_BODY_BYTES = 512 * 1024 * 1024;

/** Starts the embedded AWS on 127.0.0.1. */
export async function startEmbeddedAws({ port = 0, clock = realClock }: EmbeddedAwsOptions = {}): Promise<EmbeddedAws> {
  const dynamodb = await startDynamoDb();
  const queuesAndTopics = buildApp({ logger: false });
  const agent = new Agent({ keepAlive: true });
  const interceptors: Interceptor[] = [];
  const listeners = new Set<CreatedListener>();
  const answeredListeners = new Set<AnsweredListener>();
  const tellAnswered: AnsweredListener = (call, answer) => {
    for (const listener of answeredListeners) listener(call, answer);
  };
  const published: PublishedNotification[] = [];
  let endpoint = '';

  const sendToQueue = async (queueArn: string, body: string) => {
    const [, , , region = REGION, account = ACCOUNT, name = ''] = queueArn.split(':');
    const headers = {
      'x-amz-target': 'AmazonSQS.SendMessage',
      'content-type': 'application/x-amz-json-1.0',
      authorization: `Credential=s3/20200101/${region}/sqs/aws4_request`,
    };
    const payload = JSON.stringify({
      QueueUrl: `http://sqs.${region}.localhost/${account}/${name}`,
      MessageBody: body,
    });
    const answer = await queuesAndTopics.inject({ method: 'POST', url: '/', headers, payload });
    if (answer.statusCode !== 200) throw new Error(`S3 could not tell ${queueArn}: ${answer.body}`);
    const call = classify('POST', '/', headers, Buffer.from(payload));
    tellAnswered(call, { status: answer.statusCode, body: answer.rawPayload });
  };
  let deliverEvent: EventDelivery = (deliver) => deliver();
  const s3 = new S3Api(
    (queueArn, body) => deliverEvent(() => sendToQueue(queueArn, body)),
    (created) => {
      for (const listener of listeners) listener(created);
    },
    clock,
  );

  const secrets = new SecretsApi(REGION, ACCOUNT);

  const perform = async (call: AwsCall): Promise<AwsResponse> => {
    switch (call.service) {
      case 's3':
        return s3.handle(call);
      case 'secretsmanager':
        return secrets.handle(call);
      case 'dynamodb':
        return forward(agent, dynamodb.url, call);
      case 'sqs':
      case 'sns': {
        const answer = await queuesAndTopics.inject({
          method: 'POST',
          url: '/',
          headers: withoutHop(call.headers),
          payload: call.body,
        });
        if (call.service === 'sns' && call.action === 'Publish' && answer.statusCode === 200)
          published.push(publishedBy(call));
        const body = answer.rawPayload.toString('utf8').replaceAll(/http:\/\/[^/"<]+(?=\/\d{12}\/)/g, endpoint);
        const headers = Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
        );
        return { status: answer.statusCode, headers: withoutLength(headers), body: Buffer.from(body) };
      }
    }
  };
  const intercepted = (call: AwsCall, at: number): Promise<AwsResponse> => {
    const interceptor = interceptors[at];
    return interceptor ? interceptor(call, (instead = call) => intercepted(instead, at - 1)) : perform(call);
  };

  const server = createServer((request, response) => {
    answerRequest(request, response, async (call) => {
      const answer = await intercepted(call, interceptors.length - 1);
      tellAnswered(call, answer);
      return answer;
    });
  });
  // A client that reuses a connection must not find it closing.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`;

  return {
    endpoint,
    region: REGION,
    accountId: ACCOUNT,
    environment: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: REGION,
      AWS_ACCESS_KEY_ID: 'sandbox',
      AWS_SECRET_ACCESS_KEY: 'sandbox',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    published,
    onObjectCreated: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setEventDelivery: (delivery) => {
      deliverEvent = delivery;
    },
    addInterceptor: (interceptor) => {
      interceptors.push(interceptor);
      return () => {
        const at = interceptors.indexOf(interceptor);
        if (at !== -1) interceptors.splice(at, 1);
      };
    },
    onAnswered: (listener) => {
      answeredListeners.add(listener);
      return () => answeredListeners.delete(listener);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await queuesAndTopics.close();
      agent.destroy();
      await dynamodb.close();
    },
  };
}

async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  perform: (call: AwsCall) => Promise<AwsResponse>,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) throw new Error('The request is larger than the sandbox takes.');
      chunks.push(chunk);
    }
    const call = classify(request.method ?? 'GET', request.url ?? '/', request.headers, Buffer.concat(chunks));
    const { status, headers, body } = await perform(call);
    response.writeHead(status, {
      'x-amzn-requestid': 'SANDBOX',
      ...headers,
      ...(request.method === 'HEAD' ? {} : { 'content-length': String(body.length) }),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  } catch (error) {
    // A reset is how an interceptor lets a connection die.
    if (error instanceof ConnectionReset) {
      response.destroy();
      return;
    }
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.end(error instanceof Error ? error.message : String(error));
  }
}

/** Thrown by an interceptor: the caller's connection is cut, without an answer. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
}

function forward(agent: Agent, url: string, call: AwsCall): Promise<AwsResponse> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      url,
      {
        method: call.method,
        path: call.url,
        headers: { ...withoutHop(call.headers), 'content-length': String(call.body.length) },
        agent,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const headers = Object.fromEntries(
            Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
          );
          resolve({ status: incoming.statusCode ?? 500, headers: withoutLength(headers), body: Buffer.concat(chunks) });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

function withoutHop(headers: AwsCall['headers']): Record<string, string> {
  const kept = Object.entries(headers).filter(
    ([name]) => !['connection', 'transfer-encoding', 'content-length', 'expect'].includes(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

function withoutLength(headers: Record<string, string>): Record<string, string> {
  const { 'content-length': _length, 'transfer-encoding': _encoding, connection: _connection, ...kept } = headers;
  return kept;
}

function publishedBy({ body }: AwsCall): PublishedNotification {
  const form = new URLSearchParams(body.toString('utf8'));
  const attributes: Record<string, string> = {};
  for (const [name, value] of form) {
    const index = /^MessageAttributes\.entry\.(\d+)\.Name$/.exec(name)?.[1];
    if (index) attributes[value] = form.get(`MessageAttributes.entry.${index}.Value.StringValue`) ?? '';
  }
  return {
    topicArn: form.get('TopicArn') ?? '',
    subject: form.get('Subject') ?? '',
    message: form.get('Message') ?? '',
    attributes,
  };
}
