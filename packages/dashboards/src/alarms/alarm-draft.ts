import type { Series } from '../catalogue.ts';
import type { Alarm } from './alarm.ts';

/** An alarm before it belongs to an environment. Its description: what is wrong, then what to look at or do. */
export interface AlarmDraft extends Pick<Alarm, 'id' | 'severity' | 'description' | 'condition' | 'periods'> {
  /** Its id where absent. */
  readonly runbookSection?: string;
  /** Seconds; five minutes where absent. */
  readonly period?: number;
}

export const over = (threshold: number, ...sumOf: [Series, ...Series[]]) =>
  ({ kind: 'over', sumOf, threshold }) as const;
