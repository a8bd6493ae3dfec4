/** Maps values of a domain to positions of a range, both ends included. */
export interface Scale {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5, 10];

/** From nothing to a round number at or above `most`. */
export function linearScale(most: number, [from, to]: readonly [number, number], about = 4): Scale {
  const top = most > 0 ? most : 1;
  const raw = top / about;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((each) => each * magnitude >= raw) ?? 10) * magnitude;
  const end = Math.ceil(top / step - 1e-9) * step;
  const ticks = Array.from({ length: Math.round(end / step) + 1 }, (_, i) => i * step);
  return { place: (value) => from + (value / end) * (to - from), ticks };
}
