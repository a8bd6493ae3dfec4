import type { AwsResponse } from '../aws-call.ts';

/** What AWS answers instead of doing a call. */
export interface Refusal {
  /** Of an HTTP answer. */
  readonly status: number;
  /** As the service's API reference names the error. */
  readonly code: string;
  readonly message: string;
}

/** A refusal in the JSON protocols of DynamoDB and Secrets Manager. */
export function jsonRefusal({ status, code, message }: Refusal): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: Buffer.from(JSON.stringify({ __type: code, message })),
  };
}

/** The name of a message attribute, as SQS and SNS take it; reserved prefixes in any case. */
export function isAttributeName(name: string): boolean {
  // "Amazon SQS message attributes" and "Amazon SNS message attributes", Developer Guides.
  return /^(?!\.)[A-Za-z0-9_.-]{1,256}(?<!\.)$/.test(name) && !name.includes('..') && !/^(aws|amazon)\./i.test(name);
}
