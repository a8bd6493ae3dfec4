import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SQSClient } from '@aws-sdk/client-sqs';
import { unzipSync } from 'fflate';
import type { EventSourceMappings } from '../aws/index.ts';
import type { Clock } from '../clock/index.ts';
import { type ProvisionedStack, StackError } from '../terraform/index.ts';
import { FunctionInitError, type InvocationResult } from './execution-environment.ts';
import { FunctionRunner, type Invocation } from './function-runner.ts';
import { QueuePoller } from './queue-poller.ts';
import { RunningMappings } from './running-mappings.ts';
import { ScheduleRunner } from './schedule-runner.ts';

/** The stack's functions, fed by their queues and started by their schedules. */
export interface RunningFunctions {
  /** Invokes a function directly. */
  invoke(functionName: string, event: unknown): Promise<InvocationResult>;
  /** Kills the process whose calls are signed with this access key, in the middle of its work. */
  crash(accessKeyId: string): void;
  /** What Lambda's API lists and changes. */
  readonly mappings: EventSourceMappings;
  /** Invocations that run, of all event source mappings and schedules. */
  running(): number;
  close(): Promise<void>;
}

export interface StartFunctionsOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly account: string;
  readonly endpointEnvironment: Readonly<Record<string, string>>;
  readonly log: (from: string, line: string) => void;
  readonly clock: Clock;
  readonly onInvocation: (invocation: Invocation) => void;
  readonly onThrottled: (functionName: string) => void;
}

/**
 * Unpacks each function's archive and runs it as its definition says, each execution environment in a process of its
 * own, then starts the event source mappings.
 *
 * @throws {FunctionInitError} where a function cannot be loaded with the environment that the stack gives it
 */
export async function startFunctions(
  stack: ProvisionedStack,
  options: StartFunctionsOptions,
): Promise<RunningFunctions> {
  const { endpoint, region, account, endpointEnvironment, log, clock, onInvocation, onThrottled } = options;
  const folder = mkdtempSync(path.join(tmpdir(), 'functions-'));
  const runners = new Map<string, FunctionRunner>();
  const pollers: QueuePoller[] = [];
  const names = stack.functions.map(({ name }) => name);
  const mappings = new RunningMappings(names, { region, account, clock });
  const schedules: ScheduleRunner[] = [];
  const queueClients: SQSClient[] = [];
  /** Whose a call is, is known by what it is signed with. */
  const clientAs = (accessKeyId: string) => {
    const client = new SQSClient({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey: 'sandbox' },
      useQueueUrlAsEndpoint: false,
    });
    queueClients.push(client);
    return client;
  };
  /** Lambda polls in the function's role. */
  const clientOf = (functionName: string) => clientAs(`event-source-mapping.${functionName}`);
  const eventsClient = () => clientAs('events.amazonaws.com');
  const close = async () => {
    await Promise.all([...pollers, ...schedules].map((each) => each.close()));
    await Promise.all([...runners.values()].map((runner) => runner.close()));
    for (const client of queueClients) client.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const definition of stack.functions) {
      const { name, archive } = definition;
      runners.set(
        name,
        new FunctionRunner({
          definition,
          folder: unpack(archive, path.join(folder, name)),
          region,
          account,
          endpointEnvironment,
          log: (line) => log(name, line),
          clock,
          onInvocation,
        }),
      );
    }
    await Promise.all([...runners.values()].map(warmUp));
    for (const mapping of stack.eventSourceMappings) {
      const runner = runners.get(mapping.functionName);
      if (!runner)
        throw new StackError(
          `An event source mapping names the function ${mapping.functionName}, which the stack does not declare.`,
        );
      const poller = new QueuePoller({
        sqs: clientOf(mapping.functionName),
        mapping,
        runner,
        region,
        log: (line) => log(mapping.functionName, line),
        onThrottled: () => onThrottled(mapping.functionName),
      });
      pollers.push(poller);
      mappings.add(mapping, poller);
    }
    for (const schedule of stack.schedules) {
      const { functionName } = schedule;
      const runner = runners.get(functionName);
      if (!runner)
        throw new StackError(`A rule starts the function ${functionName}, which the stack does not declare.`);
      schedules.push(
        new ScheduleRunner({
          ...{ schedule, runner, stack, region, account, clock },
          sqs: eventsClient(),
          log: (line) => log(functionName, line),
          onThrottled: () => onThrottled(functionName),
        }),
      );
    }
  } catch (error) {
    await close();
    throw error;
  }
  const runnerOf = (name: string) => {
    const runner = runners.get(name);
    if (!runner) throw new StackError(`The stack declares no function ${name}.`);
    return runner;
  };
  return {
    invoke: (name, event) => runnerOf(name).invoke(event),
    crash: (accessKeyId) => {
      for (const runner of runners.values()) runner.crash(accessKeyId);
    },
    mappings,
    running: () => [...pollers, ...schedules].reduce((sum, each) => sum + each.running, 0),
    close,
  };
}

async function warmUp(runner: FunctionRunner): Promise<void> {
  try {
    await runner.warmUp();
  } catch (cause) {
    if (!(cause instanceof FunctionInitError)) throw cause;
    throw new FunctionInitError(`The function ${runner.name} cannot start. ${cause.message}`, { cause });
  }
}

function unpack(archive: string, folder: string): string {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(archive)))) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(file, bytes);
  }
  return folder;
}
