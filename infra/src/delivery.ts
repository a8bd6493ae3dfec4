/** How documents get from their queues to the processor (P1), the same in every environment. */
export const DELIVERY = {
  /** Messages an invocation gets at most. */
  batchSize: 5,
  /** Seconds that a batch waits to become full. */
  batchingWindow: 10,
  /** Seconds an invocation may take. */
  timeout: 300,
} as const;

/** How many run at once of the function that looks at failures: of each of its queues, and how many queues it has. */
export const FAILURES_CONCURRENCY = { perQueue: 2, queues: 3 } as const;
