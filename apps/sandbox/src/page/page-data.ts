// What the page is drawn from. Types alone: the browser reads them as well.

export interface PageData {
  readonly environment: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly from: number;
  /** When the system was started: before it there is nothing to show. */
  readonly started: number;
  /** Seconds that each point of a chart stands for. */
  readonly period: number;
  readonly alarms: readonly PageAlarm[];
  readonly widgets: readonly PageWidget[];
  readonly documents: readonly PageDocument[];
  /** Where people see breaks; absent where no desk runs. */
  readonly desk?: string;
}

export interface PageAlarm {
  /** Without the environment's prefix. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** `page` wakes somebody; `known-cause` only keeps others silent. */
  readonly kind: 'page' | 'critical' | 'warning' | 'known-cause';
  readonly state: 'OK' | 'ALARM';
  /** In alarm, but silent, since its cause is known. */
  readonly suppressed: boolean;
  readonly since: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type PageWidget = Place &
  (
    | { readonly kind: 'text'; readonly markdown: string }
    | { readonly kind: 'alarms'; readonly title: string; readonly names: readonly string[] }
    | { readonly kind: 'table'; readonly title: string; readonly columns: readonly string[]; readonly rows: Rows }
    | PageChart
  );

type Rows = readonly (readonly string[])[];

export interface PageChart {
  readonly kind: 'chart';
  readonly title: string;
  readonly unit: string;
  readonly stacked: boolean;
  readonly threshold?: { readonly label: string; readonly value: number };
  /** Those that have any data; a value for each period, null where there is none. */
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

export interface PageDocument {
  readonly key: string;
  readonly at: number;
  readonly outcome: string;
  readonly reason: string;
  readonly match: string;
  readonly counterpart: string;
  readonly differences: readonly string[];
}

/** How far back the page looks, and how finely: CloudWatch fits a chart's period to its time range as well. */
export const RANGES = {
  '5 min': { seconds: 300, period: 5 },
  '30 min': { seconds: 1_800, period: 30 },
  '3 h': { seconds: 10_800, period: 300 },
} as const;

export type Range = keyof typeof RANGES;
