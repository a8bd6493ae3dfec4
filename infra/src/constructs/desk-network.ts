import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group/index.js';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule/index.js';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

export interface DeskNetworkOptions {
  /** Of the load balancer's security group. */
  readonly name: string;
  readonly vpcId: string;
  readonly desk: NonNullable<Environment['desk']>;
  /** Of the matching service's load balancer: the desk has it pair anew. */
  readonly serviceLoadBalancerGroupId: string;
  readonly servicePort: number;
}

/**
 * The way of people to the desk: an internal load balancer, open to the bank's networks alone. It fetches the identity of
 * whoever signs in from the identity provider itself, over TLS. What leads on to the pods is the load balancer controller's
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/security_groups/).
 */
export class DeskNetwork extends Construct {
  constructor(scope: Construct, id: string, options: DeskNetworkOptions) {
    super(scope, id);
    const { name, vpcId, desk, serviceLoadBalancerGroupId, servicePort } = options;
    const https = { ipProtocol: 'tcp', fromPort: 443, toPort: 443 };
    const loadBalancer = new SecurityGroup(this, 'load-balancer', {
      name,
      description: "The internal load balancer of the desk: from the bank's networks, nobody else",
      vpcId,
      // The controller finds a group that is not named by its id by this tag, not by its name.
      tags: { Name: name },
    });
    for (const [at, cidrIpv4] of desk.clientNetworks.entries()) {
      new VpcSecurityGroupIngressRule(this, `from-people-${at}`, {
        securityGroupId: loadBalancer.id,
        description: 'People of the bank',
        cidrIpv4,
        ...https,
      });
    }
    new VpcSecurityGroupEgressRule(this, 'to-identity-provider', {
      securityGroupId: loadBalancer.id,
      description: 'The identity provider, which has no address of its own to name',
      cidrIpv4: '0.0.0.0/0',
      ...https,
    });
    new VpcSecurityGroupIngressRule(this, 'service-from-pods', {
      securityGroupId: serviceLoadBalancerGroupId,
      description: 'The desk, from the pods of the cluster',
      referencedSecurityGroupId: desk.podsSecurityGroupId,
      ...https,
      fromPort: servicePort,
      toPort: servicePort,
    });
  }
}
