/** Maps values from nothing to a round number to positions of a range, both ends included. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

/** The round number at or above `raw` that ticks may be apart. */
export type RoundStep = (raw: number) => number;

const TENS = [1, 2, 5, 10];

export const decimalStep: RoundStep = (raw) => {
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  return (TENS.find((each) => each * magnitude >= raw * 0.999) ?? 10) * magnitude;
};

const SECONDS = [10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

/** Steps of whole minutes where there are minutes. */
export const secondsStep: RoundStep = (raw) => {
  if (raw <= 5) return decimalStep(raw);
  return SECONDS.find((each) => each >= raw * 0.999) ?? decimalStep(raw / 3_600) * 3_600;
};

export const millisecondsStep: RoundStep = (raw) => secondsStep(raw / 1_000) * 1_000;

/** From nothing to a round number at or above `most`. */
export function linearScale(
  most: number,
  [from, to]: readonly [number, number],
  { step: roundStep = decimalStep, about = 4 }: { readonly step?: RoundStep; readonly about?: number } = {},
): Scale {
  const top = most > 0 ? most : 1;
  const step = roundStep(top / about);
  const end = Math.ceil(top / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step);
  return { place: (value) => from + (value / end) * (to - from), ticks };
}
