const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Milliseconds between two starts by a rate, `rate(15 minutes)`. The unit is singular for 1 and plural for more, as EventBridge
 * asks ("Rate expressions", Amazon EventBridge User Guide); it knows no shorter rate than a minute.
 *
 * @returns undefined for what EventBridge refuses, and for `cron(…)`, which nothing here follows
 */
export function rateOf(expression: string): number | undefined {
  const [, count = '', unit = '', plural = ''] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  if (count === '' || (count === '1') !== (plural === '')) return undefined;
  return Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
}
