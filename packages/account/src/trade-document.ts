import { GetObjectCommand, NoSuchKey } from '@aws-sdk/client-s3';
import type { TradeRecord } from '@trade-matching/domain';
import type { Account } from './connect.ts';

/** The bytes of a trade's document: where it was filed, or still under its incoming key. Undefined where it is in neither. */
export async function documentOf(
  { s3, names }: Pick<Account, 's3' | 'names'>,
  { s3_key }: Pick<TradeRecord, 's3_key'>,
): Promise<Uint8Array | undefined> {
  for (const Key of [`PROCESSED/${s3_key}`, s3_key]) {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: names.documentsBucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (!(error instanceof NoSuchKey)) throw error;
    }
  }
  return undefined;
}
