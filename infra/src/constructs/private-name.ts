import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone/index.js';
import { Construct } from 'constructs';

export interface PrivateNameOptions {
  /** The matching service's host, as the function asks for it. */
  readonly host: string;
  readonly vpcId: string;
  readonly region: string;
  readonly protected: boolean;
}

/**
 * A private zone of the service's host alone, so that no other name of the VPC is shadowed. Its one record, which points at
 * the load balancer, is put by the deployment: the load balancer is made in the cluster, after this.
 */
export class PrivateName extends Construct {
  readonly zone: Route53Zone;

  constructor(scope: Construct, id: string, { host, vpcId, region, protected: kept }: PrivateNameOptions) {
    super(scope, id);
    this.zone = new Route53Zone(this, 'zone', {
      name: host,
      comment: 'The matching service, for the trade document processor',
      vpc: [{ vpcId, vpcRegion: region }],
      // The record is none of Terraform's, and a zone that holds one is not deleted.
      forceDestroy: !kept,
    });
  }
}
