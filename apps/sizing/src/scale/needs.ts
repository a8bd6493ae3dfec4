import {
  type Capacity,
  type DocumentTime,
  documentTime,
  invocationSeconds,
  poissonArrivals,
  type Simulated,
  simulate,
  VARIATION,
} from '@trade-matching/capacity-model';
import { DELIVERY } from '@trade-matching/infra';

/** How busy what is needed may be: beyond, a small burst waits long. */
const BUSY = { invocations: 0.6, readers: 0.6 } as const;
/** AWS takes 2 and more; and so has the smallest environment. */
const LEAST_CONCURRENCY = 2;
/** Lambda's pollers of a queue. Source: "Configuring scaling behavior for SQS event source mappings", Lambda. */
export const LAMBDA_POLLERS = 5;
/** `READER_CONCURRENCY`'s default, and production's fewest and most pods (its kustomization). */
export const PODS = { readers: 2, fewest: 3, most: 20 } as const;

/** What a rate of documents needs. */
export interface Needs {
  readonly documentsPerSecond: number;
  readonly concurrencyPerQueue: number;
  readonly reservedConcurrency: number;
  readonly pods: number;
}

/** Invocations of both queues that are busy at this rate, batches being full: Little's law. */
export function busyInvocations(documentsPerSecond: number, time: DocumentTime = documentTime()): number {
  return (documentsPerSecond / DELIVERY.batchSize) * invocationSeconds(time, DELIVERY.batchSize);
}

/** Readers that are busy at this rate. */
export function busyReaders(documentsPerSecond: number, time: DocumentTime = documentTime()): number {
  return documentsPerSecond * time.read;
}

export function needsOf(documentsPerSecond: number): Needs {
  const concurrencyPerQueue = Math.max(
    LEAST_CONCURRENCY,
    Math.ceil(busyInvocations(documentsPerSecond) / 2 / BUSY.invocations),
  );
  const readers = busyReaders(documentsPerSecond) / BUSY.readers;
  return {
    documentsPerSecond,
    concurrencyPerQueue,
    reservedConcurrency: 2 * concurrencyPerQueue,
    pods: Math.max(PODS.fewest, Math.ceil(readers / PODS.readers)),
  };
}

/** In an account: what Lambda's mappings and this many pods do. */
export function capacityOf({ concurrencyPerQueue, pods }: Pick<Needs, 'concurrencyPerQueue' | 'pods'>): Capacity {
  return {
    batchSize: DELIVERY.batchSize,
    batchingWindow: DELIVERY.batchingWindow,
    concurrencyPerQueue,
    pollers: LAMBDA_POLLERS,
    readers: pods * PODS.readers,
    time: documentTime(),
    variation: VARIATION,
  };
}

/** A minute or more of a steady rate. */
export function steady(documentsPerSecond: number, capacity: Capacity): Simulated {
  const seconds = Math.max(60, 600 / documentsPerSecond);
  return simulate(poissonArrivals(documentsPerSecond, seconds, 7), capacity, 11);
}
