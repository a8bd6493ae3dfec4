import { AccountError } from '@trade-matching/account';
import { type Command, type Terminal, WrongUsageError } from '@trade-matching/command-line';
import { cleanUp } from './clean-up/clean-up.ts';
import { refuseOtherAccount, refuseUnconfirmedProduction } from './environment/confirm-production.ts';
import { openEnvironment } from './environment/open-environment.ts';
import { declaration, type LoadOptions, optionsOf } from './options.ts';
import { type ProgressOutput, showProgress } from './report/live-progress.ts';
import { textReport } from './report/text-report.ts';
import { prepareReportFolder, writeReports } from './report/write-reports.ts';
import { newRun, runLoad } from './run-load.ts';

/** The load test as a command. `progress` is where it shows how it goes. */
export const loadTestCommand =
  (progress: ProgressOutput): Command =>
  (terminal, exitWith) =>
    declaration().action(async (given) => exitWith(await loadTest(optionsOf(given), terminal, progress)));

async function loadTest(
  options: LoadOptions,
  { say, columns, stop }: Terminal,
  progress: ProgressOutput,
): Promise<number> {
  refuseUnconfirmedProduction(options);
  if (options.reportFolder !== undefined) prepareReportFolder(options.reportFolder);
  const tell = (text: string) => progress.write(`${text}\n`);
  const environment = await openEnvironment(options.environment, tell, stop).catch((error: unknown) => {
    throw error instanceof AccountError ? new WrongUsageError(error.message, { cause: error }) : error;
  });
  try {
    const { account } = environment;
    refuseOtherAccount(options, account);
    const run = newRun(options.seed);
    const { report, record } = await runLoad({
      account,
      options,
      run,
      say: tell,
      watch: (watched) => showProgress(watched, options.documents, progress),
      stop,
    });
    say(options.json ? JSON.stringify(report) : textReport(report, columns));
    if (options.reportFolder !== undefined) {
      for (const file of await writeReports(options.reportFolder, report)) tell(`Wrote ${file}`);
    }
    if (options.cleanUp) tell(await cleanUp(account, run, record));
    const missed = report.thresholds.filter(({ met }) => !met);
    for (const { option, limit, actual } of missed)
      tell(`${option} was missed: the limit is ${limit}, the run had ${actual}.`);
    if (report.stopped) tell('Stopped by Ctrl-C: this is what was done until then.');
    return missed.length > 0 || report.stopped ? 1 : 0;
  } finally {
    await environment.close();
  }
}
