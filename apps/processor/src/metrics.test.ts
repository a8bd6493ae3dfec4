import { expect, test } from 'vitest';
import { createMetrics } from './metrics.ts';

test('a metric is published with its dimensions and without any, in one line', () => {
  const lines: string[] = [];
  createMetrics(
    (line) => lines.push(line),
    () => 1_700_000_000_000,
  )('DocumentValidationFailure', 1, { Reason: 'EMPTY_FILE' });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      _aws: {
        Timestamp: 1_700_000_000_000,
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
