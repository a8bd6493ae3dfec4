/** Milliseconds since the epoch. */
export interface TimeLimits {
  /** No new work for the documents after this. */
  readonly workUntil: number;
  /** The invocation has certainly ended by then. */
  readonly invocationEnds: number;
}

/** Kept free at the end of an invocation, to settle, move and hand back. Milliseconds. */
const CLOSING_MS = 10_000;
/** A short invocation keeps this share of its time free instead. */
const CLOSING_SHARE = 0.25;

/** The limits of an invocation that has so many milliseconds left (P2: the budget is always less than what is left). */
export function timeLimits(remainingMs: number, processingTimeoutMs: number, now = Date.now()): TimeLimits {
  const closing = Math.min(CLOSING_MS, Math.ceil(remainingMs * CLOSING_SHARE));
  const invocationEnds = now + remainingMs;
  return { workUntil: Math.min(now + processingTimeoutMs, invocationEnds - closing), invocationEnds };
}

/** Aborts after so many milliseconds: whole ones, since the timer takes no others, and at once where none are left. */
export function abortAfter(milliseconds: number): AbortSignal {
  return AbortSignal.timeout(Math.max(1, Math.floor(milliseconds)));
}
