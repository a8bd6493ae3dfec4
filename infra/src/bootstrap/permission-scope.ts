import type { ResourceNames } from '@trade-matching/domain';
import type { Statement } from '../policy.ts';

/** `s3` with `GetX, PutX` → `s3:GetX`, `s3:PutX`. */
export const actions = (service: string, names: string): string[] =>
  names.split(/[\s,]+/).map((name) => `${service}:${name}`);

/** Names and ARNs of one environment. */
export interface Scope {
  readonly names: ResourceNames;
  readonly account: string;
  readonly region: string;
  readonly clusterName: string;
  readonly serviceHost: string | undefined;
  readonly protected: boolean;
  readonly arn: (service: string, resource: string) => string;
}

export const allow = (Sid: string, Action: readonly string[], Resource: string | readonly string[]): Statement => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});
