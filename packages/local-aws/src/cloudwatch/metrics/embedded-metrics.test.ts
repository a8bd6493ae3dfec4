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

const emf = (change: object, members: object = {}) =>
  JSON.stringify({
    _aws: {
      Timestamp: 1_700_000_000_000,
      CloudWatchMetrics: [{ Namespace: 'N', Dimensions: [['Of']], Metrics: [{ Name: 'M', Unit: 'Count' }], ...change }],
    },
    M: 1,
    Of: 'it',
    ...members,
  });
const names = (count: number) => Array.from({ length: count }, (_, i) => `n${i}`);
const valued = (count: number, value: unknown) => Object.fromEntries(names(count).map((name) => [name, value]));

test('a set has 30 dimensions at most, and a directive 100 metrics', () => {
  const dimensions = (count: number) => emf({ Dimensions: [names(count)] }, valued(count, 'v'));
  expect(embeddedMetrics(dimensions(30))).toHaveLength(1);
  expect(() => embeddedMetrics(dimensions(31))).toThrow('Dimensions');
  const metrics = (count: number) =>
    emf({ Metrics: names(count).map((Name) => ({ Name, Unit: 'Count' })) }, valued(count, 1));
  expect(embeddedMetrics(metrics(100))).toHaveLength(100);
  expect(() => embeddedMetrics(metrics(101))).toThrow('Metrics');
});

test.each([
  ['empty', ''],
  ['blank', '  '],
  ['not ASCII', 'Générale'],
  ['of over 1024 characters', 'v'.repeat(1025)],
])("a dimension's value that is %s is an error", (_what, value) => {
  expect(() => embeddedMetrics(emf({}, { Of: value }))).toThrow('Of is no dimension');
});

test('a line has 1 MB at most', () => {
  const padded = (bytes: number) => emf({}, { pad: 'p'.repeat(bytes - Buffer.byteLength(emf({}, { pad: '' }))) });
  expect(embeddedMetrics(padded(1_048_550))).toHaveLength(1);
  expect(() => embeddedMetrics(padded(1_048_551))).toThrow('1048551 bytes are too many');
});
