import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group/index.js';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

export interface ServiceNetworkOptions {
  readonly name: string;
  /** Of the load balancer's security group. */
  readonly loadBalancerName: string;
  readonly network: NonNullable<Environment['network']>;
  readonly serviceEndpoint: URL;
}

/**
 * The way from the function to the matching service: a function outside a VPC cannot reach an internal load balancer.
 * Its security group lets it reach the service and the endpoints of AWS that it calls, and nothing else. The load balancer's
 * is made here as well, since the load balancer controller would make one that no rule of ours knows; what leads on from it
 * to the pods is the controller's
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/).
 */
export class ServiceNetwork extends Construct {
  readonly securityGroup: SecurityGroup;
  /** Of the load balancer. */
  readonly loadBalancerGroup: SecurityGroup;
  readonly port: number;

  constructor(
    scope: Construct,
    id: string,
    { name, loadBalancerName, network, serviceEndpoint }: ServiceNetworkOptions,
  ) {
    super(scope, id);
    this.securityGroup = new SecurityGroup(this, 'processor', {
      name,
      description: 'The trade document processor: to the matching service and to AWS, nothing in',
      vpcId: network.vpcId,
    });
    this.loadBalancerGroup = new SecurityGroup(this, 'load-balancer', {
      name: loadBalancerName,
      description: 'The internal load balancer of the matching service: from the trade document processor, nobody else',
      vpcId: network.vpcId,
      // The controller finds a group that is not named by its id by this tag, not by its name.
      tags: { Name: loadBalancerName },
    });
    const loadBalancer = this.loadBalancerGroup;
    const securityGroupId = this.securityGroup.id;
    this.port = Number(serviceEndpoint.port) || (serviceEndpoint.protocol === 'https:' ? 443 : 80);
    const tcp = (toPort: number) => ({ ipProtocol: 'tcp', fromPort: toPort, toPort });
    new VpcSecurityGroupEgressRule(this, 'to-service', {
      securityGroupId,
      description: 'The internal load balancer of the matching service',
      referencedSecurityGroupId: loadBalancer.id,
      ...tcp(this.port),
    });
    new VpcSecurityGroupIngressRule(this, 'from-processor', {
      securityGroupId: loadBalancer.id,
      description: 'The trade document processor',
      referencedSecurityGroupId: securityGroupId,
      ...tcp(this.port),
    });
    new VpcSecurityGroupEgressRule(this, 'to-endpoints', {
      securityGroupId,
      description: 'Interface endpoints: SQS, SNS, Secrets Manager, KMS, Logs',
      referencedSecurityGroupId: network.endpointsSecurityGroupId,
      ...tcp(443),
    });
    new VpcSecurityGroupIngressRule(this, 'endpoints-from-processor', {
      securityGroupId: network.endpointsSecurityGroupId,
      description: 'The trade document processor',
      referencedSecurityGroupId: securityGroupId,
      ...tcp(443),
    });
    for (const [service, prefixListId] of [
      ['s3', network.s3PrefixListId],
      ['dynamodb', network.dynamodbPrefixListId],
    ] as const) {
      new VpcSecurityGroupEgressRule(this, `to-${service}`, {
        securityGroupId,
        description: `The gateway endpoint of ${service}`,
        prefixListId,
        ...tcp(443),
      });
    }
  }
}
