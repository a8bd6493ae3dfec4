import type { Annotation } from './annotations.ts';
import type { PaintedRun } from './paint/painted-run.ts';

const NOT_SHOWN = 1 | 2 | 32;
const LINE_SPACING = 1.2;
/** A letter's width in font sizes, about. */
const LETTER_WIDTH = 0.5;
const NEARLY_WHITE = 232;

/** The text that the filled fields of a page show: by their appearances, as a reader sees them, not by their values. */
export function runsOfFields(annotations: readonly Annotation[]): PaintedRun[] {
  const runs: PaintedRun[] = [];
  for (const field of annotations) {
    const { rect, textContent, textPosition, defaultAppearanceData } = field;
    if (!field.fieldType || field.password || !rect) continue;
    const [left, bottom, right, top] = rect;
    const height = defaultAppearanceData?.fontSize || Math.min(12, (top - bottom) * 0.7);
    const white = Array.from(defaultAppearanceData?.fontColor ?? [0]).every((channel) => channel >= NEARLY_WHITE);
    for (const [line, text] of (textContent ?? []).entries()) {
      if (text.trim() === '') continue;
      const width = Math.min(right - left, text.length * height * LETTER_WIDTH);
      runs.push({
        text,
        x: left + (textPosition?.[0] ?? 0),
        y: bottom + (textPosition?.[1] ?? 0) - line * height * LINE_SPACING,
        width,
        height,
        direction: [1, 0],
        offsets: Array.from({ length: text.length + 1 }, (_, i) => (i * width) / text.length),
        hidden: white || (field.annotationFlags & NOT_SHOWN) !== 0,
        struck: false,
        faint: false,
        colored: false,
      });
    }
  }
  return runs;
}
