/** What a document may use, and how long its reader may wait for a processor. */
export interface ReaderLimits {
  /**
   * Milliseconds of processor time that a document may use, counted from when the reader began with it. Where there is
   * no /proc, milliseconds by the clock.
   */
  readonly timeoutMs: number;
  /** Resident bytes of a process; beyond, it is killed. Watched where there is a /proc. */
  readonly maxMemoryBytes: number;
  /** Milliseconds by the clock after which a reader that has not used up its processor time is given up. */
  readonly patienceMs: number;
}
