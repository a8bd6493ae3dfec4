import type { ScanWord } from './scan-word.ts';

/** Of a line's height: before a figure's decimals there is no space at all, however wide the paper beside a 1 is, */
const BEFORE_DECIMALS = 0.5;
/** and between two figures there is more than this. */
const BETWEEN_FIGURES = 0.1;

/** An engine's words of a page, those put together that are one figure, which it parts beside a slim digit: `71 .85`, `06-1 7`. */
export function figuresTogether(words: readonly ScanWord[]): ScanWord[] {
  const whole: ScanWord[] = [];
  for (const word of words) {
    const before = whole.at(-1);
    if (before && isParted(before, word)) whole[whole.length - 1] = joined(before, word);
    else whole.push(word);
  }
  return whole;
}

function isParted(one: ScanWord, next: ScanWord): boolean {
  if (!one.spaceAfter || !/\d$/.test(one.text) || !/^[.,]?\d/.test(next.text)) return false;
  const gap = next.area.x - one.area.right;
  const most = /^[.,]/.test(next.text) ? BEFORE_DECIMALS : BETWEEN_FIGURES;
  return gap >= -BETWEEN_FIGURES * one.lineHeight && gap <= most * one.lineHeight;
}

function joined(one: ScanWord, next: ScanWord): ScanWord {
  return {
    ...next,
    text: one.text + next.text,
    confidence: Math.min(one.confidence, next.confidence),
    area: {
      x: one.area.x,
      y: Math.min(one.area.y, next.area.y),
      right: next.area.right,
      bottom: Math.max(one.area.bottom, next.area.bottom),
    },
    edges: [...one.edges.slice(0, -1), ...next.edges],
    lineHeight: Math.max(one.lineHeight, next.lineHeight),
  };
}
