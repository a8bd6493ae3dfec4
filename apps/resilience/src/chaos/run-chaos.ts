import { setTimeout as sleep } from 'node:timers/promises';
import { createSqsClient } from '@trade-matching/aws-runtime';
import type { AwsCall } from '@trade-matching/local-aws';
import { awsFaults, eventFaults, fasterTime, seededChoice, serviceFaults } from '@trade-matching/local-aws/faults';
import {
  changedStack,
  clientConfiguration,
  countMessages,
  type System,
  settingEvery,
  startSystem,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { checkInvariants, listedLate, type Observation, observe, type Violation } from '../invariants/index.ts';
import { chaosUploads } from './uploads.ts';

export interface ChaosOptions {
  readonly documents: number;
  readonly seed: number;
  /** Of calls, posts and events, in [0, 1]. */
  readonly faultRate: number;
  /** The longest that secondary indexes take to have a write. 0: they have it at once. */
  readonly indexLagMs: number;
  /** Milliseconds until the run gives up. */
  readonly timeoutMs: number;
  readonly progress: (text: string) => void;
}

export interface ChaosReport {
  readonly seed: number;
  readonly documents: number;
  readonly violations: readonly Violation[];
  /** Faults by kind. */
  readonly faults: ReadonlyMap<string, number>;
  readonly posts: number;
  readonly receives: number;
  readonly crashes: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly duplicates: number;
  readonly notifications: number;
  /** Items that lists showed in an earlier state, or not at all, when the last message was done. */
  readonly listedLate: number;
  readonly seconds: number;
}

/** Seconds. So short that visibility runs out in the middle of slow work, and a second function works on the same. */
const SHORT_TIMES = [settingEvery('timeout', 6), settingEvery('visibility_timeout_seconds', 4), withoutWindow] as const;
/** How long the service is down in the middle of a chaos run. Milliseconds. */
const SERVICE_DOWN = [1_500, 3_500] as const;
/** Simulated seconds in one, for the waits of messages. */
const TIME_FACTOR = 300;
const MAX_CONCURRENT_UPLOADS = 16;

/** Uploads documents into a system in which calls, posts and events fail by a seeded plan, and checks the invariants. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { documents, seed, faultRate, indexLagMs, timeoutMs, progress } = options;
  const started = Date.now();
  const choice = seededChoice(seed);
  const faults = new Map<string, number>();
  const count = (kind: string) => faults.set(kind, (faults.get(kind) ?? 0) + 1);
  let written = 0;
  const system = await startSystem({
    stackFile: changedStack(...SHORT_TIMES),
    ...(indexLagMs > 0 && { indexLag: () => choice('index lag', written++) * indexLagMs }),
  });
  try {
    let [posts, receives, crashes] = [0, 0, 0];
    const events = eventFaults(faultRate, choice, count);
    system.aws.setEventDelivery(events.deliver);
    system.aws.addInterceptor(fasterTime(TIME_FACTOR));
    system.aws.addInterceptor(
      awsFaults({
        conflicts: true,
        rate: faultRate,
        choice,
        concerns: isOfTheSystem,
        crash: (accessKeyId) => {
          crashes += 1;
          system.functions.crash(accessKeyId);
        },
        onFault: count,
      }),
    );
    system.aws.addInterceptor((call, next) => {
      if (call.action === 'ReceiveMessage') receives += 1;
      return next();
    });
    const behave = serviceFaults({
      rate: faultRate,
      choice,
      downBetween: [Date.now() + SERVICE_DOWN[0], Date.now() + SERVICE_DOWN[1]],
      onFault: count,
    });
    system.proxy.setBehaviour((call, forward) => {
      posts += 1;
      return behave(call, forward);
    });

    const load = chaosUploads(documents, choice);
    progress(`Uploading ${load.uploads.length} documents.`);
    await uploadAll(system, load.uploads);
    await events.settled();
    const calm = await untilCalm(system, timeoutMs, progress);
    const late = await listedLate(system);
    await sleep(indexLagMs);
    const seen = await observe(system);
    return {
      seed,
      documents: load.uploads.length,
      violations: [
        ...(calm ? [] : [{ invariant: 'it ends', what: `not calm after ${timeoutMs / 1000} s` }]),
        ...checkInvariants(load, seen),
      ],
      faults,
      posts,
      receives,
      crashes,
      outcomes: outcomesOf(seen),
      duplicates: seen.ledger.filter(({ status }) => status === 'DUPLICATE').length,
      notifications: seen.published.length,
      listedLate: late.length,
      seconds: (Date.now() - started) / 1000,
    };
  } finally {
    await system.close();
  }
}

/** Calls of the functions, the service and the event source mappings; not those of this program. */
function isOfTheSystem({ caller = '', action }: AwsCall): boolean {
  if (action === 'ReceiveMessage') return false;
  return (
    caller.startsWith('trade-document-') || caller.startsWith('event-source-mapping.') || caller === 'matching-service'
  );
}

async function uploadAll(system: System, uploads: readonly Parameters<System['upload']>[0][]): Promise<void> {
  const left = [...uploads];
  const worker = async () => {
    for (let upload = left.shift(); upload; upload = left.shift()) await system.upload(upload);
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT_UPLOADS }, worker));
}

/** Waits until no consumed queue has a message. What is in the last dead-letter queue stays there. */
async function untilCalm(system: System, timeoutMs: number, progress: (text: string) => void): Promise<boolean> {
  const sqs = createSqsClient(clientConfiguration(system.aws));
  const deadline = Date.now() + timeoutMs;
  try {
    while (Date.now() < deadline) {
      const counts = await countMessages(sqs, system);
      counts.delete(system.names.failedProcessingDeadLetterQueue);
      const left = [...counts.values()].reduce((sum, messages) => sum + messages, 0);
      progress(`${left} messages are left.`);
      if (left === 0) return true;
      await sleep(250);
    }
    return false;
  } finally {
    sqs.destroy();
  }
}

function outcomesOf({ objects }: Observation): Map<string, number> {
  const outcomes = new Map<string, number>();
  for (const [key, { metadata }] of objects) {
    const name = [key.split('/')[0], metadata.reason].filter(Boolean).join(' ');
    outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  }
  return outcomes;
}
