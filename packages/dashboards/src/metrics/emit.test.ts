import { expect, test } from 'vitest';
import { processorMetrics, serviceMetrics } from './emit.ts';

const at = 1_700_000_000_000;

test('a metric is published with its dimensions and without any, in one line', () => {
  const lines: string[] = [];
  processorMetrics(
    (line) => lines.push(line),
    () => at,
  )('DocumentValidationFailure', 1, { Reason: 'EMPTY_FILE' });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      _aws: {
        Timestamp: at,
        CloudWatchMetrics: [
          {
            Namespace: 'TradeMatching/Lambda',
            Dimensions: [[], ['Reason']],
            Metrics: [{ Name: 'DocumentValidationFailure', Unit: 'Count' }],
          },
        ],
      },
      Reason: 'EMPTY_FILE',
      DocumentValidationFailure: 1,
    },
  ]);
});

test('the service publishes in its own namespace', () => {
  const lines: string[] = [];
  serviceMetrics((line) => lines.push(line))('ExtractionTime', 12);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'TradeMatching/Service', Dimensions: [[]] }] },
    ExtractionTime: 12,
  });
});

test('what the catalogue does not have does not compile', () => {
  const emit = processorMetrics(() => {});
  // @ts-expect-error no such metric
  expect(() => emit('DocumentsLost', 1)).toThrow();
  // @ts-expect-error no such dimension
  emit('DocumentValidationFailure', 1, { Cause: 'EMPTY_FILE' });
  // @ts-expect-error no such reason
  emit('DocumentValidationFailure', 1, { Reason: 'BAD' });
  // @ts-expect-error a dimension is missing
  emit('DocumentValidationFailure', 1);
  // @ts-expect-error it has no dimensions
  emit('SQSRecordsFailed', 1, { Reason: 'EMPTY_FILE' });
});
