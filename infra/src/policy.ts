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
