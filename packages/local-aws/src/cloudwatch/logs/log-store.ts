/** A structured line of a log group. */
export interface LogEvent {
  readonly logGroup: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** "Each log event can be no larger than 1 MB", with 26 bytes that surround it: PutLogEvents, API Reference. */
export const MAX_EVENT_BYTES = 1_048_576 - 26;

const MAX_KEPT = 20_000;

/** The newest structured lines of every log group, oldest first. */
export class LogStore {
  private kept: LogEvent[] = [];

  /**
   * Lines that are no JSON objects, and those that only publish metrics, are nothing that anybody asks for. One that is
   * too large for an event is cut, and then no JSON.
   */
  append(logGroup: string, line: string, at: number): void {
    if (!line.startsWith('{') || Buffer.byteLength(line) > MAX_EVENT_BYTES) return;
    const fields = parsed(line);
    if (fields === undefined || '_aws' in fields) return;
    this.kept.push({ logGroup, at, fields });
    if (this.kept.length > 2 * MAX_KEPT) this.kept = this.kept.slice(-MAX_KEPT);
  }

  events(logGroups: readonly string[]): LogEvent[] {
    return this.kept.filter(({ logGroup }) => logGroups.includes(logGroup));
  }
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
