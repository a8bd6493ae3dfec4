import { DeliveryQueue } from './delivery-queue.ts';
import type { DocumentTime } from './document-time.ts';
import { EventQueue } from './event-queue.ts';
import { exponential, seededRandom } from './random.ts';

/** What documents meet on their way. */
export interface Capacity {
  readonly batchSize: number;
  /** Seconds that a batch waits to become full. */
  readonly batchingWindow: number;
  /** Invocations of each of the two queues at a time. */
  readonly concurrencyPerQueue: number;
  /** Batches of a queue that are gathered at a time: Lambda has five pollers, the sandbox one. */
  readonly pollers: number;
  /** Documents that the matching service reads at a time: pods × readers of each. */
  readonly readers: number;
  readonly time: DocumentTime;
  /** The share of a document's times that is exponential, the rest is fixed. */
  readonly variation: number;
}

/** What became of the documents. Seconds. */
export interface Simulated {
  /** From arrival to outcome, in the order of arrival. */
  readonly latencies: readonly number[];
  /** When each got its outcome, in the order of arrival. */
  readonly filedAt: readonly number[];
  /** Documents that waited in the queues, at most and on average over the time until the last outcome. */
  readonly backlog: { readonly most: number; readonly mean: number };
  /** Share of the invocations, and of the readers, that were busy until the last outcome. */
  readonly busy: { readonly invocations: number; readonly readers: number };
  readonly mostInvocations: number;
  readonly batches: { readonly count: number; readonly largest: number };
}

/**
 * Lets documents arrive, in turns for each of the two queues, and go through the system: gathered into batches, one
 * invocation a batch, its documents in parallel, each waiting for a reader of the service. A discrete-event simulation.
 *
 * @param arrivals seconds, ascending
 */
export function simulate(arrivals: readonly number[], capacity: Capacity, seed = 1): Simulated {
  const events = new EventQueue();
  const random = seededRandom(seed);
  const { time, variation, readers } = capacity;
  const filedAt: number[] = new Array(arrivals.length).fill(Number.NaN);
  const take = (mean: number) => mean * (1 - variation) + exponential(random, mean * variation);

  let [readersBusy, readerSeconds] = [0, 0];
  const waiting: { read: number; done: () => void }[] = [];
  const read = (seconds: number, done: () => void) => {
    if (readersBusy >= readers) {
      waiting.push({ read: seconds, done });
      return;
    }
    readersBusy += 1;
    readerSeconds += seconds;
    events.after(seconds, () => {
      readersBusy -= 1;
      done();
      const next = waiting.shift();
      if (next) read(next.read, next.done);
    });
  };
  const process = (document: number, done: () => void) => {
    events.after(take(time.before + time.service / 2), () => {
      read(take(time.read), () => {
        events.after(take(time.service / 2 + time.after), () => {
          filedAt[document] = events.now;
          done();
        });
      });
    });
  };

  const queues = [0, 1].map(() => new DeliveryQueue(events, capacity, process, random));
  arrivals.forEach((at, document) => {
    events.at(at, () => queues[document % queues.length]?.arrive(document));
  });
  events.run();

  const end = filedAt.reduce((last, at) => Math.max(last, at), 0);
  const shareOf = (busy: number, there: number) => (end === 0 ? 0 : busy / (there * end));
  const slots = queues.length * capacity.concurrencyPerQueue;
  return {
    filedAt,
    latencies: filedAt.map((filed, document) => filed - (arrivals[document] ?? 0)),
    backlog: {
      most: Math.max(...queues.map((queue) => queue.mostWaiting)),
      mean: shareOf(sum(queues.map((queue) => queue.waitingSeconds)), 1),
    },
    busy: {
      invocations: shareOf(sum(queues.map((queue) => queue.invocationSeconds)), slots),
      readers: shareOf(readerSeconds, readers),
    },
    mostInvocations: Math.max(...queues.map((queue) => queue.mostInvocations)),
    batches: {
      count: sum(queues.map((queue) => queue.batches)),
      largest: Math.max(...queues.map((queue) => queue.largestBatch)),
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
