import { setTimeout as sleep } from 'node:timers/promises';
import { GetQueueAttributesCommand, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { createSqsClient } from '@trade-matching/aws-runtime';
import type { Source } from '@trade-matching/domain';
import { type SimulatedClock, simulatedClock } from '@trade-matching/local-aws/clock';
import { type AlarmEvent, AlarmWatch, alarmDefinitions } from '@trade-matching/local-aws/cloudwatch';
import {
  changedStack,
  clientConfiguration,
  type StackChange,
  type System,
  startSystem,
  type Upload,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { type HiddenMessages, hideBySimulatedClock } from './hidden-messages.ts';

/** What somebody may do to the system in a run. */
export interface RunningSystem {
  readonly system: System;
  /** Waits so many simulated milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly send: (source: Source, body: string) => Promise<void>;
}

/** A time in which something goes wrong, in simulated minutes. */
export interface FaultRun {
  readonly name: string;
  readonly what: string;
  /** Simulated seconds in one, while anything happens; where nothing does, time is skipped. */
  readonly factor: number;
  readonly changes?: readonly StackChange[];
  /** Beside what the stack configures the matching service with. */
  readonly serviceVariables?: Readonly<Record<string, string>>;
  /** Documents before the run. */
  readonly warmUp: readonly Upload[];
  uploads(minute: number): readonly Upload[] | Promise<readonly Upload[]>;
  readonly events: readonly { readonly minute: number; readonly happens: (running: RunningSystem) => unknown }[];
  /** Ids of the alarms that go on, of any kind, and of the pages that tell somebody. */
  readonly expected: { readonly alarms: readonly string[]; readonly paged: readonly string[] };
}

export interface FaultRunReport {
  readonly run: FaultRun;
  /** Ids, sorted. */
  readonly fired: readonly string[];
  readonly paged: readonly string[];
  /** In alarm still at the end. */
  readonly left: readonly string[];
  /** With the minute of the run in which each happened. */
  readonly events: readonly { readonly minute: number; readonly id: string; readonly what: AlarmEvent['what'] }[];
}

const MINUTE = 60_000;
/** Before the first upload and after the last: longer than the longest window of an alarm. */
const CLEARING_MINUTES = 7 * 60;

/** Runs the shipped system through a fault, with the shipped alarms evaluated over the metrics that come of it. */
export async function runFaults(run: FaultRun, log?: (from: string, line: string) => void): Promise<FaultRunReport> {
  const clock = simulatedClock(run.factor);
  const system = await startSystem({
    stackFile: changedStack(withoutWindow, ...(run.changes ?? [])),
    clock,
    ...(run.serviceVariables && { serviceVariables: run.serviceVariables }),
    ...(log ? { log } : {}),
  });
  const sqs = createSqsClient(clientConfiguration(system.aws));
  try {
    const hidden = hideBySimulatedClock(system.aws, clock, sqs, system.stack);
    await warmUp(run, system, sqs);
    clock.skip(CLEARING_MINUTES * MINUTE);
    const start = clock.now();
    const watch = new AlarmWatch(alarmDefinitions(system.stack.resources), start);
    const running: RunningSystem = {
      system,
      wait: (milliseconds) => sleep(milliseconds / run.factor),
      send: async (source, MessageBody) => {
        const QueueUrl = system.stack.eventSourceMappings.find(({ queueUrl }) =>
          queueUrl.endsWith(`/${system.names.documentQueue[source]}`),
        )?.queueUrl;
        await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
      },
    };
    await liveThrough(run, running, { clock, hidden, sqs, start }, (now) => watch.evaluate(system.metrics.store, now));
    return report(run, system, watch, start, clock.now());
  } finally {
    await system.close();
    sqs.destroy();
  }
}

/** The first documents take long while code is loaded: they are out of every window when the run begins. */
async function warmUp(run: FaultRun, system: System, sqs: SQSClient): Promise<void> {
  for (const upload of run.warmUp) await system.upload(upload);
  while (!(await isIdle(system, sqs))) await sleep(50);
}

interface Time {
  readonly clock: SimulatedClock;
  readonly hidden: HiddenMessages;
  readonly sqs: SQSClient;
  readonly start: number;
}

async function liveThrough(
  run: FaultRun,
  running: RunningSystem,
  { clock, hidden, sqs, start }: Time,
  evaluate: (now: number) => void,
): Promise<void> {
  const { system } = running;
  let lastMinute = Math.max(...run.events.map(({ minute }) => minute));
  // Where nothing runs, nothing begins by itself but what a schedule starts, and no clock is set forward while that runs.
  let idle = false;
  for (let minute = 0; minute <= lastMinute + CLEARING_MINUTES; ) {
    if ((await hidden.release()) > 0) idle = false;
    const due = start + minute * MINUTE;
    if (clock.now() >= due) {
      await system.metrics.sample();
      evaluate(due);
      const events = run.events.filter((event) => event.minute === minute);
      for (const { happens } of events) await happens(running);
      const uploads = await run.uploads(minute);
      if (uploads.length > 0) lastMinute = Math.max(lastMinute, minute);
      if (events.length > 0 || uploads.length > 0) idle = false;
      await Promise.all(uploads.map((upload) => system.upload(upload)));
      minute += 1;
    } else if (idle ? system.functions.running() === 0 : await isIdle(system, sqs)) {
      idle = true;
      const next = Math.min(due, hidden.nextVisible() ?? due);
      if (next > clock.now()) clock.skip(next - clock.now());
    } else await sleep(20);
  }
}

/** Nothing is visible and nothing runs, not only for an instant. */
async function isIdle({ functions, stack }: System, sqs: SQSClient): Promise<boolean> {
  for (let look = 0; look < 3; look++) {
    if (look > 0) await sleep(15);
    if (functions.running() > 0) return false;
    const visible = await Promise.all(
      stack.eventSourceMappings.map(async ({ queueUrl }) => {
        const { Attributes = {} } = await sqs.send(
          new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
        );
        return Number(Attributes.ApproximateNumberOfMessages);
      }),
    );
    if (visible.some((count) => count > 0)) return false;
  }
  return true;
}

function report(run: FaultRun, { names }: System, watch: AlarmWatch, start: number, now: number): FaultRunReport {
  const idOf = (name: string) => name.slice(names.stack.length + 1);
  const events = watch.events.map(({ name, at, what }) => ({
    minute: Math.round((at - start) / MINUTE),
    id: idOf(name),
    what,
  }));
  const ids = (what: AlarmEvent['what']) =>
    [...new Set(events.filter((event) => event.what === what).map(({ id }) => id))].sort();
  return {
    run,
    fired: ids('ALARM'),
    paged: ids('NOTIFIED'),
    left: watch.states(now).flatMap(({ definition, state }) => (state === 'ALARM' ? [idOf(definition.name)] : [])),
    events,
  };
}
