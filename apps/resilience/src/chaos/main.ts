import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { runStorm, type StormReport } from './run-storm.ts';

const HELP = `Uploads documents into a sandbox in which calls, posts and events fail by a plan, and checks that nothing is lost or doubled.

Usage
  npm run chaos -- [--documents N] [--seed S] [--fault-rate R] [--timeout SECONDS]

Options
  --documents N       how many (default 300)
  --seed S            the plan: the same seed makes the same choices (default 1)
  --fault-rate R      the share of calls, posts and events that go wrong, 0 to 0.5 (default 0.2)
  --timeout SECONDS   until the storm is given up (default 1200)
  --help              this text

Examples
  npm run chaos -- --documents 2000 --seed 1 --fault-rate 0.2

Exit code: 0 without violations, 1 with, 2 for wrong usage.`;

const number = (name: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (text === '' || !(value >= least && value <= most)) {
    process.stderr.write(
      `--${name} is a number from ${least} to ${most}, not "${text}".\nTry: npm run chaos -- --help\n`,
    );
    process.exit(2);
  }
  return value;
};

function readOptions() {
  try {
    return parseArgs({
      options: {
        documents: { type: 'string', default: '300' },
        seed: { type: 'string', default: '1' },
        'fault-rate': { type: 'string', default: '0.2' },
        timeout: { type: 'string', default: '1200' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nTry: npm run chaos -- --help\n`);
    process.exit(2);
  }
}

const values = readOptions();
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  const report = await runStorm({
    documents: number('documents', values.documents, 1, 100_000),
    seed: number('seed', values.seed, 0, 1e9),
    faultRate: number('fault-rate', values['fault-rate'], 0, 0.5),
    timeoutMs: number('timeout', values.timeout, 1, 1e6) * 1000,
    progress: (text) => {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
    },
  });
  process.stdout.write(`${render(report)}\n`);
  process.exitCode = report.violations.length > 0 ? 1 : 0;
}

function render(report: StormReport): string {
  const table = new Table({ style: { head: [], border: [], compact: true } });
  const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => a.localeCompare(b));
  const faults = [...report.faults.values()].reduce((sum, count) => sum + count, 0);
  table.push(['documents', report.documents], ['faults injected', faults]);
  for (const [kind, count] of sorted(report.faults)) table.push([`  ${kind}`, count]);
  table.push(
    ['functions killed', report.crashes],
    ['posts to the service', report.posts],
    ['receives', report.receives],
    ['duplicates suppressed', report.duplicates],
    ['notifications', report.notifications],
    ['outcomes', ''],
  );
  for (const [outcome, count] of sorted(report.outcomes)) table.push([`  ${outcome}`, count]);
  table.push(['seconds', report.seconds.toFixed(1)], ['violations', report.violations.length]);
  const violations = report.violations.slice(0, 20).map(({ invariant, what }) => `VIOLATION ${invariant}: ${what}`);
  return [`seed ${report.seed}`, table.toString(), ...violations].join('\n');
}
