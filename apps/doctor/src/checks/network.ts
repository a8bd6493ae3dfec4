import {
  DescribeManagedPrefixListsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type IpPermission,
} from '@aws-sdk/client-ec2';
import { type Check, failed, OK, valuesFile } from '../check.ts';
import { orMissing } from '../refusals.ts';

export const NETWORK: readonly Check[] = [
  {
    id: 'vpc',
    title: 'VPC',
    step: 1,
    needs: ['credentials'],
    async run({ environment, account: { ec2 } }) {
      const { vpcId } = environment.network;
      const found = await orMissing(ec2.send(new DescribeVpcsCommand({ VpcIds: [vpcId] })));
      if (found) return OK;
      return failed(
        `${vpcId} does not exist in ${environment.region}.`,
        `Make the VPC, or correct network.vpcId in ${valuesFile(environment)}.`,
      );
    },
  },
  {
    id: 'subnets',
    title: 'subnets in two zones',
    step: 1,
    needs: ['vpc'],
    async run({ environment, account: { ec2 } }) {
      const { vpcId, subnetIds } = environment.network;
      const fix = `Make them in the VPC, or correct network.subnetIds in ${valuesFile(environment)}.`;
      // By id, EC2 refuses all of them for one that is missing.
      const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
      const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ Filters }));
      const missing = subnetIds.filter((id) => !Subnets.some(({ SubnetId }) => SubnetId === id));
      if (missing.length > 0) return failed(`${missing.join(', ')}: not in ${vpcId}.`, fix);
      const used = Subnets.filter(({ SubnetId = '' }) => subnetIds.includes(SubnetId));
      const zones = new Set(used.map(({ AvailabilityZone }) => AvailabilityZone));
      if (zones.size >= 2) return OK;
      return failed(`${subnetIds.join(', ')} are all in ${[...zones].join()}.`, fix);
    },
  },
  prefixList('s3', 's3PrefixListId'),
  prefixList('dynamodb', 'dynamodbPrefixListId'),
  {
    id: 'endpoints-security-group',
    title: 'security group of the interface endpoints',
    step: 2,
    needs: ['vpc'],
    async run({ environment, account: { ec2 } }) {
      const { endpointsSecurityGroupId: id, vpcId } = environment.network;
      const found = await orMissing(ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [id] })));
      const group = found?.SecurityGroups?.[0];
      const fix = `Correct network.endpointsSecurityGroupId in ${valuesFile(environment)}.`;
      if (!group) return failed(`${id} does not exist.`, fix);
      return group.VpcId === vpcId ? OK : failed(`${id} is in ${group.VpcId}, not in ${vpcId}.`, fix);
    },
  },
  {
    id: 'pods-to-endpoints',
    title: 'the pods reach the interface endpoints',
    step: 2,
    needs: ['endpoints-security-group', 'cluster'],
    async run({ environment, account }) {
      const { endpointsSecurityGroupId: id } = environment.network;
      const cluster = await account.cluster();
      const pods = cluster?.resourcesVpcConfig?.clusterSecurityGroupId ?? '';
      const { SecurityGroups = [] } = await account.ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [id] }));
      const rules = SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions).filter(isHttps);
      const letsIn = rules.some(
        ({ UserIdGroupPairs = [], IpRanges = [] }) =>
          // Which part of the network a range is, is its owner's decision.
          IpRanges.length > 0 || UserIdGroupPairs.some(({ GroupId }) => GroupId === pods),
      );
      if (letsIn) return OK;
      return failed(
        `${id} does not let the cluster's security group ${pods} in on 443.`,
        `Let it in: aws ec2 authorize-security-group-ingress --group-id ${id} --protocol tcp --port 443 --source-group ${pods}`,
      );
    },
  },
];

function isHttps({ IpProtocol, FromPort = 0, ToPort = 65_535 }: IpPermission): boolean {
  return IpProtocol === '-1' || (IpProtocol === 'tcp' && FromPort <= 443 && ToPort >= 443);
}

/** AWS's own list of a service's addresses, which differs from region to region. */
function prefixList(service: string, value: 's3PrefixListId' | 'dynamodbPrefixListId'): Check {
  return {
    id: `prefix-list-${service}`,
    title: `prefix list of ${service}`,
    step: 2,
    needs: ['credentials'],
    async run({ environment, account: { ec2 } }) {
      const name = `com.amazonaws.${environment.region}.${service}`;
      const Filters = [{ Name: 'prefix-list-name', Values: [name] }];
      const { PrefixLists = [] } = await ec2.send(new DescribeManagedPrefixListsCommand({ Filters }));
      const given = environment.network[value];
      const [list] = PrefixLists;
      if (list?.PrefixListId === given) return OK;
      return failed(
        list ? `${name} is ${list.PrefixListId}, not ${given}.` : `${name} is not there.`,
        `Correct network.${value} in ${valuesFile(environment)}.`,
      );
    },
  };
}
