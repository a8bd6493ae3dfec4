import {
  ExecutionEnvironment,
  type ExecutionEnvironmentOptions,
  type InvocationResult,
} from './execution-environment.ts';

/** Runs a function's invocations in as many execution environments as there are at a time; warm ones are used again. */
export class FunctionRunner {
  private readonly options: ExecutionEnvironmentOptions;
  private readonly idle: ExecutionEnvironment[] = [];
  private readonly busy = new Set<ExecutionEnvironment>();

  constructor(options: ExecutionEnvironmentOptions) {
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
    const environment = this.takeIdle() ?? new ExecutionEnvironment(this.options);
    this.busy.add(environment);
    try {
      return await environment.invoke(event);
    } catch (error) {
      return { kind: 'failed', error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    } finally {
      this.busy.delete(environment);
      if (environment.alive) this.idle.push(environment);
    }
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
