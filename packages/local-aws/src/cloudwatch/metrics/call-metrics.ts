import type { AnsweredListener } from '../../aws/index.ts';
import type { Clock } from '../../clock/index.ts';
import type { MetricStore } from './metric-store.ts';

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);
const THROTTLED = /ProvisionedThroughputExceededException|RequestLimitExceeded|ThrottlingException/;

/** What DynamoDB and SNS would publish of their calls. */
export function callMetrics(store: MetricStore, clock: Pick<Clock, 'now'>): AnsweredListener {
  const publish = (namespace: string, name: string, dimensions: Record<string, string>, value: number) =>
    store.record({ namespace, name, dimensions, unit: 'Count', at: clock.now(), value });
  return ({ service, action, resource, body: request }, { status, body }) => {
    if (service === 'dynamodb' && status === 400 && THROTTLED.test(body.toString('utf8'))) {
      const name = READS.has(action) ? 'ReadThrottleEvents' : 'WriteThrottleEvents';
      // A transaction names its table in each of its items.
      const tables = request.toString('utf8').matchAll(/"TableName":"([^"]+)"/g);
      for (const table of new Set([...tables].map(([, table = '']) => table)))
        publish('AWS/DynamoDB', name, { TableName: table }, 1);
    }
    if (service === 'sns' && action === 'Publish' && status === 200) {
      const TopicName = resource.split(':').at(-1) ?? '';
      publish('AWS/SNS', 'NumberOfMessagesPublished', { TopicName }, 1);
      // Nobody subscribes here whom it could fail to reach.
      publish('AWS/SNS', 'NumberOfNotificationsFailed', { TopicName }, 0);
    }
  };
}
