import { setTimeout as sleep } from 'node:timers/promises';
import { createSqsClient } from '@trade-matching/aws-runtime';
import { StoppedError } from '@trade-matching/command-line';
import type { AwsCall } from '@trade-matching/local-aws';
import {
  awsFaults,
  type EventFaults,
  eventFaults,
  fasterTime,
  type SeededChoice,
  seededChoice,
  serviceFaults,
} from '@trade-matching/local-aws/faults';
import {
  changedStack,
  clientConfiguration,
  countMessages,
  type System,
  settingEvery,
  startSystem,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import {
  checkCases,
  checkHistories,
  checkInvariants,
  checkPairDecisions,
  listedLate,
  type Observation,
  observe,
  partedTrades,
  type Violation,
} from '../invariants/index.ts';
import { Analysts } from './analysts.ts';
import { Operators, type PeoplesWork } from './people.ts';
import { type ChaosLoad, chaosLoad, type Story } from './stories.ts';

export interface ChaosOptions {
  /** At least so many uploads. */
  readonly documents: number;
  readonly seed: number;
  /** Of calls, posts and events, in [0, 1]. */
  readonly faultRate: number;
  /** The longest that secondary indexes take to have a write. 0: they have it at once. */
  readonly indexLagMs: number;
  /** Of the good documents, the least share that is processed before faults end, in [0, 1]. */
  readonly minProcessed: number;
  /** Milliseconds until the run gives up. */
  readonly timeoutMs: number;
  readonly progress: (text: string) => void;
  /** Ends the run early. */
  readonly stop: AbortSignal;
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
  readonly people: PeoplesWork;
  /** Decisions of analysts that were written. */
  readonly decisions: number;
  /** Pairs that people decided, by what they decided last. */
  readonly decidedPairs: ReadonlyMap<string, number>;
  readonly cases: number;
  /** Of the good documents, the share that was processed when the last message was done, before operators put back the rest. */
  readonly processedAtFirst: number;
  /** Of the good documents, the share that was processed before faults ended. */
  readonly processedInFaults: number;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly duplicates: number;
  readonly notifications: number;
  /** Items that lists showed in an earlier state, or not at all, when the last message was done. */
  readonly listedLate: number;
  readonly seconds: number;
}

/** Seconds. So short that visibility runs out in the middle of slow work, and a second function works on the same. */
const SHORT_TIMES = [settingEvery('timeout', 6), settingEvery('visibility_timeout_seconds', 4), withoutWindow] as const;
/** Which share of the posts the service is down for, in the middle of a run. */
const SERVICE_DOWN = [0.3, 0.4] as const;
/** Simulated seconds in one, for the waits of messages. */
const TIME_FACTOR = 300;
const MAX_CONCURRENT_UPLOADS = 16;
/** How often operators put back what is left, before the faults end. */
const ROUNDS_IN_FAULTS = 5;
/** Milliseconds between two looks of an operator at what has failed. */
const LOOK_EVERY = 2_000;

/**
 * Uploads documents into a system in which calls, posts and events fail by a seeded plan while operators put back what
 * failed; then the faults end, the operators put back the rest, and the invariants are checked.
 *
 * @throws {StoppedError} where it was stopped; everything that it started has ended
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { documents, seed, indexLagMs, minProcessed, timeoutMs, progress, stop } = options;
  const started = Date.now();
  const choice = seededChoice(seed);
  const load = chaosLoad(documents, choice);
  const system = await startSystem({
    stackFile: changedStack(...SHORT_TIMES),
    ...(indexLagMs > 0 && { indexLag: (item) => choice('index lag', item) * indexLagMs }),
  });
  let operators: Operators | undefined;
  let analysts: Analysts | undefined;
  try {
    operators = await Operators.of(system, load.stories, choice);
    analysts = await Analysts.of(system, choice);
    const faults = injectFaults(system, options, choice, documents);
    const giveUp = AbortSignal.any([stop, AbortSignal.timeout(timeoutMs)]);
    const ended: boolean[] = [];
    const calm = async () => ended.push(await untilCalm(system, faults.events, giveUp, progress));

    progress(`Uploading ${load.stories.flat().length} documents.`);
    // First what people decide on, then what comes when they have decided.
    for (const isLate of [false, true]) {
      const wave = load.stories.map((story) => story.filter(({ late = false }) => late === isLate));
      const uploaded = uploadAll(system, wave, giveUp);
      const looking = lookAgainAndAgain([operators, analysts], uploaded, giveUp);
      await uploaded;
      await looking;
      await calm();
      await analysts.look();
    }
    await calm();
    const atFirst = processedShare(load, await observe(system));
    // How many are dead letters by now is the machine's pace as well as the faults': visibility ends by the wall clock, and
    // where a slow document is received five times it is one. Operators put those back while calls go on failing.
    for (let round = 0; round < ROUNDS_IN_FAULTS && !giveUp.aborted; round++) {
      if ((await operators.settle()) === 0) break;
      await calm();
    }
    const inFaults = processedShare(load, await observe(system));
    faults.end();
    while (!giveUp.aborted && (await operators.settle()) > 0) await calm();
    await analysts.look();
    await analysts.settle();
    if (stop.aborted) throw new StoppedError('Stopped before the end: nothing was checked.');
    const late = await listedLate(system);
    await sleep(indexLagMs);
    const seen = await observe(system);
    return {
      seed,
      documents: load.stories.flat().length,
      violations: [
        ...(ended.every(Boolean) ? [] : [{ invariant: 'it ends', what: `not calm after ${timeoutMs / 1000} s` }]),
        ...(inFaults >= minProcessed ? [] : [tooFew(inFaults, minProcessed)]),
        ...checkInvariants(load, seen, partedTrades(analysts.pairs)),
        ...checkCases(seen, analysts.decisions),
        ...checkPairDecisions(seen, analysts.pairs),
        ...checkHistories(seen),
      ],
      faults: faults.counts,
      ...faults.counted(),
      people: operators.work,
      ...{ decisions: analysts.decisions.length, cases: seen.cases.size },
      decidedPairs: countsOf([...analysts.pairs.values()].map(({ decision }) => decision)),
      ...{ processedAtFirst: atFirst, processedInFaults: inFaults },
      outcomes: outcomesOf(seen),
      duplicates: seen.ledger.filter(({ status }) => status === 'DUPLICATE').length,
      notifications: seen.published.length,
      listedLate: late.length,
      seconds: (Date.now() - started) / 1000,
    };
  } finally {
    operators?.close();
    analysts?.close();
    await system.close();
  }
}

function tooFew(share: number, least: number): Violation {
  return {
    invariant: 'good documents are processed',
    what: `${percent(share)} while calls failed, not ${percent(least)}`,
  };
}
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Lets calls, posts and events fail by the plan, until told to end. */
function injectFaults(system: System, { faultRate: rate }: ChaosOptions, choice: SeededChoice, documents: number) {
  const counts = new Map<string, number>();
  const onFault = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let [posts, receives, crashes] = [0, 0, 0];
  const events = eventFaults(rate, choice, onFault);
  system.aws.setEventDelivery(events.deliver);
  system.aws.addInterceptor(fasterTime(TIME_FACTOR));
  const removeFaults = system.aws.addInterceptor(
    awsFaults({
      conflicts: true,
      rate,
      choice,
      concerns: isOfTheSystem,
      crash: (accessKeyId) => {
        crashes += 1;
        system.functions.crash(accessKeyId);
      },
      onFault,
    }),
  );
  system.aws.addInterceptor((call, next) => {
    if (call.action === 'ReceiveMessage') receives += 1;
    return next();
  });
  const [from, to] = SERVICE_DOWN;
  const downBetween = [Math.round(documents * from), Math.round(documents * to)] as const;
  const behave = serviceFaults({ rate, choice, downBetween, onFault });
  system.proxy.setBehaviour((call, forward) => {
    posts += 1;
    return behave(call, forward);
  });
  return {
    events,
    counts,
    counted: () => ({ posts, receives, crashes }),
    end: () => {
      removeFaults();
      system.aws.setEventDelivery((deliver) => deliver());
      system.proxy.setBehaviour((_call, forward) => forward());
    },
  };
}

/** Calls of the functions, the service and the event source mappings; not those of this program. */
function isOfTheSystem({ caller = '', action }: AwsCall): boolean {
  if (action === 'ReceiveMessage') return false;
  return (
    caller.startsWith('trade-document-') || caller.startsWith('event-source-mapping.') || caller === 'matching-service'
  );
}

async function uploadAll(system: System, stories: readonly Story[], stop: AbortSignal): Promise<void> {
  const left = [...stories];
  const worker = async () => {
    for (let story = left.shift(); story && !stop.aborted; story = left.shift()) {
      for (const upload of story) {
        await system.upload(upload);
        // Uploads of one millisecond have no order.
        await sleep(2);
      }
    }
  };
  await Promise.all(Array.from({ length: MAX_CONCURRENT_UPLOADS }, worker));
}

async function lookAgainAndAgain(
  [operators, analysts]: readonly [Operators, Analysts],
  uploaded: Promise<void>,
  stop: AbortSignal,
): Promise<void> {
  let done = false;
  const end = uploaded.finally(() => {
    done = true;
  });
  while (!done && !stop.aborted) {
    await Promise.race([sleep(LOOK_EVERY), end]);
    await Promise.all([operators.settle(), analysts.look()]);
  }
}

/** Waits until no event is on its way and no consumed queue has a message. What is in the last dead-letter queue stays there. */
async function untilCalm(
  system: System,
  events: EventFaults,
  stop: AbortSignal,
  progress: (text: string) => void,
): Promise<boolean> {
  const sqs = createSqsClient(clientConfiguration(system.aws));
  try {
    while (!stop.aborted) {
      await events.settled();
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

function processedShare({ stories }: ChaosLoad, { ledger }: Observation): number {
  const processed = new Set(ledger.filter(({ status }) => status === 'PROCESSED').map(({ hash }) => hash));
  const good = stories.flat().filter(({ expected }) => expected.kind !== 'refused');
  return good.length === 0 ? 1 : good.filter(({ hash }) => processed.has(hash)).length / good.length;
}

function outcomesOf({ objects }: Observation): Map<string, number> {
  return countsOf(
    [...objects].map(([key, { metadata }]) => [key.split('/')[0], metadata.reason].filter(Boolean).join(' ')),
  );
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
