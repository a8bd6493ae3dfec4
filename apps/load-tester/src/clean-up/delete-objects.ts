import { DeleteObjectsCommand, ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { OUTCOMES, outcomeKey, SOURCES } from '@trade-matching/domain';
import { type RunIdentity, runPrefix } from '../load/planned-document.ts';

/** Deletes a run's objects in all their versions, wherever they stand. Answers with how many there were. */
export async function deleteObjects(s3: S3Client, bucket: string, run: RunIdentity): Promise<number> {
  const incoming = SOURCES.map((source) => runPrefix(run, source));
  const outcomes = incoming.flatMap((prefix) => OUTCOMES.map((outcome) => outcomeKey(outcome, prefix)));
  let deleted = 0;
  for (const prefix of [...incoming, ...outcomes]) deleted += await deleteBelow(s3, bucket, prefix);
  return deleted;
}

async function deleteBelow(s3: S3Client, Bucket: string, Prefix: string): Promise<number> {
  let deleted = 0;
  for (;;) {
    // The first thousand, again and again: what was deleted is not listed any more.
    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId })).slice(0, 1000);
    if (Objects.length === 0) return deleted;
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    const [refused] = Errors;
    if (refused) throw new Error(`${refused.Key} could not be deleted: ${refused.Message}`);
    deleted += Objects.length;
  }
}
