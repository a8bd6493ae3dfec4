import type { Statement } from '../policy.ts';
import { actions, allow, type Scope } from './permission-scope.ts';

/** The images, pod identities and network of the matching service and the desk. */
export function servicePermissions({ names, clusterName, arn }: Scope): Statement[] {
  return [
    allow(
      'Image',
      actions(
        'ecr',
        `CreateRepository DeleteRepository DescribeRepositories PutLifecyclePolicy GetLifecyclePolicy
         DeleteLifecyclePolicy PutImageScanningConfiguration PutImageTagMutability ListTagsForResource TagResource UntagResource
         BatchCheckLayerAvailability BatchGetImage InitiateLayerUpload UploadLayerPart CompleteLayerUpload PutImage`,
      ),
      [names.serviceRepository, names.deskRepository].map((repository) => arn('ecr', `repository/${repository}`)),
    ),
    allow(
      'PodIdentity',
      actions(
        'eks',
        `DescribeCluster CreatePodIdentityAssociation DeletePodIdentityAssociation DescribePodIdentityAssociation
         UpdatePodIdentityAssociation TagResource UntagResource`,
      ),
      [arn('eks', `cluster/${clusterName}`), arn('eks', `podidentityassociation/${clusterName}/*`)],
    ),
    allow(
      'Network',
      actions(
        'ec2',
        `CreateSecurityGroup DeleteSecurityGroup AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress
         AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress ModifySecurityGroupRules CreateTags DeleteTags`,
      ),
      [arn('ec2', 'security-group/*'), arn('ec2', 'security-group-rule/*'), arn('ec2', 'vpc/*')],
    ),
    allow(
      'NetworkLists',
      actions(
        'ec2',
        'DescribeSecurityGroups DescribeSecurityGroupRules DescribeVpcs DescribeSubnets DescribeNetworkInterfaces',
      ),
      '*',
    ),
  ];
}

/**
 * The service's private name. A zone has no name in its ARN, so that the role may change what every zone of the account is,
 * but only this host's address in it; a zone that has other records is not deleted.
 */
export function namePermissions({ serviceHost, protected: kept }: Scope): Statement[] {
  if (serviceHost === undefined) return [];
  const zones = 'arn:aws:route53:::hostedzone/*';
  return [
    allow(
      'Zone',
      actions(
        'route53',
        `GetHostedZone UpdateHostedZoneComment DeleteHostedZone ListResourceRecordSets ListTagsForResource
         ChangeTagsForResource`,
      ),
      zones,
    ),
    // A destroy that takes the record with the zone asks first whether the zone is signed.
    ...(kept ? [] : [allow('SignedZone', ['route53:GetDNSSEC'], zones)]),
    {
      ...allow('ServiceName', ['route53:ChangeResourceRecordSets'], zones),
      Condition: {
        'ForAllValues:StringEquals': {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': serviceHost,
          'route53:ChangeResourceRecordSetsRecordTypes': 'A',
        },
      },
    },
    allow('NameChanges', ['route53:GetChange'], 'arn:aws:route53:::change/*'),
    // A zone has no id before it exists; load balancers are described all at once.
    allow('NewZone', ['route53:CreateHostedZone', 'elasticloadbalancing:DescribeLoadBalancers'], '*'),
  ];
}
