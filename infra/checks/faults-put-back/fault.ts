/** One fault that the stack, its delivery or the embedded AWS once had, and the test that keeps it out. */
export interface Fault {
  /** What happens on AWS with it. */
  readonly what: string;
  /** The file that is changed, from the repository's root. */
  readonly file: string;
  /** The text that stands there now, once; what stood there, or stands for it, puts the fault back. */
  readonly now: string;
  readonly fault: string;
  /** Whether the test goes by the synthesized stack, which is synthesized anew with the fault. */
  readonly inStack?: boolean;
  /** The test's file, from the repository's root, and its name or the end of it. */
  readonly test: readonly [file: string, name: string];
}
