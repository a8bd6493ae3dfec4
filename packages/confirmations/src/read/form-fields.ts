import type { getDocumentProxy } from 'unpdf';
import type { PaintedRun } from './visible-runs.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** What PDF.js tells of a text field. */
interface Field {
  readonly fieldType?: string;
  readonly password?: boolean;
  /** Bits: 1 invisible, 2 hidden, 32 not shown. Source: ISO 32000-1, table 165. */
  readonly annotationFlags: number;
  readonly rect: readonly [number, number, number, number];
  /** The lines of its appearance, and where the first begins in the rectangle. */
  readonly textContent?: readonly string[];
  readonly textPosition?: readonly [number, number];
  readonly defaultAppearanceData?: { readonly fontSize: number; readonly fontColor: ArrayLike<number> };
}

const NOT_SHOWN = 1 | 2 | 32;
const LINE_SPACING = 1.2;
/** A letter's width in font sizes, about. */
const LETTER_WIDTH = 0.5;
const NEARLY_WHITE = 232;

/** The text that the filled fields of a page show: by their appearances, as a reader sees them, not by their values. */
export async function runsOfFields(page: Page): Promise<PaintedRun[]> {
  const runs: PaintedRun[] = [];
  for (const field of (await page.getAnnotations()) as Field[]) {
    const { rect, textContent = [], textPosition = [0, 0], defaultAppearanceData } = field;
    if (!field.fieldType || field.password) continue;
    const [left, bottom, right, top] = rect;
    const height = defaultAppearanceData?.fontSize || Math.min(12, (top - bottom) * 0.7);
    const white = Array.from(defaultAppearanceData?.fontColor ?? [0]).every((channel) => channel >= NEARLY_WHITE);
    for (const [line, text] of textContent.entries()) {
      if (text.trim() === '') continue;
      runs.push({
        text,
        x: left + textPosition[0],
        y: bottom + textPosition[1] - line * height * LINE_SPACING,
        width: Math.min(right - left, text.length * height * LETTER_WIDTH),
        height,
        hidden: white || (field.annotationFlags & NOT_SHOWN) !== 0,
      });
    }
  }
  return runs;
}
