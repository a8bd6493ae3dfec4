import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Clock } from '../clock/index.ts';
import type { FunctionDefinition } from '../terraform/index.ts';
import type { FromFunction, ToFunction } from './protocol.ts';

/** How an invocation ended. */
export type InvocationResult =
  | { readonly kind: 'done'; readonly answer: unknown }
  /** The handler threw, ran out of time, or its process ended. */
  | { readonly kind: 'failed'; readonly error: string };

/** The function's module could not be loaded. */
export class FunctionInitError extends Error {
  override readonly name = 'FunctionInitError';
}

export interface ExecutionEnvironmentOptions {
  readonly definition: FunctionDefinition;
  /** The unpacked archive. */
  readonly folder: string;
  readonly region: string;
  readonly account: string;
  /** Endpoint and credentials of the embedded AWS, beside what the stack declares. */
  readonly endpointEnvironment: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
  readonly clock: Clock;
}

const INIT_TIMEOUT_MS = 20_000;

let environments = 0;

/** A process that runs a function's invocations one after the other, as Lambda's execution environments do. */
export class ExecutionEnvironment {
  /** What its calls are signed with, so that a call is known to be of this process. */
  readonly accessKeyId: string;
  private readonly child: ChildProcess;
  private readonly definition: FunctionDefinition;
  private readonly clock: Clock;
  private readonly ready: Promise<void>;
  private running: ((result: InvocationResult) => void) | undefined;
  private gone: string | undefined;

  constructor({ definition, folder, region, account, endpointEnvironment, log, clock }: ExecutionEnvironmentOptions) {
    this.definition = definition;
    this.clock = clock;
    environments += 1;
    this.accessKeyId = `${definition.name}.${environments}`;
    this.child = fork(
      path.join(import.meta.dirname, 'execution-environment-process.ts'),
      [folder, definition.handler, JSON.stringify(clock.anchor())],
      {
        cwd: folder,
        env: {
          ...endpointEnvironment,
          ...definition.environment,
          AWS_ACCESS_KEY_ID: this.accessKeyId,
          AWS_REGION: region,
          AWS_LAMBDA_FUNCTION_NAME: definition.name,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memory),
          AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${definition.name}`,
          SANDBOX_FUNCTION_ARN: `arn:aws:lambda:${region}:${account}:function:${definition.name}`,
          TZ: ':UTC',
        },
        execArgv: [`--max-old-space-size=${definition.memory}`],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', log);
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(new FunctionInitError('It did not load in time.')), INIT_TIMEOUT_MS);
    this.ready = promise.finally(() => clearTimeout(timer));
    // Whoever invokes it hears of a failed start; nobody may be waiting yet.
    this.ready.catch(() => this.kill());
    this.child.on('message', (message: FromFunction) => {
      if (message.kind === 'ready') resolve();
      else if (message.kind === 'init-failed') reject(new FunctionInitError(message.error));
      else if (message.kind === 'done') this.running?.({ kind: 'done', answer: message.answer });
      else this.running?.({ kind: 'failed', error: message.error });
    });
    this.child.once('exit', (code, signal) => {
      this.gone = `The process ended (${signal ?? `exit code ${code}`}).`;
      reject(new FunctionInitError(this.gone));
      this.running?.({ kind: 'failed', error: this.gone });
    });
  }

  get alive(): boolean {
    return this.gone === undefined;
  }

  /** @throws {FunctionInitError} where the module cannot be loaded */
  start(): Promise<void> {
    return this.ready;
  }

  /** Runs one invocation. At its timeout the process is killed, in the middle of whatever it does, as in AWS. */
  async invoke(event: unknown): Promise<InvocationResult> {
    await this.ready;
    if (this.gone !== undefined) return { kind: 'failed', error: this.gone };
    const { promise, resolve } = Promise.withResolvers<InvocationResult>();
    this.running = resolve;
    const timeoutMs = this.definition.timeout * 1000;
    const clock = this.clock.anchor();
    const timer = setTimeout(() => {
      resolve({ kind: 'failed', error: `Task timed out after ${this.definition.timeout} seconds` });
      this.kill();
    }, timeoutMs / clock.factor);
    const deadline = this.clock.now() + timeoutMs;
    const message: ToFunction = { kind: 'invoke', requestId: randomUUID(), event, deadline, clock };
    this.child.send(message, (error) => {
      if (error) resolve({ kind: 'failed', error: error.message });
    });
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.running = undefined;
    }
  }

  kill(): void {
    this.gone ??= 'The process was killed.';
    this.child.kill('SIGKILL');
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.kill();
    await ended;
  }
}
