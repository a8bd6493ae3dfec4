/** Where a simulated clock stands: real and simulated milliseconds since the epoch, and how fast it goes. */
export interface ClockAnchor {
  readonly real: number;
  readonly simulated: number;
  /** Simulated milliseconds in a real one. */
  readonly factor: number;
}

/** The time that the system on this machine goes by, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
  anchor(): ClockAnchor;
}

/** A clock that may go faster, and be set forward while nothing happens, so that an hour's waiting takes no hour. */
export interface SimulatedClock extends Clock {
  /** @param milliseconds by which it is set forward: what waits has waited so much longer */
  skip(milliseconds: number): void;
}

export const realClock: Clock = {
  now: () => Date.now(),
  anchor: () => ({ real: 0, simulated: 0, factor: 1 }),
};

/** Starts at the real time. */
export function simulatedClock(factor: number): SimulatedClock {
  let anchor: ClockAnchor = { real: Date.now(), simulated: Date.now(), factor };
  return {
    now: () => simulatedTime(anchor, Date.now()),
    anchor: () => anchor,
    skip: (milliseconds) => {
      anchor = { ...anchor, simulated: anchor.simulated + milliseconds };
    },
  };
}

/** What a clock shows at a real instant. */
export function simulatedTime({ real, simulated, factor }: ClockAnchor, at: number): number {
  return Math.round(simulated + (at - real) * factor);
}
