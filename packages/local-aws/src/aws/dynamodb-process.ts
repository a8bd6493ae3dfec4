import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from './free-port.ts';

/** Where the tables are: a process of our own, or an endpoint that somebody named. */
export interface DynamoDbEndpoint {
  readonly url: string;
  /** Of the process, where it is ours. */
  readonly pid?: number;
  close(): Promise<void>;
}

export class DynamoDbStartError extends Error {
  override readonly name = 'DynamoDbStartError';
}

const START_TIMEOUT_MS = 10_000;

/**
 * Starts the embedded DynamoDB on a free port. It would outlive a killed parent, so it is ended when this process exits.
 *
 * @throws {DynamoDbStartError} where there is no binary for this machine and no endpoint is named
 */
export async function startDynamoDb(): Promise<DynamoDbEndpoint> {
  const named = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  return named ? { url: named, close: async () => {} } : startDynamoDbProcess();
}

/** Ports to try: between asking for a free one and listening on it, another program may take it. */
const PORTS_TRIED = 5;

/**
 * The same, always a process of our own.
 *
 * @param database the file that holds its tables; in memory where none is given
 * @param choosePort asked again where another program has taken the port
 * @throws {DynamoDbStartError}
 */
export async function startDynamoDbProcess(database?: string, choosePort = freePort): Promise<DynamoDbEndpoint> {
  for (let tried = 1; ; tried++) {
    const started = await startOn(await choosePort(), database);
    if (started !== 'port taken') return started;
    if (tried === PORTS_TRIED) {
      throw new DynamoDbStartError(`Of ${PORTS_TRIED} free ports each was taken before the embedded DynamoDB had it.`);
    }
  }
}

async function startOn(port: number, database: string | undefined): Promise<DynamoDbEndpoint | 'port taken'> {
  const file = database === undefined ? [] : ['--db-path', database];
  const child = spawn(dynamoDbBinary(), ['--host', '127.0.0.1', '--port', String(port), ...file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const endOnExit = () => child.kill('SIGKILL');
  process.once('exit', endOnExit);
  const url = `http://127.0.0.1:${port}`;
  try {
    if ((await untilListening(child)) === 'port taken') {
      process.off('exit', endOnExit);
      return 'port taken';
    }
    await waitUntilAnswering(child, url);
  } catch (error) {
    process.off('exit', endOnExit);
    throw error;
  }
  return {
    url,
    ...(child.pid === undefined ? {} : { pid: child.pid }),
    close: async () => {
      process.off('exit', endOnExit);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Resolves when the process says that it listens: what answers on its port before that is somebody else's. */
function untilListening(child: ChildProcess): Promise<'listening' | 'port taken'> {
  return new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        said = `${said}${bytes}`.slice(-2_000);
        if (/\blistening on\b/.test(said)) resolve('listening');
      });
    }
    child.once('error', (cause) => reject(new DynamoDbStartError('The embedded DynamoDB cannot be run.', { cause })));
    // Not on `exit`: what it said last may still be on its way.
    child.once('close', (code) => {
      if (/\balready in use\b/.test(said)) resolve('port taken');
      else reject(new DynamoDbStartError(`The embedded DynamoDB ended with exit code ${code}: ${said.trim()}`));
    });
  });
}

/** @throws {DynamoDbStartError} where there is none for this machine */
export function dynamoDbBinary(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return path.join(path.dirname(manifest), 'dynoxide');
  } catch (cause) {
    throw new DynamoDbStartError(
      `There is no embedded DynamoDB for ${process.platform}-${process.arch}. Start one, for example DynamoDB Local, and name it in AWS_ENDPOINT_URL_DYNAMODB.`,
      { cause },
    );
  }
}

async function waitUntilAnswering(child: ChildProcess, url: string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let failure: unknown;
  child.once('error', (error) => {
    failure = error;
  });
  while (Date.now() < deadline) {
    if (failure !== undefined || child.exitCode !== null) break;
    const answered = await fetch(url, {
      method: 'POST',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        'content-type': 'application/x-amz-json-1.0',
        authorization:
          'AWS4-HMAC-SHA256 Credential=sandbox/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
    }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill('SIGKILL');
  throw new DynamoDbStartError(`The embedded DynamoDB did not answer on ${url}.`, { cause: failure });
}
