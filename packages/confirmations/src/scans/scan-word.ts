import type { Area } from './picture.ts';

/** A word as an engine read it, in points of the picture. */
export interface ScanWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly area: Area;
  /** Where each of its characters begins, and last where the word ends. */
  readonly edges: readonly number[];
  /** Distance of its baseline from the top. */
  readonly baseline: number;
  /** Of the letters of its line, from the top of the tall ones to the bottom of those that reach down. */
  readonly lineHeight: number;
  /** Read by the second engine, where the first saw nothing: the first is asked to confirm it. */
  readonly bySecond?: true;
  /** Whether the engine read another word after it on the same line. */
  readonly spaceAfter: boolean;
}
