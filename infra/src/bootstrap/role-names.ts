import type { EnvironmentName } from '@trade-matching/domain';

/** The host of GitHub's identity provider, by which IAM names it. */
export const GITHUB_PROVIDER = 'token.actions.githubusercontent.com';

/** The roles that GitHub's jobs take. */
export type BootstrapRole = 'plan' | 'deploy' | 'load-test';

/** Those of an environment: load on production is a person's decision, with a person's rights. */
export function bootstrapRoles(environment: EnvironmentName): BootstrapRole[] {
  return environment === 'production' ? ['plan', 'deploy'] : ['plan', 'deploy', 'load-test'];
}

export function bootstrapRoleName(role: BootstrapRole, environment: EnvironmentName): string {
  return `trade-matching-${role}-${environment}`;
}
