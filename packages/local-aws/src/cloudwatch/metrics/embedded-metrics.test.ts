import { processorMetrics } from '@trade-matching/dashboards';
import { expect, test } from 'vitest';
import { embeddedMetrics } from './embedded-metrics.ts';

function lineOf(emit: (metrics: ReturnType<typeof processorMetrics>) => void): string {
  let written = '';
  emit(
    processorMetrics(
      (line) => {
        written = line;
      },
      () => 1_700_000_000_000,
    ),
  );
  return written;
}

test('one line publishes a metric with each of its sets of dimensions', () => {
  const line = lineOf((emit) => emit('EKSProcessingFailure', 1, { SourceType: 'BANK', ErrorType: 'TIMEOUT' }));
  const common = { namespace: 'TradeMatching/Lambda', name: 'EKSProcessingFailure', unit: 'Count', value: 1 };
  expect(embeddedMetrics(line)).toEqual([
    { ...common, at: 1_700_000_000_000, dimensions: {} },
    { ...common, at: 1_700_000_000_000, dimensions: { ErrorType: 'TIMEOUT' } },
    { ...common, at: 1_700_000_000_000, dimensions: { SourceType: 'BANK', ErrorType: 'TIMEOUT' } },
  ]);
});

test('another line publishes nothing', () => {
  expect(embeddedMetrics('{"level":"INFO","message":"filed"}')).toEqual([]);
  expect(embeddedMetrics('Task timed out')).toEqual([]);
});

test.each([
  ['a time in seconds', (text: string) => text.replace('1700000000000', '1700000000'), 'Timestamp'],
  ['a value that is missing', (text: string) => text.replace('"SQSRecordsFailed":2', '"Failed":2'), 'SQSRecordsFailed'],
  ['a dimension that is missing', (text: string) => text.replace('[[]]', '[["Reason"]]'), 'Reason'],
  ['no set of dimensions', (text: string) => text.replace('[[]]', '[]'), 'Dimensions'],
])('%s is an error: CloudWatch would drop the line without a word', (_what, change, named) => {
  const line = lineOf((emit) => emit('SQSRecordsFailed', 2));
  expect(change(line)).not.toBe(line);
  expect(() => embeddedMetrics(change(line))).toThrow(named);
});
