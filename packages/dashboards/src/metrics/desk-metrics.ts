import type { MetricDefinitions } from './metric.ts';

/** What the desk emits, in `TradeMatching/Desk`. A stream that stays open is no request. */
export const DESK_METRICS = {
  RequestTime: {
    unit: 'Milliseconds',
    dimensions: [[]],
    meaning: 'Time that one call of the API took, whatever its answer. How many were measured is how many came',
  },
  RequestFailures: { unit: 'Count', dimensions: [[]], meaning: 'Calls that the desk could not answer: 5xx' },
  SignInRefusals: {
    unit: 'Count',
    dimensions: [[], ['SignInRefusal']],
    meaning: 'Calls of somebody who is not known, or is in no group that may look',
  },
  WriteConflicts: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Decisions that were refused, since somebody or something else had changed the case first: 409',
  },
} as const satisfies MetricDefinitions;
