import { type AssociatedAccessPolicy, type EKSClient, paginateListAssociatedAccessPolicies } from '@aws-sdk/client-eks';
import { bootstrapRoleName } from '@trade-matching/infra/prerequisites';
import { type Check, failed, OK } from '../check.ts';
import { orMissing } from '../refusals.ts';

const NAMESPACE = 'trade-matching';
const ADMINISTERS = /\/AmazonEKS(?:Cluster)?AdminPolicy$/;

export const CLUSTER_ACCESS: Check = {
  id: 'cluster-access',
  title: 'the deploying role may deploy to the cluster',
  step: 5,
  needs: ['cluster', 'role-deploy'],
  async run({ environment, account: { eks } }) {
    const { clusterName } = environment.matchingService;
    const principalArn = `arn:aws:iam::${environment.account}:role/${bootstrapRoleName('deploy', environment.name)}`;
    const policies = await orMissing(policiesOf(eks, clusterName, principalArn));
    const allowed = policies?.some(
      ({ policyArn = '', accessScope }) =>
        ADMINISTERS.test(policyArn) &&
        (accessScope?.type === 'cluster' || accessScope?.namespaces?.includes(NAMESPACE)),
    );
    if (allowed) return OK;
    return failed(
      policies
        ? `${principalArn} has no admin policy for the namespace ${NAMESPACE} of ${clusterName}.`
        : `${clusterName} has no access entry for ${principalArn}.`,
      'Create the access entry, associate AmazonEKSAdminPolicy with it for the namespace, and apply the namespace.',
    );
  },
};

async function policiesOf(
  client: EKSClient,
  clusterName: string,
  principalArn: string,
): Promise<AssociatedAccessPolicy[]> {
  const found: AssociatedAccessPolicy[] = [];
  for await (const page of paginateListAssociatedAccessPolicies({ client }, { clusterName, principalArn })) {
    found.push(...(page.associatedAccessPolicies ?? []));
  }
  return found;
}
