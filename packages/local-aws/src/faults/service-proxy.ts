import { createServer, request as httpRequest } from 'node:http';

/** A call on its way to the matching service. */
export interface ServiceCall {
  readonly body: Buffer;
  /** From the body; empty where it is none. */
  readonly key: string;
}

/** An answer of the service, or one in its place. */
export interface ServiceAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers in the service's place, lets it answer, or does both. `reset` cuts the connection. */
export type ServiceBehaviour = (
  call: ServiceCall,
  forward: () => Promise<ServiceAnswer>,
) => Promise<ServiceAnswer | 'reset'>;

/** Stands between the function and the matching service, to have it fail. */
export interface ServiceProxy {
  /** Where the function posts. */
  readonly endpoint: string;
  setBehaviour(behaviour: ServiceBehaviour): void;
  close(): Promise<void>;
}

/** Starts the proxy on a free port of 127.0.0.1; without a behaviour it only passes on. */
export async function startServiceProxy(target: () => string): Promise<ServiceProxy> {
  let behave: ServiceBehaviour = (_call, forward) => forward();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', async () => {
      const body = Buffer.concat(chunks);
      const forward = () => post(new URL(incoming.url ?? '', target()), incoming.headers, body);
      const answer = await behave({ body, key: keyOf(body) }, forward).catch(() => 'reset' as const);
      if (answer === 'reset') {
        outgoing.destroy();
        return;
      }
      outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      outgoing.end(answer.body);
    });
    incoming.on('error', () => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    endpoint: `http://127.0.0.1:${port}/process`,
    setBehaviour: (behaviour) => {
      behave = behaviour;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function post(url: URL, headers: NodeJS.Dict<string | string[]>, body: Buffer): Promise<ServiceAnswer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, 'transfer-encoding': _encoding, ...kept } = headers;
    const outgoing = httpRequest(
      url,
      { method: 'POST', headers: { ...kept, 'content-length': body.length } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const retryAfter = answer.headers['retry-after'];
          resolve({
            status: answer.statusCode ?? 500,
            body: Buffer.concat(chunks).toString('utf8'),
            ...(retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } }),
          });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function keyOf(body: Buffer): string {
  try {
    return String((JSON.parse(body.toString('utf8')) as { s3_key?: unknown }).s3_key ?? '');
  } catch {
    return '';
  }
}
