import type { TextRun } from './text-run.ts';

/** Text that is printed again within this share of its font size is bold, or has a shadow. */
const SHIFT = 0.12;
/** Points. */
const LEAST_SHIFT = 0.6;

/** Runs without those that are printed again a hair apart, as some printers make text bold. */
export function withoutDoubled(runs: readonly TextRun[]): TextRun[] {
  const kept = new Map<string, Map<number, TextRun[]>>();
  return runs.filter((run) => {
    const band = Math.floor(run.y / BAND);
    const sameText = kept.get(run.text);
    if (!sameText) {
      kept.set(run.text, new Map([[band, [run]]]));
      return true;
    }
    const tolerance = Math.max(LEAST_SHIFT, SHIFT * run.height);
    const isSame = ({ x, y }: TextRun) => Math.abs(x - run.x) <= tolerance && Math.abs(y - run.y) <= tolerance;
    for (let near = band - 1; near <= band + 1; near++) {
      if (sameText.get(near)?.some(isSame)) return false;
    }
    const before = sameText.get(band);
    if (before) before.push(run);
    else sameText.set(band, [run]);
    return true;
  });
}

/** Points; more than any shift of a font that terms are printed in. */
const BAND = 6;
