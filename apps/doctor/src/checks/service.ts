import {
  ListHostedZonesByVPCCommand,
  ListResourceRecordSetsCommand,
  type ResourceRecordSet,
  type Route53Client,
} from '@aws-sdk/client-route-53';
import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager';
import { type Check, type DeployedEnvironment, failed, OK } from '../check.ts';
import { orMissing } from '../refusals.ts';

/** What the first deployment makes. */
export const SERVICE: readonly Check[] = [
  {
    id: 'service-token',
    title: 'token of the service',
    step: 6,
    needs: ['credentials'],
    async run({ names, account: { secrets } }) {
      const SecretId = names.serviceTokenSecret;
      const secret = await orMissing(secrets.send(new DescribeSecretCommand({ SecretId })));
      if (!secret) return failed(`There is no secret ${SecretId}: the stack makes it.`, 'Deploy.');
      const stages = Object.values(secret.VersionIdsToStages ?? {}).flat();
      if (stages.includes('AWSCURRENT')) return OK;
      return failed(`The secret ${SecretId} has no value.`, 'Run the deployment again: it puts the first one.');
    },
  },
  {
    id: 'private-name',
    title: 'name of the service',
    step: 6,
    needs: ['vpc'],
    async run({ environment, account: { route53 } }) {
      const { vpcId } = environment.network;
      const host = new URL(environment.matchingService.endpoint).hostname;
      const zone = await zoneOf(route53, environment, host);
      if (!zone) {
        return failed(`${vpcId} has no private zone that ${host} is in.`, 'Deploy: the stack makes it.');
      }
      const records = await recordsOf(route53, zone.id, host);
      if (records.some(({ Type = '' }) => ['A', 'AAAA', 'CNAME'].includes(Type))) return OK;
      return failed(
        `The zone ${zone.name} (${zone.id}) has no A, AAAA or CNAME record for ${host}.`,
        'Run the deployment again: it points the name at the load balancer.',
      );
    },
  },
];

interface Zone {
  readonly id: string;
  readonly name: string;
}

/** The VPC's zone that answers for a host: of several, the one with the longest name (Route 53 Developer Guide, private zones). */
async function zoneOf(
  route53: Route53Client,
  { network, region }: DeployedEnvironment,
  host: string,
): Promise<Zone | undefined> {
  const zones: Zone[] = [];
  let NextToken: string | undefined;
  do {
    const page = await route53.send(
      new ListHostedZonesByVPCCommand({ VPCId: network.vpcId, VPCRegion: region as never, NextToken }),
    );
    for (const { HostedZoneId = '', Name = '' } of page.HostedZoneSummaries ?? []) {
      zones.push({ id: HostedZoneId, name: Name.replace(/\.$/, '') });
    }
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return zones
    .filter(({ name }) => host === name || host.endsWith(`.${name}`))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
}

/** The records of a name. The listing starts at it, and goes on with other names. */
async function recordsOf(route53: Route53Client, zone: string, host: string): Promise<ResourceRecordSet[]> {
  const { ResourceRecordSets = [] } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: zone, StartRecordName: host }),
  );
  return ResourceRecordSets.filter(({ Name }) => Name?.replace(/\.$/, '').toLowerCase() === host);
}
