import { createHash } from 'node:crypto';

/** A number in [0, 1) that depends on the seed and the place alone: the same seed makes the same choices. */
export type SeededChoice = (...place: readonly (string | number)[]) => number;

export function seededChoice(seed: number): SeededChoice {
  return (...place) => {
    const digest = createHash('sha256')
      .update(`${seed}|${place.join('|')}`)
      .digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}

/** Chooses by weight: `{a: 1, b: 3}` gives `b` three times as often. */
export function chooseWeighted<K extends string>(weights: Readonly<Record<K, number>>, choice: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = choice * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [name, weight] of entries) {
    left -= weight;
    if (left < 0) return name;
  }
  return (entries.at(-1) as [K, number])[0];
}
