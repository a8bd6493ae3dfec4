/** The middle of the values; of an even number, the lower of the two. NaN of none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share of the values, in (0, 1], is not above (nearest rank). NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** By how much y grows where x grows by one: least squares. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const variance = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return covariance / variance;
}

/** Medians over rounds, and the median of each round's ratio: both sides of a round saw the same machine. */
export interface Turns {
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
}

/**
 * Measures two things in turns, so that what else the machine does falls on both. The first round warms up. Which goes
 * first changes from round to round.
 */
export async function inTurns(
  rounds: number,
  ours: () => number | Promise<number>,
  baseline: () => number | Promise<number>,
): Promise<Turns> {
  const seen: { ours: number; baseline: number; ratio: number }[] = [];
  for (let round = 0; round <= rounds; round++) {
    const first = round % 2 === 0 ? await baseline() : undefined;
    const o = await ours();
    const b = first ?? (await baseline());
    if (round > 0) seen.push({ ours: o, baseline: b, ratio: o / b });
  }
  return {
    ours: median(seen.map((each) => each.ours)),
    baseline: median(seen.map((each) => each.baseline)),
    ratio: median(seen.map((each) => each.ratio)),
  };
}
