import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { OUTCOMES, type Outcome, outcomeKey, SOURCES } from '@trade-matching/domain';
import { type RunIdentity, runPrefix } from '../load/planned-document.ts';

/** Where a run's documents stand now, by their original keys. A thousand are listed by a call. */
export interface StandingDocuments {
  /** Not moved: still where they were uploaded. */
  readonly incoming: ReadonlySet<string>;
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
}

export async function standingDocuments(s3: S3Client, Bucket: string, run: RunIdentity): Promise<StandingDocuments> {
  const incoming = new Set<string>();
  const outcomes = new Map<string, Outcome[]>();
  await Promise.all(
    SOURCES.map((source) => runPrefix(run, source)).flatMap((prefix) => [
      each(s3, Bucket, prefix, (key) => incoming.add(key)),
      ...OUTCOMES.map((outcome) =>
        each(s3, Bucket, outcomeKey(outcome, prefix), (key) => {
          const original = key.slice(outcome.length + 1);
          outcomes.set(original, [...(outcomes.get(original) ?? []), outcome]);
        }),
      ),
    ]),
  );
  return { incoming, outcomes };
}

async function each(client: S3Client, Bucket: string, Prefix: string, found: (key: string) => void): Promise<void> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
    for (const { Key = '' } of Contents) found(Key);
  }
}
