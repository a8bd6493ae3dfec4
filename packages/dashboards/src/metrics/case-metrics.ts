import type { MetricDefinitions } from './metric.ts';

/** What the sweep over cases emits, in `TradeMatching/Cases`, once in each run (W5). */
export const CASE_METRICS = {
  OpenCases: { unit: 'Count', dimensions: [[]], meaning: 'Cases that wait for a decision or a document' },
  OverdueCases: { unit: 'Count', dimensions: [[]], meaning: 'Of the open cases, those whose due time has passed' },
  OldestCaseAge: {
    unit: 'Seconds',
    dimensions: [[]],
    meaning: 'Time since the oldest open case was opened; 0 where none is open',
  },
  CasesBreached: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Cases whose due time was found to have passed, each once',
  },
  CasesAlleged: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Trades without a pair that became cases, since their grace time was over',
  },
} as const satisfies MetricDefinitions;
