import Table from 'cli-table3';
import type { FaultRunReport } from './run-faults.ts';

/** A row for each run: what was to go on, what did and in which minutes, who was to be told and was. */
export function faultRunTable(reports: readonly FaultRunReport[]): string {
  const table = new Table({
    head: ['run', 'expected to go on', 'went on (minutes)', 'expected to page', 'paged (minute)', 'left on'],
    style: { head: [], border: [] },
    colWidths: [24],
    wordWrap: true,
  });
  for (const { run, fired, told, left, events } of reports) {
    const minutes = (id: string) => {
      const changes = events.filter((event) => event.id === id && event.what !== 'TOLD');
      return changes.map(({ minute, what }) => (what === 'ALARM' ? `${minute}–` : `${minute} `)).join('');
    };
    const toldAt = (id: string) => events.find((event) => event.id === id && event.what === 'TOLD')?.minute;
    table.push([
      `${run.name}: ${run.what}`,
      [...run.expected.alarms].sort().join('\n'),
      fired.map((id) => `${id} (${minutes(id).trim()})`).join('\n') || 'none',
      run.expected.told.join('\n') || 'nobody',
      told.map((id) => `${id} (${toldAt(id)})`).join('\n') || 'nobody',
      left.join('\n') || 'none',
    ]);
  }
  return table.toString();
}
