/** A list price. */
export interface Price {
  readonly usd: number;
  /** For so many. */
  readonly per: number;
  readonly unit: string;
  /** The page that states it. */
  readonly source: string;
}

/** us-east-1, on demand, without free tiers, savings plans or volume discounts. */
export const PRICES_OF = { region: 'us-east-1', asOf: '2026-11' } as const;

const page = (service: string) => `https://aws.amazon.com/${service}/pricing/`;
const price = (usd: number, per: number, unit: string, service: string): Price => ({
  usd,
  per,
  unit,
  source: page(service),
});

export const PRICES = {
  s3Put: price(0.005, 1_000, 'PUT, COPY, POST or LIST requests', 's3'),
  s3Get: price(0.0004, 1_000, 'GET, HEAD and all other requests', 's3'),
  s3Storage: price(0.023, 1, 'GB-month, Standard', 's3'),
  sqsRequest: price(0.4, 1_000_000, 'requests, standard queue', 'sqs'),
  lambdaRequest: price(0.2, 1_000_000, 'requests', 'lambda'),
  lambdaGbSecond: price(0.0000133334, 1, 'GB-second, arm64', 'lambda'),
  dynamodbWrite: price(0.625, 1_000_000, 'write request units', 'dynamodb/on-demand'),
  dynamodbRead: price(0.125, 1_000_000, 'read request units', 'dynamodb/on-demand'),
  dynamodbStorage: price(0.25, 1, 'GB-month', 'dynamodb/on-demand'),
  dynamodbBackup: price(0.2, 1, 'GB-month, point-in-time recovery', 'dynamodb/on-demand'),
  snsPublish: price(0.5, 1_000_000, 'publishes', 'sns'),
  snsEmail: price(2, 100_000, 'e-mails', 'sns'),
  logsIngested: price(0.5, 1, 'GB ingested', 'cloudwatch'),
  metricData: price(0.01, 1_000, 'PutMetricData requests', 'cloudwatch'),
  customMetric: price(0.3, 1, 'metric-month', 'cloudwatch'),
  alarm: price(0.1, 1, 'alarm-month', 'cloudwatch'),
  compositeAlarm: price(0.5, 1, 'alarm-month, composite', 'cloudwatch'),
  dashboard: price(3, 1, 'dashboard-month', 'cloudwatch'),
  dataEvent: price(0.1, 100_000, 'data events', 'cloudtrail'),
  key: price(1, 1, 'key-month', 'kms'),
  keyRequest: price(0.03, 10_000, 'requests', 'kms'),
  secret: price(0.4, 1, 'secret-month', 'secrets-manager'),
  cluster: price(0.1, 1, 'cluster-hour', 'eks'),
  node: price(0.0816, 1, 'instance-hour, m7g.large', 'ec2/on-demand'),
  loadBalancer: price(0.0225, 1, 'load-balancer-hour', 'elasticloadbalancing'),
  endpoint: price(0.01, 1, 'interface-endpoint-hour, one zone', 'privatelink'),
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof PRICES;

/** Dollars for so many of a thing. */
export function dollars(name: PriceName, quantity: number): number {
  const { usd, per } = PRICES[name];
  return (quantity / per) * usd;
}
