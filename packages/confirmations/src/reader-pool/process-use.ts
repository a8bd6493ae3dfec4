import { readFileSync } from 'node:fs';

/** What the system says of a process; undefined where there is no /proc. */
export interface ProcessUse {
  /** Resident memory. */
  readonly residentBytes: number;
  /** Time on a processor since the process started, in milliseconds. */
  readonly cpuMs: number;
}

const PAGE_BYTES = 4096;
/** Linux counts time in hundredths of a second. */
const TICK_MS = 10;

/** Source: proc_pid_stat(5) and proc_pid_statm(5). The name in parentheses may itself hold spaces and parentheses. */
export function processUse(pid: number | undefined): ProcessUse | undefined {
  try {
    const resident = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // From the third field on: state, …, the 14th and 15th are the time in user and in kernel mode.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      residentBytes: Number(resident) * PAGE_BYTES,
      cpuMs: (Number(fields[11]) + Number(fields[12])) * TICK_MS,
    };
  } catch {
    return undefined;
  }
}
