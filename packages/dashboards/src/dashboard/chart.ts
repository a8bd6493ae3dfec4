import type { Series } from '../catalogue.ts';
import type { Threshold, Widget } from './widget.ts';

/** A chart of series, with the threshold of its alarm. */
export function chart(
  title: string,
  as: 'lines' | 'areas' | 'numbers',
  unit: string,
  drawn: readonly Series[],
  threshold?: Threshold,
): Widget {
  return { kind: 'chart', title, as, unit, series: drawn, ...(threshold ? { threshold } : {}) };
}
