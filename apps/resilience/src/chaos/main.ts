import {
  type Command,
  newCommand,
  numberBetween,
  processTerminal,
  renderTable,
  run,
  wholeNumber,
} from '@trade-matching/command-line';
import { type ChaosReport, runChaos } from './run-chaos.ts';

const chaosCommand: Command = ({ say, progress, columns, stop }, exitWith) =>
  newCommand({
    name: 'npm run chaos --',
    summary: 'upload documents while calls fail, and check that nothing is lost',
    description:
      'Uploads documents into a sandbox in which AWS calls, posts and events fail by a plan, and checks that nothing is lost or processed twice, with operators who put back what failed and analysts who decide breaks.',
    examples: ['--documents 2000 --seed 1 --fault-rate 0.2', '--documents 500 --index-lag 5'],
    notes: 'Exit code: 0 without violations, 1 with, 2 for wrong usage.',
  })
    .option('--documents <n>', 'how many', wholeNumber('--documents', 1, 100_000), 300)
    .option('--seed <n>', 'the plan: the same seed makes the same choices', wholeNumber('--seed', 0, 1e9), 1)
    .option(
      '--fault-rate <share>',
      'the share of calls, posts and events that fail, 0 to 0.5',
      numberBetween('--fault-rate', 0, 0.5),
      0.2,
    )
    .option(
      '--index-lag <seconds>',
      'secondary indexes, which lists read, have each write up to so much later, 0 to 60',
      numberBetween('--index-lag', 0, 60),
      0,
    )
    .option(
      '--min-processed <share>',
      'the least share of the good documents that is processed while calls fail, 0 to 1',
      numberBetween('--min-processed', 0, 1),
      0.95,
    )
    .option('--timeout <seconds>', 'when to give up the run', numberBetween('--timeout', 1, 1e6), 1200)
    .action(async ({ documents, seed, faultRate, indexLag, minProcessed, timeout }) => {
      const report = await runChaos({
        documents,
        seed,
        faultRate,
        indexLagMs: indexLag * 1000,
        minProcessed,
        timeoutMs: timeout * 1000,
        progress,
        stop,
      });
      say(render(report, columns));
      if (report.violations.length > 0) exitWith(1);
    });

process.exitCode = await run(chaosCommand, process.argv.slice(2), processTerminal());

function render(report: ChaosReport, columns: number): string {
  const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => a.localeCompare(b));
  const faults = [...report.faults.values()].reduce((sum, count) => sum + count, 0);
  const rows: (readonly [string, number | string])[] = [
    ['documents', report.documents],
    ['faults injected', faults],
    ...sorted(report.faults).map(([kind, count]) => [`  ${kind}`, count] as const),
    ['functions killed', report.crashes],
    ['posts to the service', report.posts],
    ['receives', report.receives],
    ['redriven by operators', report.people.redriven],
    ['uploaded again by operators', report.people.uploadedAgain],
    ['cases', report.cases],
    ['decisions of analysts', report.decisions],
    ...sorted(report.decidedPairs).map(([decision, count]) => [`  pairs ${decision}`, count] as const),
    ['good documents processed before the last were put back', `${(report.processedAtFirst * 100).toFixed(1)} %`],
    ['good documents processed while calls failed', `${(report.processedInFaults * 100).toFixed(1)} %`],
    ['duplicates suppressed', report.duplicates],
    ['notifications', report.notifications],
    ['items not yet as listed at the end', report.listedLate],
    ['outcomes', ''],
    ...sorted(report.outcomes).map(([outcome, count]) => [`  ${outcome}`, count] as const),
    ['seconds', report.seconds.toFixed(1)],
    ['violations', report.violations.length],
  ];
  const table = renderTable(
    [{ head: 'what' }, { head: 'count', align: 'right' }],
    rows.map(([what, count]) => [what, String(count)]),
    columns,
  );
  const violations = report.violations.slice(0, 20).map(({ invariant, what }) => `VIOLATION ${invariant}: ${what}`);
  return [`seed ${report.seed}`, table, ...violations].join('\n');
}
