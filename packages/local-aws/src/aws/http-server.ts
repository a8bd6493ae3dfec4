import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AwsCall, type AwsResponse, classify } from './aws-call.ts';

const MAX_BODY_BYTES = 512 * 1024 * 1024;

/** Thrown by an interceptor: the caller's connection is cut, without an answer. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset';
}

/** A server on 127.0.0.1 that answers AWS calls. */
export interface HttpServer {
  /** `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Listens on a port of 127.0.0.1; 0 is a free one. */
export async function startHttpServer(
  port: number,
  perform: (call: AwsCall) => Promise<AwsResponse>,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    answerRequest(request, response, perform);
  });
  // A client that reuses a connection must not find it closing.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { endpoint: `http://127.0.0.1:${portOf(server, port)}`, close: () => close(server) };
}

function portOf(server: Server, port: number): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
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
