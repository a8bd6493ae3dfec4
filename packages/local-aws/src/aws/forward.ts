import { type Agent, request as httpRequest } from 'node:http';
import type { AwsCall, AwsResponse } from './aws-call.ts';
import { withoutHop, withoutLength } from './headers.ts';

/** Passes a call on to another server, as it came. */
export function forward(agent: Agent, url: string, call: AwsCall): Promise<AwsResponse> {
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
