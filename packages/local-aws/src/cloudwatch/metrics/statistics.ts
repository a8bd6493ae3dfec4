/** Why a statistic cannot be computed: it is none of CloudWatch's that are used here. */
export class UnknownStatisticError extends Error {
  override readonly name = 'UnknownStatisticError';
}

/**
 * A statistic of the values of one period: `Sum`, `Average`, `Minimum`, `Maximum`, `SampleCount` or a percentile
 * (`p95`, `p99.9`), by nearest rank.
 *
 * @returns undefined where there are no values: CloudWatch has no data point then
 * @throws {UnknownStatisticError}
 */
export function statisticOf(values: readonly number[], statistic: string): number | undefined {
  if (values.length === 0) return undefined;
  switch (statistic) {
    case 'Sum':
      return sum(values);
    case 'Average':
      return sum(values) / values.length;
    case 'Minimum':
      return values.reduce((a, b) => Math.min(a, b));
    case 'Maximum':
      return values.reduce((a, b) => Math.max(a, b));
    case 'SampleCount':
      return values.length;
  }
  const percent = Number(/^p(\d{1,2}(?:\.\d+)?|100)$/.exec(statistic)?.[1] ?? Number.NaN);
  if (Number.isNaN(percent)) throw new UnknownStatisticError(`CloudWatch has no statistic ${statistic}.`);
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
