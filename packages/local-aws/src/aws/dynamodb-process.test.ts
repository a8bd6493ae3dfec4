import { createServer, type Server } from 'node:http';
import { expect, test } from 'vitest';
import { DynamoDbStartError, startDynamoDbProcess } from './dynamodb-process.ts';
import { freePort } from './free-port.ts';

/** A program that has taken a port. */
async function takenPort(): Promise<{ port: number; server: Server }> {
  const port = await freePort();
  const server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { port, server };
}

test('where another program has taken the port, the tables are on the next', async () => {
  const { port, server } = await takenPort();
  const ports = [port];
  const { url, close } = await startDynamoDbProcess(undefined, async () => ports.shift() ?? freePort());
  expect(url).not.toBe(`http://127.0.0.1:${port}`);
  await close();
  server.close();
});

test('where every port is taken, it says so and takes no other program for its own', async () => {
  const { port, server } = await takenPort();
  await expect(startDynamoDbProcess(undefined, async () => port)).rejects.toThrow(DynamoDbStartError);
  server.close();
});
