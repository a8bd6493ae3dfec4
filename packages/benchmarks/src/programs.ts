import { readdirSync, readFileSync } from 'node:fs';

/** The programs of the sandbox, by what their command line names. */
const PROGRAMS: readonly (readonly [name: string, named: string])[] = [
  ['DynamoDB', 'dynoxide'],
  ['service and readers', 'main.mjs'],
  ['functions', 'execution-environment-process'],
];
/** Linux counts time in hundredths of a second. */
const TICK_MS = 10;

/** Milliseconds on processors so far, of this process and of each program that it started, theirs included. */
export function processorUse(): Map<string, number> {
  const use = new Map([['S3, SQS, SNS and the uploader', ownTime(process.pid)]]);
  for (const child of childrenOf(process.pid)) {
    const command = contentOf(`/proc/${child}/cmdline`);
    const name = PROGRAMS.find(([, named]) => command.includes(named))?.[0] ?? 'others';
    use.set(name, (use.get(name) ?? 0) + treeTime(child));
  }
  return use;
}

/** `functions 9.6, DynamoDB 6.7`: milliseconds on processors for each of so many documents between two looks. */
export function describeUse(before: Map<string, number>, after: Map<string, number>, documents: number): string {
  return [...after]
    .map(([name, used]) => [name, (used - (before.get(name) ?? 0)) / documents] as const)
    .sort(([, a], [, b]) => b - a)
    .map(([name, each]) => `${name} ${each.toFixed(1)}`)
    .join(', ');
}

/** Processes that a process has started and that run. Empty where there is no /proc. */
export function childrenOf(pid: number): number[] {
  return contentOf(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
}

/** Milliseconds on processors so far, of one process and all its threads, to the nanosecond. Source: proc_pid_schedstat. */
export function preciseTime(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const nanoseconds = threads.map((thread) => Number(contentOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0]));
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}

/** Resident memory; 0 where the process has ended. */
export function residentMegabytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(contentOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
}

function treeTime(pid: number): number {
  return childrenOf(pid).reduce((sum, child) => sum + treeTime(child), ownTime(pid) + endedChildrenTime(pid));
}

// Source: proc_pid_stat(5). The 14th to 17th fields: user and kernel time, and those of the children that ended.
function ownTime(pid: number): number {
  const [user = 0, kernel = 0] = times(pid);
  return (user + kernel) * TICK_MS;
}

function endedChildrenTime(pid: number): number {
  const [, , user = 0, kernel = 0] = times(pid);
  return (user + kernel) * TICK_MS;
}

function times(pid: number): number[] {
  const stat = contentOf(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The process ended meanwhile.
    return '';
  }
}
