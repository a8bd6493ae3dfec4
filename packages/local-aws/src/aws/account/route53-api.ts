import type { AccountFacts, HostedZoneFacts } from './account-facts.ts';
import { AccountError } from './answers.ts';

/**
 * Route 53's read calls: the content of the answer's document.
 *
 * @throws {AccountError}
 */
export function askRoute53(
  action: string,
  parts: readonly string[],
  query: URLSearchParams,
  facts: AccountFacts,
  account: string,
): object {
  switch (action) {
    case 'ListHostedZonesByVPC': {
      const vpc = query.get('vpcid') ?? '';
      if (!facts.vpcs.some(({ VpcId }) => VpcId === vpc)) {
        throw new AccountError(400, 'InvalidVPCId', `The VPC ID is not valid: ${vpc}`);
      }
      const zones = facts.hostedZones.filter(({ vpcIds }) => vpcIds.includes(vpc));
      return {
        HostedZoneSummaries: {
          HostedZoneSummary: zones.map(({ Id, Name }) => ({
            HostedZoneId: Id,
            Name,
            Owner: { OwningAccount: account },
          })),
        },
        MaxItems: 100,
      };
    }
    case 'ListResourceRecordSets': {
      const [id = ''] = parts;
      const zone = facts.hostedZones.find(({ Id }) => Id === id);
      if (!zone) throw new AccountError(404, 'NoSuchHostedZone', `No hosted zone found with ID: ${id}`);
      return {
        ResourceRecordSets: { ResourceRecordSet: recordsFrom(zone, query.get('name') ?? '').map(recordSetOf) },
        IsTruncated: false,
        MaxItems: 300,
      };
    }
    default:
      throw new AccountError(400, 'InvalidAction', `The sandbox's Route 53 does not know ${action}.`);
  }
}

/** In the order of their labels from the last, from this name on (Route 53 API Reference, ListResourceRecordSets). */
function recordsFrom({ records }: HostedZoneFacts, name: string): HostedZoneFacts['records'] {
  const order = (given: string) => given.replace(/\.$/, '').split('.').reverse().join('.');
  return records
    .filter(({ Name }) => order(Name) >= order(name))
    .toSorted((a, b) => (order(a.Name) < order(b.Name) ? -1 : 1));
}

function recordSetOf({ Name, Type, value, alias }: HostedZoneFacts['records'][number]): object {
  return {
    Name,
    Type,
    ...(alias
      ? { AliasTarget: { HostedZoneId: 'ZSANDBOX', DNSName: value, EvaluateTargetHealth: true } }
      : { TTL: 300, ResourceRecords: { ResourceRecord: [{ Value: value }] } }),
  };
}
