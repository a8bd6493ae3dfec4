import { OUTCOMES, SOURCES } from '@trade-matching/domain';
import type { Statement } from '../policy.ts';
import { allow } from './queue-function.ts';

/** What taking a document to an outcome needs: both functions do it. */
export function documentPermissions(bucketArn: string, ledgerArn: string): Statement[] {
  const under = (prefixes: readonly string[]) => prefixes.map((prefix) => `${bucketArn}/${prefix}/*`);
  return [
    allow('ReadIncoming', ['s3:GetObjectVersion'], under(SOURCES)),
    // A delete of the bytes that were filed and no others, by their ETag: S3 asks for both.
    allow('ClearIncoming', ['s3:DeleteObject', 's3:GetObject'], under(SOURCES)),
    allow('FileOutcomes', ['s3:PutObject', 's3:GetObject'], under(OUTCOMES)),
    // Without it S3 answers 403 where an object is missing, and 404 would look like a missing permission.
    allow('TellMissingFromForbidden', ['s3:ListBucket'], bucketArn),
    allow('WriteLedger', ['dynamodb:UpdateItem', 'dynamodb:PutItem'], ledgerArn),
  ];
}
