import type { ClockAnchor } from '../clock/index.ts';

/** What the sandbox and the process of a function's execution environment say to each other. */
export type ToFunction = {
  readonly kind: 'invoke';
  readonly requestId: string;
  readonly event: unknown;
  /** Milliseconds since the epoch, by the clock of the sandbox. */
  readonly deadline: number;
  readonly clock: ClockAnchor;
};

export type FromFunction =
  | { readonly kind: 'ready' }
  /** The module could not be loaded: its configuration is wrong, or its code. */
  | { readonly kind: 'init-failed'; readonly error: string }
  | { readonly kind: 'done'; readonly requestId: string; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: string };
