/** What was found in a file that a confirmation has no use for, or that keeps it from being looked at. */
export interface Finding {
  readonly kind: 'active-content' | 'embedded-file' | 'too-complex' | 'unreadable';
  readonly what: string;
}
