import type { AccountFacts } from './account-facts.ts';
import { AccountError, type Place } from './answers.ts';

/**
 * IAM's read calls: the content of the answer's document.
 *
 * @throws {AccountError}
 */
export function askIam(action: string, form: URLSearchParams, facts: AccountFacts, { account }: Place): object {
  return { [`${action}Result`]: resultOf(action, form, facts, account), ResponseMetadata: { RequestId: 'SANDBOX' } };
}

function resultOf(action: string, form: URLSearchParams, facts: AccountFacts, account: string): object {
  switch (action) {
    case 'GetRole': {
      const name = form.get('RoleName') ?? '';
      const role = facts.roles.find(({ RoleName }) => RoleName === name);
      if (!role) throw new AccountError(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`);
      return {
        Role: {
          Path: '/',
          RoleName: name,
          RoleId: 'AROASANDBOX',
          Arn: `arn:aws:iam::${account}:role/${name}`,
          CreateDate: '2026-01-01T00:00:00Z',
          // "URL-encoded JSON": IAM API Reference, Role.
          AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(role.trust)),
        },
      };
    }
    case 'ListOpenIDConnectProviders':
      return { OpenIDConnectProviderList: { member: facts.openIdConnectProviders.map((Arn) => ({ Arn })) } };
    default:
      throw new AccountError(400, 'InvalidAction', `Could not find operation ${action} for version 2010-05-08`);
  }
}
