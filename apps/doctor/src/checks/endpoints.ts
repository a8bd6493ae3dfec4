import type { VpcEndpoint } from '@aws-sdk/client-ec2';
import { type Check, failed, OK, type Outcome } from '../check.ts';

/** What the functions call from within the VPC, and how. */
const GATEWAYS = ['s3', 'dynamodb'] as const;
const INTERFACES = ['sqs', 'sns', 'secretsmanager', 'kms', 'logs'] as const;

export const ENDPOINTS: readonly Check[] = [
  ...GATEWAYS.map((service) => endpoint(service, 'Gateway')),
  ...INTERFACES.map((service) => endpoint(service, 'Interface')),
  {
    ...endpoint('bedrock-runtime', 'Interface'),
    applies: ({ matchingService }) => matchingService.fallbackModelId !== undefined,
  },
];

type Kind = 'Gateway' | 'Interface';

function endpoint(service: string, kind: Kind): Check {
  return {
    id: `endpoint-${service}`,
    title: `${kind.toLowerCase()} endpoint of ${service}`,
    step: 2,
    needs: ['vpc'],
    async run({ environment, account }) {
      const name = `com.amazonaws.${environment.region}.${service}`;
      const { vpcId, endpointsSecurityGroupId } = environment.network;
      const all = await account.vpcEndpoints();
      const outcomes = all
        .filter(({ ServiceName }) => ServiceName === name)
        .filter(({ VpcEndpointType }) => VpcEndpointType === kind)
        .map((each) => judge(each, kind, endpointsSecurityGroupId));
      // Of several endpoints, one that works is enough.
      return (
        outcomes.find(({ kind: result }) => result === 'ok') ??
        outcomes[0] ??
        failed(
          `${vpcId} has no ${kind.toLowerCase()} endpoint of ${name}.`,
          `Make it: aws ec2 create-vpc-endpoint --vpc-id ${vpcId} --vpc-endpoint-type ${kind} --service-name ${name}, with the VPC's ${kind === 'Gateway' ? 'route tables' : `subnets and the security group ${endpointsSecurityGroupId}`}.`,
        )
      );
    },
  };
}

function judge(
  { VpcEndpointId, State, PrivateDnsEnabled, Groups = [] }: VpcEndpoint,
  kind: Kind,
  group: string,
): Outcome {
  if (State?.toLowerCase() !== 'available') {
    return failed(`${VpcEndpointId} is ${State}, not available.`, 'Wait until it is available, or make it again.');
  }
  if (kind === 'Gateway') return OK;
  if (!PrivateDnsEnabled) {
    return failed(
      `${VpcEndpointId} has no private DNS name: calls by the service's own name do not reach it.`,
      `Turn it on: aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${VpcEndpointId} --private-dns-enabled`,
    );
  }
  if (Groups.some(({ GroupId }) => GroupId === group)) return OK;
  return failed(
    `${VpcEndpointId} is not in the security group ${group}, which the stack lets the functions into.`,
    `Add it: aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${VpcEndpointId} --add-security-group-ids ${group}`,
  );
}
