import { renderTable } from '@trade-matching/command-line';
import type { FaultRunReport } from './run-faults.ts';

const WIDTH = 180;

/** A row for each run: the alarms that were expected, those that fired and when, who was to be paged and was. */
export function faultRunTable(reports: readonly FaultRunReport[]): string {
  return renderTable(
    [
      { head: 'run', share: 1 },
      { head: 'expected alarms' },
      { head: 'fired (minutes)', share: 1 },
      { head: 'expected pages' },
      { head: 'paged (minute)' },
      { head: 'still on' },
    ],
    reports.map(rowOf),
    WIDTH,
  );
}

function rowOf({ run, fired, paged, left, events }: FaultRunReport): string[] {
  const minutes = (id: string) => {
    const changes = events.filter((event) => event.id === id && event.what !== 'NOTIFIED');
    return changes.map(({ minute, what }) => (what === 'ALARM' ? `${minute}–` : `${minute} `)).join('');
  };
  const pagedAt = (id: string) => events.find((event) => event.id === id && event.what === 'NOTIFIED')?.minute;
  return [
    `${run.name}: ${run.what}`,
    [...run.expected.alarms].sort().join('\n'),
    fired.map((id) => `${id} (${minutes(id).trim()})`).join('\n') || 'none',
    run.expected.paged.join('\n') || 'nobody',
    paged.map((id) => `${id} (${pagedAt(id)})`).join('\n') || 'nobody',
    left.join('\n') || 'none',
  ];
}
