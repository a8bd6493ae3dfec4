import { ACMClient } from '@aws-sdk/client-acm';
import { EC2Client, paginateDescribeVpcEndpoints, type VpcEndpoint } from '@aws-sdk/client-ec2';
import { type Cluster, DescribeClusterCommand, EKSClient } from '@aws-sdk/client-eks';
import { IAMClient } from '@aws-sdk/client-iam';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Route53Client } from '@aws-sdk/client-route-53';
import type { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';
import { createS3Client } from '@trade-matching/aws-runtime';
import type { DeployedEnvironment } from './check.ts';
import { orMissing } from './refusals.ts';

/** The account of an environment, asked with this shell's credentials in the environment's region. */
export interface Account {
  readonly acm: ACMClient;
  readonly ec2: EC2Client;
  readonly eks: EKSClient;
  readonly iam: IAMClient;
  readonly lambda: LambdaClient;
  readonly route53: Route53Client;
  readonly s3: S3Client;
  readonly secrets: SecretsManagerClient;
  readonly sts: STSClient;
  /** The endpoints of the environment's VPC; asked once. */
  vpcEndpoints(): Promise<readonly VpcEndpoint[]>;
  /** The environment's cluster, undefined where it does not exist; asked once. */
  cluster(): Promise<Cluster | undefined>;
  close(): void;
}

/** Longer without a connection or an answer, AWS counts as not reached; in ms. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 15_000, throwOnRequestTimeout: true };

/** Clients for the environment's region. `AWS_ENDPOINT_URL` is honoured, as the SDK does. */
export function openAccount({ region, network, matchingService }: DeployedEnvironment): Account {
  const configuration = { region, maxAttempts: 2, requestHandler: PATIENCE };
  const clients = {
    acm: new ACMClient(configuration),
    ec2: new EC2Client(configuration),
    eks: new EKSClient(configuration),
    iam: new IAMClient(configuration),
    lambda: new LambdaClient(configuration),
    route53: new Route53Client(configuration),
    s3: createS3Client({ region }),
    secrets: new SecretsManagerClient(configuration),
    sts: new STSClient(configuration),
  };
  return {
    ...clients,
    vpcEndpoints: once(async () => {
      const found: VpcEndpoint[] = [];
      const Filters = [{ Name: 'vpc-id', Values: [network.vpcId] }];
      for await (const page of paginateDescribeVpcEndpoints({ client: clients.ec2 }, { Filters })) {
        found.push(...(page.VpcEndpoints ?? []));
      }
      return found;
    }),
    cluster: once(async () => {
      const described = await orMissing(
        clients.eks.send(new DescribeClusterCommand({ name: matchingService.clusterName })),
      );
      return described?.cluster;
    }),
    close: () => {
      for (const client of Object.values(clients)) client.destroy();
    },
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}
