import type { PriceName } from './prices.ts';

/** What is used, of one thing that has a price. */
export interface Usage {
  readonly service: string;
  readonly what: string;
  readonly price: PriceName;
  readonly quantity: number;
}

/** A way of processing documents, by the calls that it makes for each. */
export interface Design {
  readonly name: string;
  /** Calls for each document beyond ours. */
  readonly heads: number;
  readonly metricCalls: number;
  readonly messages: number;
}

export const OURS: Design = { name: 'this system', heads: 0, metricCalls: 0, messages: 0 };

/** Looks at the object twice before it reads it, calls CloudWatch for its metrics, and tells of every document. */
export const NAIVE: Design = { name: 'naive', heads: 2, metricCalls: 1, messages: 1 };
