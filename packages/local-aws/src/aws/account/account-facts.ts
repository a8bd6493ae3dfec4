/**
 * What an account holds beside the resources of the stack, as the read calls of EC2, EKS, IAM, Lambda, ACM and Route 53 show
 * it. Fields are named as AWS's answers name them.
 */
export interface AccountFacts {
  readonly vpcs: readonly { readonly VpcId: string; readonly CidrBlock: string }[];
  readonly subnets: readonly {
    readonly SubnetId: string;
    readonly VpcId: string;
    readonly AvailabilityZone: string;
  }[];
  readonly vpcEndpoints: readonly VpcEndpointFacts[];
  readonly prefixLists: readonly { readonly PrefixListId: string; readonly PrefixListName: string }[];
  readonly securityGroups: readonly {
    readonly GroupId: string;
    readonly VpcId: string;
    readonly ingress: readonly IngressFacts[];
  }[];
  readonly clusters: readonly ClusterFacts[];
  /** Lambda's quota of the account. */
  readonly concurrentExecutions: number;
  /** Functions that reserve executions of it. */
  readonly reservedConcurrency: Readonly<Record<string, number>>;
  readonly roles: readonly { readonly RoleName: string; readonly trust: object }[];
  /** ARNs. */
  readonly openIdConnectProviders: readonly string[];
  readonly certificates: readonly CertificateFacts[];
  readonly hostedZones: readonly HostedZoneFacts[];
  /** Actions that the caller has no permission for: `ec2:DescribeVpcs`. */
  readonly denied: readonly string[];
}

export interface VpcEndpointFacts {
  readonly VpcEndpointId: string;
  readonly VpcId: string;
  readonly VpcEndpointType: 'Interface' | 'Gateway';
  /** `com.amazonaws.eu-west-1.sqs`. */
  readonly ServiceName: string;
  readonly State: 'available' | 'pending' | 'pendingAcceptance' | 'rejected' | 'failed';
  readonly PrivateDnsEnabled: boolean;
  readonly Groups: readonly string[];
}

/** One rule: a port or a range, or every protocol where it is `-1`. */
export interface IngressFacts {
  readonly IpProtocol: 'tcp' | '-1';
  readonly FromPort?: number;
  readonly ToPort?: number;
  readonly GroupId?: string;
  readonly CidrIp?: string;
}

export interface ClusterFacts {
  readonly name: string;
  readonly status: 'CREATING' | 'ACTIVE' | 'FAILED' | 'UPDATING';
  readonly authenticationMode: 'API' | 'API_AND_CONFIG_MAP' | 'CONFIG_MAP';
  readonly vpcId: string;
  readonly endpointPublicAccess: boolean;
  readonly publicAccessCidrs: readonly string[];
  readonly clusterSecurityGroupId: string;
  readonly addons: readonly {
    readonly addonName: string;
    readonly status: 'CREATING' | 'ACTIVE' | 'DEGRADED' | 'CREATE_FAILED';
    readonly configurationValues?: string;
  }[];
  readonly accessEntries: readonly {
    readonly principalArn: string;
    readonly policies: readonly {
      readonly policyArn: string;
      readonly accessScope: { readonly type: 'cluster' | 'namespace'; readonly namespaces: readonly string[] };
    }[];
  }[];
}

export interface CertificateFacts {
  readonly CertificateArn: string;
  readonly DomainName: string;
  readonly SubjectAlternativeNames: readonly string[];
  readonly Status: 'PENDING_VALIDATION' | 'ISSUED' | 'EXPIRED' | 'REVOKED' | 'FAILED' | 'VALIDATION_TIMED_OUT';
}

export interface HostedZoneFacts {
  readonly Id: string;
  /** With the dot at its end, as Route 53 writes names. */
  readonly Name: string;
  readonly vpcIds: readonly string[];
  readonly records: readonly {
    readonly Name: string;
    readonly Type: 'A' | 'AAAA' | 'CNAME' | 'NS' | 'SOA' | 'TXT';
    /** An address, a host, or where `alias` is true the target's name. */
    readonly value: string;
    readonly alias?: boolean;
  }[];
}

/** An account that nobody has prepared. Lambda's quota is the default one (AWS Lambda Developer Guide, quotas). */
export const EMPTY_ACCOUNT: AccountFacts = {
  vpcs: [],
  subnets: [],
  vpcEndpoints: [],
  prefixLists: [],
  securityGroups: [],
  clusters: [],
  concurrentExecutions: 1000,
  reservedConcurrency: {},
  roles: [],
  openIdConnectProviders: [],
  certificates: [],
  hostedZones: [],
  denied: [],
};
