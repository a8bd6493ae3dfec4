import { alarms, DIMENSION_VALUES, type MonitoredEnvironment, metrics, pages } from '@trade-matching/dashboards';
import { environments } from '@trade-matching/infra';
import type { Usage } from './usage.ts';

/** Hours of a month, as AWS counts them. */
const HOURS = 730;
const SECONDS = HOURS * 3600;

/** What stands whether or not documents come, in production. */
export const STANDING = {
  /** The smallest pair of nodes that runs three pods in two zones, if the cluster has no room for them. */
  nodes: 2,
  zones: 2,
  /** `sqs`, `sns`, `secretsmanager`, `kms`, `logs`; `s3` and `dynamodb` are gateways and free. */
  endpoints: 5,
  queues: 6,
  /** Event source mappings: two of the documents, three of the failures. */
  mappings: 5,
  /** Empty receives: Lambda polls each queue with five, each waits 20 seconds. */
  pollers: 5,
  pollSeconds: 20,
  /** SQS asks for a data key every five minutes, for each who sends (twice) and receives. */
  keyReuseSeconds: 300,
} as const;

export function monthlyUsage(): Usage[] {
  const { nodes, zones, endpoints, queues, mappings, pollers, pollSeconds, keyReuseSeconds } = STANDING;
  return [
    { service: 'EKS', what: 'the cluster', price: 'cluster', quantity: HOURS },
    { service: 'EKS', what: `${nodes} nodes`, price: 'node', quantity: nodes * HOURS },
    { service: 'Load balancer', what: 'internal, before the service', price: 'loadBalancer', quantity: HOURS },
    {
      service: 'VPC',
      what: `${endpoints} interface endpoints, ${zones} zones`,
      price: 'endpoint',
      quantity: endpoints * zones * HOURS,
    },
    { service: 'SQS', what: 'polling', price: 'sqsRequest', quantity: (mappings * pollers * SECONDS) / pollSeconds },
    { service: 'KMS', what: 'the key', price: 'key', quantity: 1 },
    {
      service: 'KMS',
      what: 'data keys of the queues',
      price: 'keyRequest',
      quantity: (queues * 3 * SECONDS) / keyReuseSeconds,
    },
    { service: 'Secrets Manager', what: 'the token', price: 'secret', quantity: 1 },
    { service: 'CloudWatch', what: `up to ${mostSeries()} series`, price: 'customMetric', quantity: mostSeries() },
    { service: 'CloudWatch', what: 'alarms', price: 'alarm', quantity: alarms(production()).length },
    { service: 'CloudWatch', what: 'composite alarms', price: 'compositeAlarm', quantity: pages(production()).length },
    { service: 'CloudWatch', what: 'the dashboard', price: 'dashboard', quantity: 1 },
  ];
}

/** Series of our own metrics, if every value of every dimension were seen in the month. */
export function mostSeries(): number {
  const values: Readonly<Record<string, readonly string[]>> = DIMENSION_VALUES;
  let count = 0;
  for (const { emitter, dimensions } of metrics()) {
    if (emitter === 'AWS') continue;
    for (const set of dimensions) count += set.reduce((product, name) => product * (values[name]?.length ?? 1), 1);
  }
  return count;
}

function production(): MonitoredEnvironment {
  return environments.production;
}
