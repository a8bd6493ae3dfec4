import { type Caller, callNames, callsEach } from './document-calls.ts';

/**
 * Milliseconds that each call takes inside a region: planning values. Where an environment runs, its own are
 * `LambdaProcessingTime`, `RequestTime` and `ExtractionTime` on the dashboard.
 */
export const CALL_MILLISECONDS: Readonly<Record<string, number>> = {
  's3:GetObject': 25,
  's3:HeadObject': 15,
  's3:CopyObject': 60,
  's3:DeleteObject': 25,
  'dynamodb:GetItem': 4,
  'dynamodb:Query': 5,
  'dynamodb:UpdateItem': 6,
  'dynamodb:TransactWriteItems': 15,
  'sns:Publish': 20,
  'cloudwatch:PutMetricData': 30,
  /** The way to the service and back, without what the service does. */
  'http:POST': 3,
};

/** Milliseconds of a processor that opening and reading one page takes, in a pod. Measured here: 10; a vCPU is half a core. */
export const READ_MILLISECONDS = 25;

/** How much the times of documents differ: the share of the mean that is exponential. */
export const VARIATION = 0.3;

/** Seconds of a document's way through the system once it is taken from its queue, mean of a pair. */
export interface DocumentTime {
  /** In the processor before it posts and after it was answered. */
  readonly before: number;
  readonly after: number;
  /** In the service, waiting for AWS: as many at a time as there are requests. */
  readonly service: number;
  /** In one of the service's reader processes. */
  readonly read: number;
}

/** Before the post: the GET and the claim. Everything else of the processor's calls comes after the answer. */
const BEFORE: Readonly<Record<string, number>> = { 's3:GetObject': 1, 'dynamodb:UpdateItem': 1, 'http:POST': 1 };

export function documentTime(): DocumentTime {
  const before = sumOf(Object.entries(BEFORE).map(([call, times]) => times * millisecondsOf(call)));
  return {
    before: before / 1000,
    after: (waitingOf('processor') - before) / 1000,
    service: waitingOf('matching-service') / 1000,
    read: READ_MILLISECONDS / 1000,
  };
}

/** Seconds from the queue to the outcome, where nothing waits for anything. */
export function unloadedSeconds({ before, after, service, read }: DocumentTime): number {
  return before + after + service + read;
}

/**
 * Mean seconds of an invocation whose documents go in parallel: the longest of so many times, of which the share
 * `VARIATION` is exponential. The mean of the largest of n exponentials is the n-th harmonic number.
 */
export function invocationSeconds(time: DocumentTime, documents: number): number {
  let harmonic = 0;
  for (let i = 1; i <= documents; i++) harmonic += 1 / i;
  return unloadedSeconds(time) * (1 - VARIATION + VARIATION * harmonic);
}

export function millisecondsOf(call: string): number {
  const milliseconds = CALL_MILLISECONDS[call];
  if (milliseconds === undefined) throw new Error(`How long ${call} takes is not in CALL_MILLISECONDS.`);
  return milliseconds;
}

function waitingOf(caller: Caller): number {
  return sumOf(callNames(caller).map((call) => callsEach(call, caller) * millisecondsOf(call)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
