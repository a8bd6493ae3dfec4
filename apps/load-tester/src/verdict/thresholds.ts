/** What a run is held to. */
export interface Limits {
  /** Documents and pairs that are lost, doubled or otherwise not what the mix says. */
  readonly maxLost: number;
  /** Milliseconds, of the time from the intended upload to the outcome. */
  readonly maxP95Ms?: number;
  /** Documents a second that come to their outcome. */
  readonly minRate?: number;
}

/** A limit, and what came of it. */
export interface Threshold {
  /** As it is given: `--max-p95`. */
  readonly option: string;
  readonly limit: string;
  readonly actual: string;
  readonly met: boolean;
}

export interface Measured {
  readonly lost: number;
  readonly doubled: number;
  readonly wrong: number;
  readonly p95Ms: number;
  readonly outcomes: number;
  readonly outcomesPerSecond: number;
}

export function judgeThresholds({ maxLost, maxP95Ms, minRate }: Limits, measured: Measured): Threshold[] {
  const { lost, doubled, wrong, p95Ms, outcomes, outcomesPerSecond } = measured;
  const thresholds: Threshold[] = [
    {
      option: '--max-lost',
      limit: `at most ${maxLost} lost, doubled or wrong`,
      actual: `${lost} lost, ${doubled} doubled, ${wrong} wrong`,
      met: lost + doubled + wrong <= maxLost,
    },
  ];
  if (maxP95Ms !== undefined) {
    thresholds.push({
      option: '--max-p95',
      limit: `95 % of documents have their outcome within ${seconds(maxP95Ms)}`,
      actual: outcomes === 0 ? 'no document had an outcome' : `p95 ${seconds(p95Ms)}`,
      met: outcomes > 0 && p95Ms <= maxP95Ms,
    });
  }
  if (minRate !== undefined) {
    thresholds.push({
      option: '--min-rate',
      limit: `at least ${minRate} documents/s come to their outcome`,
      actual: `${outcomesPerSecond.toFixed(1)} documents/s`,
      met: outcomesPerSecond >= minRate,
    });
  }
  return thresholds;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}
