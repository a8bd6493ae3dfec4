/** A statement of a policy. Values may be references to resources. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?:
    | '*'
    | { readonly Service?: string | readonly string[]; readonly AWS?: string; readonly Federated?: string };
  readonly Action: string | readonly string[];
  /** Absent in a role's trust policy, whose resource is the role. */
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy as AWS takes it. */
export function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** Lets a service of AWS take a role. */
export function trust(service: string): string {
  return policy({ Sid: 'Assume', Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' });
}

/**
 * Lets a role use a key through services that call it in the role's name, and not on bytes that the role brings itself.
 *
 * @param services as their endpoints begin: `s3`, `dynamodb`
 */
export function useKey(
  keyArn: string,
  region: string,
  services: readonly string[],
  Action: readonly string[] = ['kms:Decrypt', 'kms:GenerateDataKey'],
): Statement {
  return {
    Sid: 'UseKey',
    Effect: 'Allow',
    Action,
    Resource: keyArn,
    Condition: { StringEquals: { 'kms:ViaService': services.map((each) => `${each}.${region}.amazonaws.com`) } },
  };
}

/** Refuses plain HTTP, whoever asks. */
export function denyPlainHttp(action: string, ...resources: readonly string[]): Statement {
  return {
    Sid: 'RefusePlainHttp',
    Effect: 'Deny',
    Principal: '*',
    Action: action,
    Resource: resources,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
