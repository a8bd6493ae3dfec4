import type { CloudWatchFigure } from '../environment/cloudwatch-figures.ts';
import type { QueueSample } from '../follow/queue-samples.ts';
import type { RunIdentity } from '../load/planned-document.ts';
import type { LatencySummary, PercentilePoint } from '../measure/latencies.ts';
import { type TimeSeries, timeSeries } from '../measure/time-series.ts';
import type { LoadOptions } from '../options.ts';
import type { RunRecord } from '../run-record.ts';
import { expectedMatch, wasStored } from '../verdict/expectation.ts';
import type { Finding, Verdict } from '../verdict/judge-run.ts';
import { judgeThresholds, type Threshold } from '../verdict/thresholds.ts';
import { type CountedOutcome, countOutcomes } from './count-outcomes.ts';

/** Everything that is reported of a run; what `--json` prints and `report.json` holds. Latencies in milliseconds. */
export interface LoadReport {
  readonly run: RunIdentity & { readonly environment: string; readonly prefix: string };
  /** ISO 8601. */
  readonly started_at: string;
  readonly ended_at: string;
  readonly seconds: number;
  /** By Ctrl-C, before everything was sent or came to its outcome. */
  readonly stopped: boolean;
  readonly load: Pick<LoadOptions, 'model' | 'mix' | 'print'>;
  readonly uploads: {
    readonly sent: number;
    readonly stored: number;
    readonly failed: number;
    /** Without duplicates, which wait for their originals. */
    readonly per_second: number;
    /** From the intended time to S3's answer. */
    readonly latency: LatencySummary;
  };
  readonly outcomes: {
    readonly count: number;
    readonly per_second: number;
    /** From the intended upload to the ledger's entry. */
    readonly latency: LatencySummary;
    readonly distribution: readonly PercentilePoint[];
    readonly counted: readonly CountedOutcome[];
  };
  readonly matches: {
    readonly count: number;
    /** From the intended upload of the later side to the notification. */
    readonly latency: LatencySummary;
    readonly counted: readonly CountedOutcome[];
  };
  readonly errors: Readonly<Record<string, number>>;
  readonly lost: Findings;
  readonly doubled: Findings;
  readonly wrong: Findings;
  readonly thresholds: readonly Threshold[];
  readonly series: TimeSeries;
  /** CloudWatch's own figures for the same window, where there is one. */
  readonly cloudwatch?: readonly CloudWatchFigure[];
}

export interface Findings {
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Finding[];
}

/** Examples of each kind of finding. */
const EXAMPLES = 20;

export interface ReportedRun {
  readonly run: RunReportIdentity;
  readonly options: LoadOptions;
  readonly record: RunRecord;
  readonly queueSamples: readonly QueueSample[];
  readonly verdict: Verdict;
  readonly stopped: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly cloudwatch: readonly CloudWatchFigure[] | undefined;
}

type RunReportIdentity = LoadReport['run'];

/** Sums a run up. */
export function loadReport(reported: ReportedRun): LoadReport {
  const { run, options, record, verdict, stopped, startedAt, endedAt, cloudwatch } = reported;
  const documents = [...record.documents.values()];
  const firstIntended = Math.min(endedAt, ...ends(documents.map(({ intendedAt }) => intendedAt)));
  const lastUpload = Math.max(firstIntended, ...ends(documents.map(({ uploadedAt = 0 }) => uploadedAt)));
  const atOnce = documents.filter(
    ({ planned, uploadedAt }) => uploadedAt !== undefined && planned.content.kind !== 'duplicate',
  );
  const lastAtOnce = Math.max(firstIntended, ...ends(atOnce.map(({ uploadedAt = 0 }) => uploadedAt)));
  const lastOutcome = Math.max(firstIntended, ...ends(documents.map(({ outcome }) => outcome?.at ?? 0)));
  const { uploaded, uploadsFailed, withOutcome } = record.counted;
  const outcomes = {
    count: withOutcome,
    per_second: perSecond(withOutcome, lastOutcome - firstIntended),
    latency: record.endToEnd.summary(),
    distribution: record.endToEnd.distribution(),
    counted: countOutcomes(documents),
  };
  const pairs = [...record.pairs.values()];
  return {
    run,
    started_at: new Date(startedAt).toISOString(),
    ended_at: new Date(endedAt).toISOString(),
    seconds: (endedAt - startedAt) / 1000,
    stopped,
    load: { model: options.model, mix: options.mix, print: options.print },
    uploads: {
      sent: documents.length,
      stored: uploaded,
      failed: uploadsFailed,
      per_second: perSecond(atOnce.length, lastAtOnce - firstIntended),
      latency: record.uploads.summary(),
    },
    outcomes,
    matches: {
      count: pairs.reduce((sum, { matches }) => sum + matches.size, 0),
      latency: record.toMatch.summary(),
      counted: countMatches(record),
    },
    errors: Object.fromEntries(record.errors),
    lost: findings(verdict.lost),
    doubled: findings(verdict.doubled),
    wrong: findings(verdict.wrong),
    thresholds: judgeThresholds(options.limits, {
      lost: verdict.lost.length,
      doubled: verdict.doubled.length,
      wrong: verdict.wrong.length,
      p95Ms: outcomes.latency.p95,
      outcomes: withOutcome,
      outcomesPerSecond: outcomes.per_second,
    }),
    series: timeSeries(documents, reported.queueSamples, firstIntended, Math.max(lastOutcome, lastUpload)),
    ...(cloudwatch === undefined ? {} : { cloudwatch }),
  };
}

function countMatches({ pairs }: RunRecord): CountedOutcome[] {
  const counts = new Map<string, { expected: number; seen: number }>();
  const count = (status: string) => {
    const standing = counts.get(status) ?? { expected: 0, seen: 0 };
    counts.set(status, standing);
    return standing;
  };
  for (const pair of pairs.values()) {
    if (!Object.values(pair.sides).some(wasStored)) continue;
    count(expectedMatch(pair)).expected += 1;
    if (pair.matches.size === 0) count('UNMATCHED').seen += 1;
    for (const { status } of pair.matches.values()) count(status).seen += 1;
  }
  return [...counts].map(([name, counted]) => ({ name, ...counted })).sort((a, b) => b.expected - a.expected);
}

function findings(all: readonly Finding[]): Findings {
  return { count: all.length, examples: all.slice(0, EXAMPLES) };
}

function perSecond(count: number, milliseconds: number): number {
  return milliseconds > 0 ? count / (milliseconds / 1000) : 0;
}

/** The least and the greatest: `Math.min(...)` takes only so many arguments. */
function ends(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  return [
    values.reduce((least, value) => Math.min(least, value)),
    values.reduce((most, value) => Math.max(most, value)),
  ];
}
