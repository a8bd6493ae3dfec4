/** A structured line of a log group. */
export interface LogEvent {
  readonly logGroup: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

const MOST_KEPT = 20_000;

/** The newest structured lines of every log group, oldest first. */
export class LogStore {
  private kept: LogEvent[] = [];

  /** Lines that are no JSON objects, and those that only publish metrics, are nothing that anybody asks for. */
  append(logGroup: string, line: string, at: number): void {
    if (!line.startsWith('{')) return;
    const fields = parsed(line);
    if (fields === undefined || '_aws' in fields) return;
    this.kept.push({ logGroup, at, fields });
    if (this.kept.length > 2 * MOST_KEPT) this.kept = this.kept.slice(-MOST_KEPT);
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
