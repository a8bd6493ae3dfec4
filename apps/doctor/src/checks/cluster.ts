import { DescribeAddonCommand } from '@aws-sdk/client-eks';
import { type Check, failed, OK, valuesFile } from '../check.ts';
import { orMissing } from '../refusals.ts';

const WORKFLOW = '.github/workflows/deploy-environment.yml';

export const CLUSTER: readonly Check[] = [
  {
    id: 'cluster',
    title: 'EKS cluster',
    step: 1,
    needs: ['credentials'],
    async run({ environment, account }) {
      const { clusterName } = environment.matchingService;
      const { vpcId } = environment.network;
      const cluster = await account.cluster();
      const fix = `Make it in ${vpcId}, or correct matchingService.clusterName in ${valuesFile(environment)}.`;
      if (!cluster) return failed(`There is no cluster ${clusterName} in ${environment.region}.`, fix);
      // A cluster that is being updated works meanwhile.
      if (cluster.status !== 'ACTIVE' && cluster.status !== 'UPDATING') {
        return failed(`${clusterName} is ${cluster.status}, not ACTIVE.`, 'Wait until it is ACTIVE.');
      }
      const itsVpc = cluster.resourcesVpcConfig?.vpcId;
      return itsVpc === vpcId ? OK : failed(`${clusterName} is in ${itsVpc}, not in ${vpcId}.`, fix);
    },
  },
  {
    id: 'cluster-authentication',
    title: 'authentication mode of the cluster',
    step: 1,
    needs: ['cluster'],
    async run({ environment, account }) {
      const { clusterName } = environment.matchingService;
      const mode = (await account.cluster())?.accessConfig?.authenticationMode;
      if (mode === 'API' || mode === 'API_AND_CONFIG_MAP') return OK;
      return failed(
        `${clusterName} has ${mode}: the deploying role gets in by an access entry, which it does not take.`,
        `Change it: aws eks update-cluster-config --name ${clusterName} --access-config authenticationMode=API_AND_CONFIG_MAP`,
      );
    },
  },
  {
    id: 'cluster-endpoint',
    title: "the runners reach the cluster's API",
    step: 1,
    needs: ['cluster'],
    async run({ environment, account, repositoryFile }) {
      // Runners of one's own are where their owner put them.
      if (!/^\s*runs-on: ubuntu-/m.test(repositoryFile(WORKFLOW))) return OK;
      const { clusterName } = environment.matchingService;
      const network = (await account.cluster())?.resourcesVpcConfig;
      const ranges = network?.publicAccessCidrs ?? [];
      const fix = `Open it to the runners, or use your own in the VPC and change runs-on in ${WORKFLOW}.`;
      if (!network?.endpointPublicAccess) return failed(`The API endpoint of ${clusterName} is private.`, fix);
      if (ranges.includes('0.0.0.0/0')) return OK;
      return failed(`The API endpoint of ${clusterName} is open to ${ranges.join(', ')} only.`, fix);
    },
  },
  addon('vpc-cni'),
  {
    id: 'network-policy',
    title: 'network policy in vpc-cni',
    step: 1,
    needs: ['addon-vpc-cni'],
    async run({ environment, account: { eks } }) {
      const { clusterName } = environment.matchingService;
      const { addon: found } = await eks.send(new DescribeAddonCommand({ clusterName, addonName: 'vpc-cni' }));
      // The values are JSON or YAML (EKS API Reference, Addon).
      if (/\benableNetworkPolicy["']?\s*:\s*["']?true\b/.test(found?.configurationValues ?? '')) return OK;
      return failed(
        "vpc-cni does not enforce network policies: the service's is ignored.",
        `Turn it on: aws eks update-addon --cluster-name ${clusterName} --addon-name vpc-cni --configuration-values '{"enableNetworkPolicy":"true"}'`,
      );
    },
  },
  addon('coredns'),
  addon('eks-pod-identity-agent'),
  addon('metrics-server'),
];

function addon(name: string): Check {
  return {
    id: `addon-${name}`,
    title: `add-on ${name}`,
    step: 1,
    needs: ['cluster'],
    async run({ environment, account: { eks } }) {
      const { clusterName } = environment.matchingService;
      const described = await orMissing(eks.send(new DescribeAddonCommand({ clusterName, addonName: name })));
      if (!described?.addon) {
        return failed(
          `${clusterName} has no add-on ${name}.`,
          `Add it: aws eks create-addon --cluster-name ${clusterName} --addon-name ${name}`,
        );
      }
      const { status } = described.addon;
      if (status === 'ACTIVE' || status === 'UPDATING') return OK;
      return failed(
        `The add-on ${name} is ${status}, not ACTIVE.`,
        `See why: aws eks describe-addon --cluster-name ${clusterName} --addon-name ${name}`,
      );
    },
  };
}
