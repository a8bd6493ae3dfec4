import type { EnvironmentName } from '@trade-matching/domain';

/** Where alarms begin. Counts are per period of 300 s. */
export interface Thresholds {
  readonly processorErrors: number;
  /** Milliseconds, on average, of the 300 s that an invocation has. */
  readonly processorDuration: number;
  readonly throttles: number;
  /** Messages. */
  readonly queueDepth: number;
  /** Seconds. */
  readonly oldestMessage: number;
  readonly validationFailures: number;
  readonly serviceFailures: number;
  /** Scans that were answered 429. */
  readonly scansDeferred: number;
  /** Milliseconds from upload to outcome, p95. */
  readonly endToEndLatency: number;
  /** Of messages that may be returned to the queue, per cent: what the budget is burnt against. */
  readonly errorBudget: number;
  /** Open cases past their due time. */
  readonly overdueCases: number;
  /** Calls that the desk could not answer. */
  readonly deskFailures: number;
  /** Milliseconds that a call of the desk's API takes, p95. */
  readonly deskDuration: number;
  /** Calls of the desk by nobody who is known. */
  readonly signInRefusals: number;
  /** Decisions of people that met another's. */
  readonly writeConflicts: number;
  /** Messages in the window below which no share of them says anything. */
  readonly leastTraffic: number;
}

/** O3. */
const SPECIFIED: Thresholds = {
  processorErrors: 5,
  processorDuration: 240_000,
  throttles: 0,
  queueDepth: 100,
  oldestMessage: 30 * 60,
  validationFailures: 10,
  serviceFailures: 5,
  scansDeferred: 50,
  endToEndLatency: 120_000,
  errorBudget: 1,
  overdueCases: 0,
  deskFailures: 5,
  deskDuration: 2_000,
  signInRefusals: 20,
  writeConflicts: 20,
  leastTraffic: 20,
};

export const THRESHOLDS: Readonly<Record<EnvironmentName, Thresholds>> = {
  // As in production: what is tried on one machine is what will happen.
  local: SPECIFIED,
  // People break things here on purpose.
  development: { ...SPECIFIED, validationFailures: 50, serviceFailures: 20, errorBudget: 5, overdueCases: 50 },
  // The load test fills the queues here, and nobody decides its breaks.
  staging: { ...SPECIFIED, queueDepth: 1_000, overdueCases: 1_000 },
  production: SPECIFIED,
};

/**
 * How many times as fast as it may the budget is being used. Source: "Alerting on SLOs", The Site Reliability Workbook,
 * chapter 5: 14.4 uses 2 % of a month's budget in an hour, 6 uses 5 % in six hours.
 */
export const BURN_RATES = { fast: 14.4, slow: 6 } as const;
