import type { AccountFacts } from './account-facts.ts';
import { AccountError } from './answers.ts';

/** An item that may be asked for by its id or by a filter. */
interface Listed {
  readonly id: string;
  /** By the filter's name. */
  readonly filtered: Readonly<Record<string, string>>;
  readonly content: object;
}

interface Listing {
  /** The element that holds the items. */
  readonly set: string;
  /** The parameter that names ids. */
  readonly ids: string;
  /** What an id that is none, or that is not there, is refused with. */
  readonly refusal: Refusal;
  readonly items: (facts: AccountFacts) => readonly Listed[];
}

interface Refusal {
  readonly malformed: string;
  readonly notFound: string;
  readonly what: string;
}

/** 8 or 17 digits: Amazon EC2 User Guide, "Resource IDs". */
const ID = /^[a-z]+-(?:[0-9a-f]{8}|[0-9a-f]{17})$/;

/** What EC2 lists here, by action. Codes: Amazon EC2 Developer Guide, "Error codes for the Amazon EC2 API". */
const LISTINGS: Readonly<Record<string, Listing>> = {
  DescribeVpcs: {
    set: 'vpcSet',
    ids: 'VpcId',
    refusal: { malformed: 'InvalidVpcID.Malformed', notFound: 'InvalidVpcID.NotFound', what: 'vpc ID' },
    items: ({ vpcs }) =>
      vpcs.map(({ VpcId, CidrBlock }) => ({
        id: VpcId,
        filtered: {},
        content: { vpcId: VpcId, cidrBlock: CidrBlock, state: 'available' },
      })),
  },
  DescribeSubnets: {
    set: 'subnetSet',
    ids: 'SubnetId',
    refusal: { malformed: 'InvalidSubnetID.Malformed', notFound: 'InvalidSubnetID.NotFound', what: 'subnet ID' },
    items: ({ subnets }) =>
      subnets.map(({ SubnetId, VpcId, AvailabilityZone }) => ({
        id: SubnetId,
        filtered: { 'vpc-id': VpcId },
        content: { subnetId: SubnetId, vpcId: VpcId, availabilityZone: AvailabilityZone, state: 'available' },
      })),
  },
  DescribeVpcEndpoints: {
    set: 'vpcEndpointSet',
    ids: 'VpcEndpointId',
    refusal: {
      malformed: 'InvalidVpcEndpointId.Malformed',
      notFound: 'InvalidVpcEndpointId.NotFound',
      what: 'Vpc Endpoint Id',
    },
    items: ({ vpcEndpoints }) =>
      vpcEndpoints.map(({ VpcEndpointId, VpcId, VpcEndpointType, ServiceName, State, PrivateDnsEnabled, Groups }) => ({
        id: VpcEndpointId,
        filtered: { 'vpc-id': VpcId, 'service-name': ServiceName },
        content: {
          vpcEndpointId: VpcEndpointId,
          vpcEndpointType: VpcEndpointType,
          vpcId: VpcId,
          serviceName: ServiceName,
          state: State,
          privateDnsEnabled: PrivateDnsEnabled,
          groupSet: { item: Groups.map((groupId) => ({ groupId })) },
        },
      })),
  },
  DescribeManagedPrefixLists: {
    set: 'prefixListSet',
    ids: 'PrefixListId',
    refusal: {
      malformed: 'InvalidPrefixListId.Malformed',
      notFound: 'InvalidPrefixListID.NotFound',
      what: 'prefix list ID',
    },
    items: ({ prefixLists }) =>
      prefixLists.map(({ PrefixListId, PrefixListName }) => ({
        id: PrefixListId,
        filtered: { 'prefix-list-name': PrefixListName },
        content: { prefixListId: PrefixListId, prefixListName: PrefixListName, ownerId: 'AWS' },
      })),
  },
  DescribeSecurityGroups: {
    set: 'securityGroupInfo',
    ids: 'GroupId',
    refusal: { malformed: 'InvalidGroupId.Malformed', notFound: 'InvalidGroup.NotFound', what: 'security group' },
    items: ({ securityGroups }) =>
      securityGroups.map(({ GroupId, VpcId, ingress }) => ({
        id: GroupId,
        filtered: { 'vpc-id': VpcId },
        content: {
          groupId: GroupId,
          vpcId: VpcId,
          ipPermissions: {
            item: ingress.map(({ IpProtocol, FromPort, ToPort, GroupId: from, CidrIp }) => ({
              ipProtocol: IpProtocol,
              ...(FromPort === undefined ? {} : { fromPort: FromPort, toPort: ToPort }),
              groups: from === undefined ? '' : { item: [{ groupId: from }] },
              ipRanges: CidrIp === undefined ? '' : { item: [{ cidrIp: CidrIp }] },
            })),
          },
        },
      })),
  },
};

/**
 * EC2's read calls: the content of the answer's document.
 *
 * @throws {AccountError} for an id that is none or not there, an unknown filter or an unknown action
 */
export function askEc2(action: string, form: URLSearchParams, facts: AccountFacts): object {
  const listing = LISTINGS[action];
  if (!listing) {
    throw new AccountError(400, 'InvalidAction', `The action ${action} is not valid for this web service.`);
  }
  const items = listing.items(facts);
  const ids = valuesOf(form, listing.ids);
  for (const id of ids) {
    const { malformed, notFound, what } = listing.refusal;
    if (!ID.test(id)) throw new AccountError(400, malformed, `Invalid id: "${id}"`);
    if (!items.some((item) => item.id === id))
      throw new AccountError(400, notFound, `The ${what} '${id}' does not exist`);
  }
  const found = items
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter((item) => filtersOf(form).every((filter) => passes(item, filter)));
  return { requestId: 'SANDBOX', [listing.set]: { item: found.map(({ content }) => content) } };
}

interface Filter {
  readonly name: string;
  readonly values: readonly string[];
}

function filtersOf(form: URLSearchParams): Filter[] {
  return [...form].flatMap(([key, name]) => {
    const at = /^Filter\.(\d+)\.Name$/.exec(key)?.[1];
    return at === undefined ? [] : [{ name, values: valuesOf(form, `Filter.${at}.Value`) }];
  });
}

function passes({ filtered }: Listed, { name, values }: Filter): boolean {
  const value = filtered[name];
  if (value === undefined) throw new AccountError(400, 'InvalidParameterValue', `The filter '${name}' is invalid`);
  return values.includes(value);
}

/** `VpcId.1`, `VpcId.2`. */
function valuesOf(form: URLSearchParams, name: string): string[] {
  return [...form]
    .filter(([key]) => key.startsWith(`${name}.`) && /^\d+$/.test(key.slice(name.length + 1)))
    .map(([, value]) => value);
}
