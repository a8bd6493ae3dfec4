import { DescribeSecurityGroupsCommand } from '@aws-sdk/client-ec2';
import { type Check, type DeployedEnvironment, failed, OK, valuesFile } from '../check.ts';
import { orMissing } from '../refusals.ts';

/** What people sign in to the desk with, and what its pods reach. */
export const DESK: readonly Check[] = [
  {
    id: 'desk-pods',
    title: "security group of the desk's pods",
    step: 2,
    needs: ['vpc'],
    async run({ environment, account: { ec2 } }) {
      const { podsSecurityGroupId: id } = environment.desk;
      const { vpcId } = environment.network;
      const found = await orMissing(ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [id] })));
      const group = found?.SecurityGroups?.[0];
      const fix = `Put the cluster's security group into desk.podsSecurityGroupId of ${valuesFile(environment)}: aws eks describe-cluster --name ${environment.matchingService.clusterName} --query cluster.resourcesVpcConfig.clusterSecurityGroupId`;
      if (!group) return failed(`${id} does not exist.`, fix);
      return group.VpcId === vpcId ? OK : failed(`${id} is in ${group.VpcId}, not in ${vpcId}.`, fix);
    },
  },
  {
    id: 'desk-sign-in',
    title: 'identity provider of the desk',
    step: 2,
    needs: ['values'],
    async run({ environment, repositoryFile }) {
      const [variables, overlay] = [file(environment, 'desk.env'), file(environment, 'kustomization.yaml')];
      const given = Object.fromEntries(
        repositoryFile(variables)
          .split('\n')
          .map((line) => line.split(/=(.*)/s, 2)),
      );
      for (const name of ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'GROUP_ROLES'])
        if (!given[name]) return failed(`${variables} does not set ${name}.`, `Put yours into ${variables}.`);
      const examples = [variables, overlay].filter((each) => EXAMPLE.test(repositoryFile(each)));
      if (examples.length > 0)
        return failed(`Addresses under .example belong to nobody: ${examples.join(', ')}.`, 'Put your own there.');
      const [, text = '{}'] = /auth-idp-oidc["']?\s+value:\s*'([^']+)'/.exec(repositoryFile(overlay)) ?? [];
      const { issuer } = JSON.parse(text) as { issuer?: string };
      if (issuer === given.OIDC_ISSUER) return OK;
      return failed(
        `The load balancer signs people in with ${issuer}, and the desk believes ${given.OIDC_ISSUER}: nobody would be let in.`,
        `Make the issuer in ${overlay} and OIDC_ISSUER in ${variables} the same, to the letter.`,
      );
    },
  },
];

/** The domain that is reserved for documentation (RFC 2606, section 2). */
const EXAMPLE = /\.example(?![\w.-])/;

const file = ({ name }: DeployedEnvironment, which: string) => `apps/desk/deploy/overlays/${name}/${which}`;
