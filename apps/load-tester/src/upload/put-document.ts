import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Account } from '@trade-matching/account';

/** Sockets of an open load, which has as many uploads at a time as the system makes it wait. */
const SOCKETS_OF_OPEN_LOAD = 256;

/** Uploads bytes under a key. */
export type PutDocument = (key: string, bytes: Uint8Array) => Promise<void>;

export interface DocumentUploads {
  readonly put: PutDocument;
  close(): void;
}

/** @param concurrency uploads at a time; undefined where the load decides */
export function documentUploads(
  { client, environment }: Pick<Account, 'client' | 'environment'>,
  bucket: string,
  concurrency: number = SOCKETS_OF_OPEN_LOAD,
): DocumentUploads {
  const sockets = { keepAlive: true, maxSockets: concurrency };
  const s3 = new S3Client({
    ...client,
    forcePathStyle: environment === 'local',
    requestHandler: { httpAgent: new HttpAgent(sockets), httpsAgent: new HttpsAgent(sockets) },
  });
  return {
    put: async (Key, Body) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/pdf' }));
    },
    close: () => s3.destroy(),
  };
}
