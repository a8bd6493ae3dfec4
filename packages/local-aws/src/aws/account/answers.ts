import { XMLBuilder } from 'fast-xml-parser';
import type { AwsResponse } from '../aws-call.ts';

/** A call that is refused, as the service would: its code, its status and its words. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Account and region that ARNs are written with. */
export interface Place {
  readonly region: string;
  readonly account: string;
}

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false });
const REQUEST_ID = 'SANDBOX';

/** A document with this root, whose namespace is `xmlns`. */
export function xml(status: number, root: string, xmlns: string | undefined, content: object): AwsResponse {
  const attributes = xmlns === undefined ? {} : { '@_xmlns': xmlns };
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: { ...attributes, ...content } })}`;
  return { status, headers: { 'content-type': 'text/xml' }, body: Buffer.from(text) };
}

/** How IAM and Route 53 refuse: "Common error types" of the query protocol. */
export function xmlError(xmlns: string, { status, code, message }: AccountError): AwsResponse {
  return xml(status, 'ErrorResponse', xmlns, {
    Error: { Type: 'Sender', Code: code, Message: message },
    RequestId: REQUEST_ID,
  });
}

/** How EC2 refuses, by a shape of its own (Amazon EC2 Developer Guide, error codes). */
export function ec2Error({ status, code, message }: AccountError): AwsResponse {
  return xml(status, 'Response', undefined, {
    Errors: { Error: { Code: code, Message: message } },
    RequestID: REQUEST_ID,
  });
}

export function json(content: object): AwsResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(JSON.stringify(content)),
  };
}

/** REST services name the error in a header, the others in the body; a client reads either. */
export function jsonError({ status, code, message }: AccountError): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: Buffer.from(JSON.stringify({ __type: code, message })),
  };
}
