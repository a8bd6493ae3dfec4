import { GetRoleCommand, ListOpenIDConnectProvidersCommand } from '@aws-sdk/client-iam';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import {
  type BootstrapRole,
  bootstrapRoleName,
  bootstrapRoles,
  GITHUB_PROVIDER,
} from '@trade-matching/infra/prerequisites';
import { type Check, type DeployedEnvironment, failed, OK, valuesFile } from '../check.ts';
import { orMissing, statusOf } from '../refusals.ts';

export const BOOTSTRAP: readonly Check[] = [
  {
    id: 'state-bucket',
    title: "bucket of Terraform's state",
    step: 3,
    needs: ['credentials'],
    async run({ environment, account: { s3 } }) {
      const { bucket } = environment.state;
      try {
        await s3.send(new HeadBucketCommand({ Bucket: bucket }));
        return OK;
      } catch (error) {
        if (statusOf(error) === 404) return failed(`${bucket} does not exist.`, bootstrap(environment));
        if (statusOf(error) !== 403) throw error;
        return { kind: 'unknown', reason: `${bucket} exists, and is another account's or not for these credentials.` };
      }
    },
  },
  {
    id: 'identity-provider',
    title: "GitHub's identity provider",
    step: 3,
    needs: ['credentials'],
    async run({ environment, account: { iam } }) {
      const { OpenIDConnectProviderList = [] } = await iam.send(new ListOpenIDConnectProvidersCommand({}));
      if (OpenIDConnectProviderList.some(({ Arn }) => Arn?.endsWith(`:oidc-provider/${GITHUB_PROVIDER}`))) return OK;
      const existing = environment.delivery.githubProvider === 'existing';
      return failed(
        `The account has no identity provider ${GITHUB_PROVIDER}.`,
        `${existing ? `Take delivery.githubProvider out of ${valuesFile(environment)}, then: ` : ''}${bootstrap(environment)}`,
      );
    },
  },
  ...(['plan', 'deploy', 'load-test'] as const).map(role),
];

function role(role: BootstrapRole): Check {
  return {
    id: `role-${role}`,
    title: `role ${role}`,
    step: 3,
    needs: ['credentials'],
    applies: ({ name }) => bootstrapRoles(name).includes(role),
    async run({ environment, account: { iam } }) {
      const name = bootstrapRoleName(role, environment.name);
      const found = await orMissing(iam.send(new GetRoleCommand({ RoleName: name })));
      if (!found) return failed(`There is no role ${name}.`, bootstrap(environment));
      const jobs = role === 'plan' ? `${environment.name}-plan` : environment.name;
      const subject = `${environment.delivery.repositorySubject}:environment:${jobs}`;
      const trust = decodeURIComponent(found.Role?.AssumeRolePolicyDocument ?? '');
      if (trust.includes(`"${subject}"`)) return OK;
      return failed(
        `${name} does not let ${subject} take it.`,
        `Correct delivery.repositorySubject in ${valuesFile(environment)} if it is not your repository's; then: ${bootstrap(environment)}`,
      );
    },
  };
}

function bootstrap({ name }: DeployedEnvironment): string {
  return `npm run cdktf -- deploy --app 'node src/bootstrap/main.ts' trade-matching-bootstrap-${name}`;
}
