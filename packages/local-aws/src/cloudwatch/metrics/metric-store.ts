import { statisticOf } from './statistics.ts';

/** What CloudWatch notifies metrics apart by: two sets of dimensions are two metrics. */
export interface MetricIdentity {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface DataPoint extends MetricIdentity {
  readonly unit: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly value: number;
}

/** A stretch of time, in milliseconds since the epoch: its start is in it, its end is not. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

interface StoredMetric extends MetricIdentity {
  readonly units: Set<string>;
  /** In the order of their times. */
  readonly points: { readonly at: number; readonly value: number }[];
}

/** Data points of this age are forgotten. Longer than the longest window of an alarm. */
const KEPT_FOR = 12 * 3600 * 1000;

/** What was published, as CloudWatch would keep it. */
export class MetricStore {
  private readonly metricsByIdentity = new Map<string, StoredMetric>();

  record({ namespace, name, dimensions, unit, at, value }: DataPoint): void {
    const identity = identityOf({ namespace, name, dimensions });
    let metric = this.metricsByIdentity.get(identity);
    if (!metric) {
      metric = { namespace, name, dimensions, units: new Set(), points: [] };
      this.metricsByIdentity.set(identity, metric);
    }
    metric.units.add(unit);
    const { points } = metric;
    let place = points.length;
    while (place > 0 && (points[place - 1]?.at ?? 0) > at) place -= 1;
    points.splice(place, 0, { at, value });
    const oldest = at - KEPT_FOR;
    if ((points[0]?.at ?? at) < oldest) points.splice(0, firstFrom(points, oldest));
  }

  /** Every metric that has been published, with the units that it was published in. */
  metrics(): (MetricIdentity & { readonly units: readonly string[] })[] {
    return [...this.metricsByIdentity.values()].map(({ namespace, name, dimensions, units }) => ({
      namespace,
      name,
      dimensions,
      units: [...units],
    }));
  }

  /** A statistic for each period; undefined where nothing was published in it. */
  statistics(metric: MetricIdentity, statistic: string, periods: readonly Period[]): (number | undefined)[] {
    const points = this.metricsByIdentity.get(identityOf(metric))?.points ?? [];
    return periods.map(({ from, to }) =>
      statisticOf(
        points.slice(firstFrom(points, from), firstFrom(points, to)).map(({ value }) => value),
        statistic,
      ),
    );
  }
}

/** The periods that end at an instant, the oldest first. */
export function periodsUntil(end: number, seconds: number, count: number): Period[] {
  const length = seconds * 1000;
  return Array.from({ length: count }, (_, i) => {
    const from = end - (count - i) * length;
    return { from, to: from + length };
  });
}

function identityOf({ namespace, name, dimensions }: MetricIdentity): string {
  return JSON.stringify([namespace, name, Object.entries(dimensions).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

/** The index of the first point at or after an instant. */
function firstFrom(points: readonly { readonly at: number }[], instant: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
