import type { Series } from '../catalogue.ts';

/** `critical`: a page is made of it. `warning`: somebody looks at it in working hours. */
export type AlarmSeverity = 'critical' | 'warning';

/** What an alarm asks of one period. */
export type Condition =
  /** All of these together are more than the threshold. One that is not published counts as 0. */
  | { readonly kind: 'over'; readonly sumOf: readonly [Series, ...Series[]]; readonly threshold: number }
  /** The first is more than its threshold, and the second is 0 or not published. */
  | { readonly kind: 'over-while-none'; readonly over: Series; readonly threshold: number; readonly none: Series }
  /** The part is more per cent of the whole than the threshold, where the whole is at least so much. */
  | {
      readonly kind: 'share-over';
      readonly part: Series;
      readonly rest: Series;
      readonly threshold: number;
      readonly atLeast: number;
    };

/** One cause for somebody to look. */
export interface Alarm {
  /** Its name without the environment's. */
  readonly id: string;
  readonly name: string;
  readonly severity: AlarmSeverity;
  /** What is the matter and what to do, then where the runbook says more. */
  readonly description: string;
  /** The runbook's section: the anchor of its heading. */
  readonly runbookSection: string;
  readonly condition: Condition;
  /** Seconds. */
  readonly period: number;
  /** Periods in a row. */
  readonly periods: number;
}

/** A page: it stands for the alarms that have one cause, and is silent while a cause above it is known. */
export interface Page {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly runbookSection: string;
  /** Ids of alarms or of other pages: it is in alarm while any of them is. */
  readonly anyOf: readonly [string, ...string[]];
  /** Whether it sends a notification. If not, it only silences others. */
  readonly notifies: boolean;
  readonly silenced?: Silence;
}

/** What explains a page, so that one cause pages once. */
export interface Silence {
  /** The id of the page that explains this one. */
  readonly by: string;
  /** Seconds that the explanation may come later than what it explains. */
  readonly wait: number;
  /** Seconds that its effects may outlast it. */
  readonly outlast: number;
}

/** One line of an alarm's metric math. */
export type MathLine =
  | { readonly id: string; readonly series: Series }
  | { readonly id: string; readonly expression: string; readonly label: string };

/** An alarm's condition as CloudWatch takes it: the last line is compared with the threshold, by `>`. */
export interface AlarmMath {
  readonly lines: readonly MathLine[];
  readonly threshold: number;
}

/** Renders a condition as CloudWatch's metric math. A condition on one series needs no expression. */
export function alarmMath(condition: Condition): AlarmMath {
  switch (condition.kind) {
    case 'over': {
      const lines = condition.sumOf.map((series, i) => ({ id: `m${i}`, series }));
      const sum = lines.map(({ id }) => `FILL(${id}, 0)`).join(' + ');
      return {
        lines: lines.length === 1 ? lines : [...lines, { id: 'total', expression: sum, label: 'Together' }],
        threshold: condition.threshold,
      };
    }
    case 'over-while-none':
      return {
        lines: [
          { id: 'high', series: condition.over },
          { id: 'none', series: condition.none },
          {
            id: 'both',
            expression: `IF(high > ${condition.threshold} AND FILL(none, 0) < 1, 1, 0)`,
            label: `Over ${condition.threshold}, and nothing done`,
          },
        ],
        threshold: 0,
      };
    case 'share-over': {
      const whole = '(FILL(part, 0) + FILL(rest, 0))';
      return {
        lines: [
          { id: 'part', series: condition.part },
          { id: 'rest', series: condition.rest },
          {
            id: 'share',
            expression: `IF(${whole} >= ${condition.atLeast}, 100 * FILL(part, 0) / ${whole}, 0)`,
            label: 'Per cent',
          },
        ],
        threshold: condition.threshold,
      };
    }
  }
}

/** Every series that a condition reads. */
export function seriesOf(condition: Condition): readonly Series[] {
  switch (condition.kind) {
    case 'over':
      return condition.sumOf;
    case 'over-while-none':
      return [condition.over, condition.none];
    case 'share-over':
      return [condition.part, condition.rest];
  }
}
