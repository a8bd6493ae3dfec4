import { build, type Histogram } from 'hdr-histogram-js';

/** A day, in microseconds: what takes longer is counted as that. */
const LONGEST = 86_400_000_000;

/** What is reported of a distribution. Milliseconds. */
export interface LatencySummary {
  readonly count: number;
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** A point of a distribution: so many per cent took at most so many milliseconds. */
export interface PercentilePoint {
  readonly percentile: number;
  readonly milliseconds: number;
}

/** Latencies in an HDR histogram: exact to three digits, in the same memory however many there are. */
export class Latencies {
  // WebAssembly would be faster by what nobody notices here, and needs a start of its own.
  private readonly histogram: Histogram = build({
    lowestDiscernibleValue: 1,
    highestTrackableValue: LONGEST,
    numberOfSignificantValueDigits: 3,
    useWebAssembly: false,
  });

  /** @param milliseconds below nothing, for clocks that differ, counts as nothing */
  record(milliseconds: number): void {
    this.histogram.recordValue(Math.min(LONGEST, Math.max(0, Math.round(milliseconds * 1000))));
  }

  get count(): number {
    return this.histogram.totalCount;
  }

  percentile(percentile: number): number {
    if (this.count === 0) return 0;
    // The histogram answers with the upper end of a step, which may lie beyond the largest value.
    return Math.min(this.histogram.getValueAtPercentile(percentile), this.histogram.maxValue) / 1000;
  }

  summary(): LatencySummary {
    return {
      count: this.count,
      mean: this.count === 0 ? 0 : this.histogram.mean / 1000,
      p50: this.percentile(50),
      p90: this.percentile(90),
      p95: this.percentile(95),
      p99: this.percentile(99),
      p999: this.percentile(99.9),
      max: this.count === 0 ? 0 : this.histogram.maxValue / 1000,
    };
  }

  /** The whole distribution, denser towards its end: 0, 10, …, 90, 99, 99.9 and what lies between. */
  distribution(): PercentilePoint[] {
    const points: PercentilePoint[] = [];
    for (let nines = 0; nines <= 4; nines += 0.05) {
      const percentile = 100 * (1 - 10 ** -nines);
      points.push({ percentile, milliseconds: this.percentile(percentile) });
      // Beyond this only the very last is left.
      if (10 ** -nines * this.count < 1) break;
    }
    return points;
  }
}
