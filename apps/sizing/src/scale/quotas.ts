import { COUNTED, callsEach, unitsEach } from '@trade-matching/capacity-model';
import { environments } from '@trade-matching/infra';
import { ASSUMPTIONS } from '../cost/per-document.ts';
import { busyInvocations, busyReaders, PODS } from './needs.ts';

/** A limit, and how much of it a rate of documents takes. */
export interface Quota {
  readonly name: string;
  readonly limit: number;
  readonly unit: string;
  /** Of the unit, at one document a second; all of them grow with the rate. */
  readonly perDocument: number;
  /** Whose it is to raise. */
  readonly raise: string;
}

const { processor } = environments.production;
/** Stored once a pair comes, in units of the index: what its first trade writes there is one item's size. */
const INDEXED_TRADE = COUNTED.first.statusDayUnits['matching-service'];

/**
 * What binds, of AWS's defaults (November 2026) and of our own settings. Sources: each service's page "Quotas", and for
 * a partition key "Best practices for designing and using partition keys effectively in DynamoDB".
 */
export const QUOTAS: readonly Quota[] = [
  {
    name: 'production: `processor.reservedConcurrency`',
    limit: processor.reservedConcurrency,
    unit: 'invocations',
    perDocument: busyInvocations(1),
    raise: 'the environment file',
  },
  {
    name: 'production: pods of the autoscaler',
    limit: PODS.most * PODS.readers,
    unit: 'readers',
    perDocument: busyReaders(1),
    raise: "the overlay's `maxReplicas`",
  },
  {
    name: 'Lambda: concurrency of the account',
    limit: 1_000,
    unit: 'invocations',
    perDocument: busyInvocations(1),
    raise: 'Service Quotas',
  },
  {
    name: 'DynamoDB: one key of the index by status and day, trades',
    limit: 1_000,
    unit: 'write units/s',
    // Each trade enters UNMATCHED of its day and leaves it again.
    perDocument: 2 * INDEXED_TRADE,
    raise: 'nobody: the key must be spread',
  },
  {
    name: 'DynamoDB: one key of the index by status and day, documents',
    limit: 1_000,
    unit: 'write units/s',
    // Each record enters IN_PROGRESS of its day and leaves it again, one unit each.
    perDocument: 2,
    raise: 'nobody: the key must be spread',
  },
  {
    name: 'DynamoDB: a new table, trades',
    limit: 4_000,
    unit: 'write units/s',
    perDocument: unitsEach('writeUnits', 'matching-service'),
    raise: 'warm throughput, or a slow start: it doubles within 30 minutes',
  },
  {
    name: 'DynamoDB: a table, trades',
    limit: 40_000,
    unit: 'write units/s',
    perDocument: unitsEach('writeUnits', 'matching-service'),
    raise: 'Service Quotas',
  },
  {
    name: 'S3: PUT, COPY, DELETE under a prefix',
    limit: 3_500,
    unit: 'requests/s',
    // Half of the documents are of a source, and each is put and deleted; all are copied to PROCESSED/.
    perDocument: Math.max((1 + callsEach('s3:DeleteObject')) / 2, callsEach('s3:CopyObject')),
    raise: 'nobody: S3 splits a busy prefix by itself, in minutes',
  },
  {
    name: 'S3: GET under a prefix',
    limit: 5_500,
    unit: 'requests/s',
    perDocument: callsEach('s3:GetObject') / 2,
    raise: 'nobody: S3 splits a busy prefix by itself, in minutes',
  },
  {
    name: 'SNS: publishes (eu-west-1)',
    limit: 9_000,
    unit: 'publishes/s',
    perDocument: callsEach('sns:Publish'),
    raise: 'Service Quotas',
  },
  {
    name: 'SNS: e-mails to one address',
    limit: 10,
    unit: 'e-mails/s',
    perDocument: callsEach('sns:Publish') * ASSUMPTIONS.mailedShare,
    raise: 'nobody: subscribe a queue instead',
  },
];

/** Documents a second at which a quota is used up. */
export function bindsAt({ limit, perDocument }: Quota): number {
  return limit / perDocument;
}

/** The quotas in the order in which they bind. */
export function inOrder(): Quota[] {
  return [...QUOTAS].sort((a, b) => bindsAt(a) - bindsAt(b));
}
