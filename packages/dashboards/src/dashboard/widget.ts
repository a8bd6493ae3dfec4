import type { Series } from '../catalogue.ts';
import type { LogQuery } from '../log-queries.ts';

/** A line across a chart, where an alarm begins. */
export interface Threshold {
  readonly label: string;
  readonly value: number;
}

export type Widget =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'alarms'; readonly title: string; readonly alarmNames: readonly string[] }
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly series: readonly Series[];
      /** `areas` lie on each other and add up; `numbers` are of the whole time that is looked at. */
      readonly as: 'lines' | 'areas' | 'numbers';
      readonly unit: string;
      readonly threshold?: Threshold;
    }
  | { readonly kind: 'logs'; readonly title: string; readonly query: LogQuery };

/** A question, and what answers it. */
export interface Row {
  readonly question: string;
  /** Markdown below the question. */
  readonly say: string;
  readonly widgets: readonly { readonly width: number; readonly height: number; readonly widget: Widget }[];
}

/** A widget with its place in a row. */
export type PlacedWidget = Row['widgets'][number];
