import type { Invocation } from '../../lambda/index.ts';
import type { MetricStore } from './metric-store.ts';

/** What Lambda would publish of an invocation. Source: "Types of metrics for Lambda functions", Lambda Developer Guide. */
export function recordInvocation(
  store: MetricStore,
  { functionName, started, ended, failed, concurrent }: Invocation,
): void {
  const publish = (name: string, value: number, at: number, unit = 'Count') =>
    store.record({
      namespace: 'AWS/Lambda',
      name,
      dimensions: { FunctionName: functionName },
      unit,
      at,
      value,
    });
  // Lambda dates an invocation's metrics by its beginning.
  publish('Invocations', 1, started);
  publish('Errors', failed ? 1 : 0, started);
  publish('Throttles', 0, started);
  publish('Duration', ended - started, started, 'Milliseconds');
  publish('ConcurrentExecutions', concurrent, started);
}

/** What it would publish of an invocation that it refused. */
export function recordThrottle(store: MetricStore, functionName: string, at: number): void {
  store.record({
    namespace: 'AWS/Lambda',
    name: 'Throttles',
    dimensions: { FunctionName: functionName },
    unit: 'Count',
    at,
    value: 1,
  });
}
