import type { Area } from './picture.ts';
import type { ScanWord } from './scan-word.ts';

/** A gap in a line that is wider than this share of its height may hold a word; between words there is less. */
const WIDE = 1;
/** Paper beside a word that is no gap, as a share of the height. */
const BESIDE = 0.35;

/** The parts of lines in which no word was read. */
export function missedAreas(lines: readonly Area[], words: readonly ScanWord[]): Area[] {
  return lines.flatMap((line) => {
    const height = line.bottom - line.y;
    const middle = (line.y + line.bottom) / 2;
    const read = words
      .map(({ area }) => area)
      .filter(({ y, bottom }) => {
        const shared = Math.min(bottom, line.bottom) - Math.max(y, line.y);
        return (y < middle && bottom > middle) || shared > 0.5 * (bottom - y);
      })
      .sort((a, b) => a.x - b.x);
    const gaps: Area[] = [];
    let from = line.x;
    for (const { x, right } of [...read, { x: line.right, right: line.right }]) {
      const to = Math.min(x, line.right);
      if (to - from > WIDE * height) {
        const [inset, outset] = [from === line.x ? 0 : BESIDE * height, to === line.right ? 0 : BESIDE * height];
        gaps.push({
          x: Math.floor(Math.max(0, from + inset)),
          y: Math.floor(Math.max(0, line.y)),
          right: to - outset,
          bottom: line.bottom,
        });
      }
      from = Math.max(from, right);
    }
    return gaps;
  });
}
