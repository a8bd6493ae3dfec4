import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { ReaderClosedError, ReaderUnavailableError } from '@trade-matching/confirmations';
import type { PageWords, PageWordsRequest } from '@trade-matching/domain';
import { fetchBytes } from './fetch-document.ts';
import type { KeptWords } from './kept-words.ts';
import { later } from './process-document.ts';
import type { Looked } from './read-anew.ts';
import { type ScanLane, ScanLaneFullError } from './scan-lane.ts';

export interface PageWordsDependencies {
  readonly s3: S3Client;
  readonly documentsBucket: string;
  /** Absent where scans are not read. */
  readonly scans?: Pick<ScanLane, 'words'> | undefined;
  readonly kept: KeptWords;
}

export type PageWordsOutcome = Looked<PageWords>;

/** The words of a page that is a picture, read in the lane of scans. It writes nothing. */
export async function pageWords(
  { s3, documentsBucket, scans, kept }: PageWordsDependencies,
  { s3_key, document_hash, page }: PageWordsRequest,
): Promise<PageWordsOutcome> {
  if (!scans) {
    const message = 'Scans are not read here (SCAN_CONCURRENCY is 0).';
    return { kind: 'read', answer: { kind: 'refused', refusal: { reason: 'NO_TEXT', message } } };
  }
  try {
    const fetched = await fetchBytes(s3, { Bucket: documentsBucket, Key: s3_key }, document_hash);
    if (fetched.kind === 'stale') return { kind: 'no-such-document', message: fetched.message };
    return { kind: 'read', answer: await kept.of(document_hash, page, () => scans.words(fetched.bytes, page)) };
  } catch (error) {
    if (error instanceof ScanLaneFullError) return later('TOO_BUSY', error.message, error.retryAfterSeconds);
    if (error instanceof ReaderUnavailableError || error instanceof ReaderClosedError)
      return later('UNAVAILABLE', error.message, 10);
    // S3 answers so where an object is missing, to whoever may not list the bucket.
    if (error instanceof S3ServiceException && error.name === 'AccessDenied')
      return { kind: 'no-such-document', message: `There is no object ${s3_key}, or it may not be read.` };
    throw error;
  }
}
