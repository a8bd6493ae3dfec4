/**
 * How long a message that was returned to the queue stays invisible, by how often it has been received. With partial batch
 * responses Lambda does not slow down when things fail, so a dead service would burn the five receives within
 * minutes. These waits add up to 71 minutes before the fifth receive: an hour's outage dead-letters nothing (Q2).
 */
const WAIT_SECONDS = [60, 300, 1_200, 2_700, 1_800] as const;
/** Added so that what failed together does not come back together. */
const JITTER = 0.1;

/** SQS's limit on a visibility timeout: 12 hours. */
const MAX_SECONDS = 43_200;

/**
 * @param receiveCount 1 for the first delivery
 * @param random in [0, 1)
 * @returns seconds
 */
export function visibilityAfterFailure(receiveCount: number, random: () => number = Math.random): number {
  const wait = WAIT_SECONDS[Math.min(receiveCount, WAIT_SECONDS.length) - 1] ?? WAIT_SECONDS[0];
  return Math.round(wait * (1 + JITTER * random()));
}

/** Seconds until a lease has ended: the message is of use then, not before. */
export function visibilityUntil(until: string, now = Date.now()): number {
  return Math.min(MAX_SECONDS, Math.max(1, Math.ceil((Date.parse(until) - now) / 1000) + 1));
}
