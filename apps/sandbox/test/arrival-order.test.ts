import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mismatched, renderConfirmation, samplePair, withinTolerance } from '@trade-matching/confirmations';
import type { Difference, ProcessRequest, Source, Trade } from '@trade-matching/domain';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { clientConfiguration, type System, startSystem } from '../src/system.ts';
import { tradesAndMatches } from './inspect-system.ts';

let system: System;
afterEach(() => system?.close());

/** A document, and when it was uploaded: arrivals may be in any order, uploads are not. */
interface Arrival {
  readonly source: Source;
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly eventTime: string;
}

/** Pairs, some amended under the same key, some sent twice. 200 documents in all. */
function arrivals(): Arrival[] {
  const list: Arrival[] = [];
  const add = (source: Source, key: string, trade: Trade, minute: number) => {
    const eventTime = new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString();
    list.push({ source, key: `${source}/${key}`, bytes: renderConfirmation(trade, 'telex'), eventTime });
  };
  for (let i = 0; list.length < 200; i++) {
    const pair = i % 5 === 0 ? mismatched(samplePair(i)) : i % 5 === 1 ? withinTolerance(samplePair(i)) : samplePair(i);
    add('BANK', `${i}.pdf`, pair.bank, i);
    add('COUNTERPARTY', `${i}.pdf`, pair.counterparty, i);
    // A mismatch that is mended by an amendment; a match that an amendment breaks.
    if (i % 10 === 0) add('COUNTERPARTY', `${i}.pdf`, samplePair(i).counterparty, i + 500);
    if (i % 10 === 3) add('BANK', `${i}.pdf`, { ...pair.bank, notional: '123456.00' }, i + 500);
    if (i % 7 === 0) add('BANK', `${i} again.pdf`, pair.bank, i + 200);
  }
  return list.slice(0, 200);
}

function bodyOf(
  { source, key, bytes, eventTime }: Arrival,
  bucket: string,
  versionId: string | undefined,
): ProcessRequest {
  const doc_hash = createHash('sha256').update(bytes).digest('hex');
  return {
    s3_bucket: bucket,
    s3_key: key,
    ...(versionId === undefined ? {} : { s3_version_id: versionId }),
    source_type: source,
    event_time: eventTime,
    unique_identifier: doc_hash.slice(0, 32),
    metadata: {
      source_path: key,
      filename: key,
      upload_timestamp: eventTime,
      unique_identifier: doc_hash.slice(0, 32),
      etag: 'e',
      content_type: 'application/pdf',
      last_modified: eventTime,
    },
    validation_info: { valid: true, file_size: bytes.length, doc_hash, last_modified: eventTime },
  };
}

const AT_A_TIME = 8;

/** Posts the documents in this order, several at a time, and answers with the matches that stand. */
async function matchesAfter(order: readonly Arrival[]): Promise<string[]> {
  system = await startSystem();
  // The service is asked directly: its answer to an order is what counts here, not the queue's.
  system.aws.setEventDelivery(async () => {});
  const s3 = new S3Client({ ...clientConfiguration(system.aws), forcePathStyle: true });
  const Bucket = system.names.documentsBucket;
  const left = [...order];
  const worker = async () => {
    for (let each = left.shift(); each; each = left.shift()) {
      const { VersionId } = await s3.send(new PutObjectCommand({ Bucket, Key: each.key, Body: each.bytes }));
      const body = JSON.stringify(bodyOf(each, Bucket, VersionId));
      let status = 0;
      for (let tries = 0; status !== 200 && tries < 20; tries++) {
        const response = await fetch(new URL('/process', system.service.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${system.serviceToken}` },
          body,
        });
        status = response.status;
        await response.text();
      }
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  const { matches } = await tradesAndMatches(system);
  s3.destroy();
  await system.close();
  return matches
    .map(({ match_id, status, paired_by, differences }) => {
      // A map of DynamoDB keeps no order of its names.
      const terms = (differences as Difference[]).map(
        ({ field, bank, counterparty }) => `${field} ${bank} ${counterparty}`,
      );
      return [match_id, status, paired_by, ...terms.sort()].join(' | ');
    })
    .sort();
}

test('any order of 200 arrivals, with duplicates and amendments, ends in the same matches', async () => {
  const inOrder = arrivals();
  const expected = await matchesAfter(inOrder);
  expect(expected.length).toBeGreaterThan(80);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), async (order) => {
      expect(await matchesAfter(order)).toEqual(expected);
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);
