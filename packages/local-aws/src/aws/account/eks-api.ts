import type { AccountFacts, ClusterFacts } from './account-facts.ts';
import { AccountError, type Place } from './answers.ts';

/**
 * EKS's read calls: the content of the answer.
 *
 * @param parts the path's parts after `/clusters/`: cluster's name, kind of thing, its name
 * @throws {AccountError}
 */
export function askEks(action: string, parts: readonly string[], facts: AccountFacts, place: Place): object {
  const [name = '', , id = ''] = parts;
  const cluster = facts.clusters.find((each) => each.name === name);
  if (!cluster) throw notFound(`No cluster found for name: ${name}.`);
  switch (action) {
    case 'DescribeCluster':
      return { cluster: clusterOf(cluster, place) };
    case 'DescribeAddon': {
      const addon = cluster.addons.find(({ addonName }) => addonName === id);
      if (!addon) throw notFound(`No addon: ${id} found in cluster: ${name}`);
      return { addon: { ...addon, clusterName: name } };
    }
    case 'ListAssociatedAccessPolicies': {
      const entry = cluster.accessEntries.find(({ principalArn }) => principalArn === id);
      if (!entry)
        throw notFound(
          `The specified principalArn could not be found. You can view your available access entries with 'list-access-entries'.`,
        );
      return { clusterName: name, principalArn: id, associatedAccessPolicies: entry.policies };
    }
    default:
      throw new AccountError(404, 'UnknownOperationException', `The sandbox's EKS does not know ${action}.`);
  }
}

function clusterOf(cluster: ClusterFacts, { region, account }: Place): object {
  const { name, status, authenticationMode, vpcId, endpointPublicAccess, publicAccessCidrs } = cluster;
  return {
    name,
    arn: `arn:aws:eks:${region}:${account}:cluster/${name}`,
    status,
    accessConfig: { authenticationMode },
    resourcesVpcConfig: {
      vpcId,
      endpointPublicAccess,
      publicAccessCidrs,
      clusterSecurityGroupId: cluster.clusterSecurityGroupId,
    },
  };
}

function notFound(message: string): AccountError {
  return new AccountError(404, 'ResourceNotFoundException', message);
}
