import { afterAll, describe, expect, test } from 'vitest';
import { faultRunTable } from '../src/fault-runs/fault-run-table.ts';
import { FAULT_RUNS } from '../src/fault-runs/fault-runs.ts';
import { type FaultRunReport, runFaults } from '../src/fault-runs/run-faults.ts';

const reports: FaultRunReport[] = [];
afterAll(() => process.stdout.write(`\n${faultRunTable(reports)}\n`));

// The alarms as they were synthesized, over the metrics of the whole system, an hour's waiting in a minute.
describe('the right alarms go on, no others, and go off', () => {
  test.each(FAULT_RUNS)(
    '$name: $what',
    async (run) => {
      const report = await runFaults(run);
      reports.push(report);
      expect(report.fired).toEqual([...run.expected.alarms].sort());
      expect(report.paged).toEqual([...run.expected.paged].sort());
      expect(report.left).toEqual([]);
    },
    600_000,
  );
});
