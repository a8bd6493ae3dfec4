import {
  ExecutionEnvironment,
  type ExecutionEnvironmentOptions,
  type InvocationResult,
} from './execution-environment.ts';
import { refusedEvent, withinResponse } from './payload-limits.ts';

/** An invocation that has ended. */
export interface Invocation {
  readonly functionName: string;
  /** Milliseconds since the epoch, by the clock of the sandbox. */
  readonly started: number;
  readonly ended: number;
  readonly failed: boolean;
  /** How many of the function ran when it began, itself among them. */
  readonly concurrent: number;
}

export interface FunctionRunnerOptions extends ExecutionEnvironmentOptions {
  readonly onInvocation: (invocation: Invocation) => void;
}

/** Runs a function's invocations in as many execution environments as there are at a time; warm ones are used again. */
export class FunctionRunner {
  private readonly options: FunctionRunnerOptions;
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly busy = new Set<ExecutionEnvironment>();

  constructor(options: FunctionRunnerOptions) {
    this.options = options;
  }

  get name(): string {
    return this.options.definition.name;
  }

  /** Whether another invocation would be throttled. */
  get full(): boolean {
    return this.busy.size >= this.options.definition.reservedConcurrency;
  }

  /** Starts the first environment, so that a wrong configuration is known at once. */
  async warmUp(): Promise<void> {
    const environment = new ExecutionEnvironment(this.options);
    this.idle.push(environment);
    await environment.start();
  }

  async invoke(event: unknown): Promise<InvocationResult> {
    const refused = refusedEvent(event);
    if (refused) return refused;
    const environment = this.takeIdle() ?? new ExecutionEnvironment(this.options);
    this.busy.add(environment);
    const { clock, onInvocation } = this.options;
    const [started, concurrent] = [clock.now(), this.busy.size];
    const result = await environment.invoke(event).then(
      withinResponse,
      (error): InvocationResult => ({
        kind: 'failed',
        error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      }),
    );
    this.busy.delete(environment);
    if (environment.alive) this.idle.push(environment);
    const failed = result.kind === 'failed';
    onInvocation({ functionName: this.name, started, ended: clock.now(), failed, concurrent });
    return result;
  }

  /** Kills the environment whose calls are signed with this access key, in the middle of its work. */
  crash(accessKeyId: string): void {
    for (const environment of this.busy) if (environment.accessKeyId === accessKeyId) environment.kill();
  }

  async close(): Promise<void> {
    await Promise.all([...this.busy, ...this.idle].map((environment) => environment.close()));
  }

  private takeIdle(): ExecutionEnvironment | undefined {
    for (let environment = this.idle.pop(); environment; environment = this.idle.pop()) {
      if (environment.alive) return environment;
    }
    return undefined;
  }
}
