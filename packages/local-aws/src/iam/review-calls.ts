import { evaluate, type PolicyStatement, readPolicy } from '@trade-matching/policies';
import type { AwsCall } from '../aws/index.ts';
import type { ProvisionedStack } from '../terraform/index.ts';
import { type ArnContext, type RequiredPermission, requiredPermissions } from './required-permissions.ts';

/** What a review of a role's calls finds. */
export interface RoleReview {
  /** Calls that AWS would refuse: `s3:PutObject on arn:…: not-allowed`. */
  readonly refused: readonly string[];
  /** `Sid action` of what the role may do and no call needed. */
  readonly unused: readonly string[];
}

/**
 * Judges the calls that were made in a role by the role's policies and those of what was called: the bucket's, the
 * queues', the topic's. In one account, either side may allow and neither may deny; the key's policy lets the account
 * decide.
 */
export function reviewRole(
  stack: ProvisionedStack,
  roleName: string,
  calls: readonly AwsCall[],
  context: ArnContext,
): RoleReview {
  const role = policiesOfRole(stack, roleName);
  const resource = resourcePolicies(stack);
  const refused = new Set<string>();
  const used = new Set<string>();
  const seen = new Set<string>();
  for (const call of calls) {
    for (const permission of requiredPermissions(call, context)) {
      const once = nameOf(permission);
      if (seen.has(once)) continue;
      seen.add(once);
      const decision = decide(role, resource, permission, roleName, context.account);
      if (decision !== 'allowed') refused.add(`${once}: ${decision}`);
      for (const name of grants(role, permission)) used.add(name);
    }
  }
  const granted = role.flatMap(({ Sid, Action }) => Action.map((action) => `${Sid} ${action}`));
  return { refused: [...refused].sort(), unused: granted.filter((name) => !used.has(name)).sort() };
}

function nameOf({ action, resource, conditions = {} }: RequiredPermission): string {
  const service = conditions['kms:ViaService'];
  const partition = conditions['dynamodb:LeadingKeys']?.split('#')[0];
  return `${action} on ${resource}${service === undefined ? '' : ` through ${service}`}${partition === undefined ? '' : ` of ${partition}`}`;
}

/** What the stack allows a role, statement by statement. */
export function policiesOfRole(stack: ProvisionedStack, roleName: string): PolicyStatement[] {
  const statements: PolicyStatement[] = [];
  for (const [address, { role, policy }] of stack.resources) {
    if (address.startsWith('aws_iam_role_policy.') && role === roleName) statements.push(...readPolicy(String(policy)));
  }
  if (statements.length === 0) throw new Error(`The stack has no policy of a role ${roleName}.`);
  return statements;
}

function decide(
  role: readonly PolicyStatement[],
  resource: readonly PolicyStatement[],
  { action, resource: arn, conditions }: RequiredPermission,
  roleName: string,
  account: string,
): string {
  const request = { action, resource: arn, context: { ...conditions, 'aws:SecureTransport': 'true' } };
  const principal = { arn: `arn:aws:iam::${account}:role/${roleName}` };
  const [own, theirs] = [evaluate(role, request), evaluate(resource, { ...request, principal })];
  if (own.kind === 'denied') return `denied by ${own.by}`;
  if (theirs.kind === 'denied') return `denied by ${theirs.by}`;
  return own.kind === 'allowed' || theirs.kind === 'allowed' ? 'allowed' : 'not-allowed';
}

function resourcePolicies(stack: ProvisionedStack): PolicyStatement[] {
  return [...stack.resources].flatMap(([address, { policy }]) =>
    /^aws_(s3_bucket_policy|sqs_queue_policy|sns_topic_policy)\./.test(address) ? readPolicy(String(policy)) : [],
  );
}

function grants(role: readonly PolicyStatement[], { action, resource, conditions = {} }: RequiredPermission): string[] {
  return role
    .filter((statement) => evaluate([statement], { action, resource, context: conditions }).kind === 'allowed')
    .map(({ Sid }) => `${Sid} ${action}`);
}
