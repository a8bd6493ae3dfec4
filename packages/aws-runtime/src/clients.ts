import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';

/** What a client of the SDK is made with; empty where this process's credentials and region are meant. */
export interface ClientConfiguration {
  /** Of an embedded AWS; absent for an account. */
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

function hasEndpoint({ endpoint }: ClientConfiguration): boolean {
  return endpoint !== undefined || process.env.AWS_ENDPOINT_URL !== undefined;
}

/** An S3 client. An endpoint on an address has no bucket names in front of it, so its paths name the bucket. */
export function createS3Client(configuration: ClientConfiguration = {}): S3Client {
  return new S3Client({ ...configuration, forcePathStyle: hasEndpoint(configuration) });
}

/** An SQS client. With an endpoint, calls go there and not to the host that a queue's URL names. */
export function createSqsClient(configuration: ClientConfiguration = {}): SQSClient {
  return new SQSClient({ ...configuration, useQueueUrlAsEndpoint: !hasEndpoint(configuration) });
}

/** A Secrets Manager client. */
export function createSecretsClient(configuration: ClientConfiguration = {}): SecretsManagerClient {
  return new SecretsManagerClient(configuration);
}
