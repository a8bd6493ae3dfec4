import type { VerifyMode } from '../verify/verify-mode.ts';

/** What a document may use, and how long its reader may wait for a processor. */
export interface ReaderLimits {
  /**
   * Milliseconds of processor time that a document may use, counted from when the reader began with it. Where there is
   * no /proc, milliseconds by the clock.
   */
  readonly timeoutMs: number;
  /** Resident bytes of a process; beyond, it is killed. Watched where there is a /proc. */
  readonly maxMemoryBytes: number;
  /** What a document may use from when it turns out to have pages that are pictures (R12). */
  readonly scan: ScanLimits;
  /** Milliseconds by the clock after which a reader that has not used up its processor time is given up. */
  readonly patienceMs: number;
  /** How far its processes stand back for others that want a processor: 0 to 19, as `nice` has it. */
  readonly niceness: number;
}

export interface ScanLimits {
  /** Whether pages are read as pictures here, or the document is left to another reader: then it says so and ends. */
  readonly scans: 'read' | 'leave';
  /** When values are compared with what pages show, which takes as long as a page that is a picture. */
  readonly verify: VerifyMode;
  /** Milliseconds of processor time for each page that is a picture, beside `timeoutMs`. */
  readonly pageMs: number;
  /** Resident bytes of a process that has read a picture: its engines stay in memory. */
  readonly maxMemoryBytes: number;
}

/** A page takes some 6 s of processor time, engines and pictures some 550 MB (docs/decisions/0015). */
export const SCAN_LIMITS: ScanLimits = {
  scans: 'read',
  verify: 'on-risk',
  pageMs: 30_000,
  maxMemoryBytes: 1024 * 1024 * 1024,
};
