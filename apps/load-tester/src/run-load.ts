import type { Account } from '@trade-matching/account';
import { SOURCES } from '@trade-matching/domain';
import { type CloudWatchFigure, cloudWatchFigures } from './environment/cloudwatch-figures.ts';
import { followRun } from './follow/follow-run.ts';
import { planLoad } from './load/plan-load.ts';
import { printDocument, type RunIdentity, runPrefix } from './load/planned-document.ts';
import type { LoadOptions } from './options.ts';
import { type LoadReport, loadReport } from './report/load-report.ts';
import { RunRecord } from './run-record.ts';
import { documentUploads } from './upload/put-document.ts';
import { uploadLoad } from './upload/upload-load.ts';
import { judgeRun } from './verdict/judge-run.ts';

export interface LoadRun {
  readonly account: Account;
  readonly options: LoadOptions;
  readonly run: RunIdentity;
  readonly say: (text: string) => void;
  /** Shows how the run goes, until the function that it answers is called. */
  readonly watch: (record: RunRecord) => () => void;
  /** Aborted by Ctrl-C: what was done so far is reported. */
  readonly stop: AbortSignal;
}

/** A run's name: the time, in letters and digits. */
export function newRun(seed: number, at = new Date()): RunIdentity {
  return { id: at.getTime().toString(36).toUpperCase(), day: at.toISOString().slice(0, 10), seed };
}

/** Uploads the load, follows it to its end, judges and sums it up. */
export async function runLoad({
  account,
  options,
  run,
  say,
  watch,
  stop,
}: LoadRun): Promise<{ readonly report: LoadReport; readonly record: RunRecord }> {
  const record = new RunRecord();
  const { model, mix, print } = options;
  const uploads = documentUploads(
    account,
    account.names.documentsBucket,
    model.kind === 'closed' ? model.concurrency : undefined,
  );
  const followed = await followRun(account, run, record);
  const patienceMs = options.patienceSeconds * 1000;
  const startedAt = Date.now();
  const stopWatching = watch(record);
  try {
    await uploadLoad({
      documents: planLoad(run, options.documents, mix),
      model,
      print: (document) => printDocument(run, document, print),
      put: uploads.put,
      record,
      durationMs: options.durationSeconds * 1000,
      patienceMs,
      stop,
    });
    const complete = await followed.untilComplete(patienceMs, stop);
    const standing = await followed.closingLook(complete);
    const endedAt = Date.now();
    stopWatching();
    const stopped = stop.aborted;
    const cloudwatch = stopped ? undefined : await figuresOf(account, { from: startedAt, to: endedAt }, say, stop);
    const report = loadReport({
      run: {
        ...run,
        environment: account.environment,
        prefix: SOURCES.map((source) => runPrefix(run, source)).join(' '),
      },
      options,
      record,
      queueSamples: followed.queueSamples,
      verdict: judgeRun(record, standing, stopped),
      stopped,
      startedAt,
      endedAt,
      cloudwatch,
    });
    return { report, record };
  } finally {
    stopWatching();
    uploads.close();
    // The report is worth more than a tidy end.
    await followed.close().catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      say(`The queue load-test-${account.environment}-${run.id} and its subscription could not be deleted: ${why}`);
    });
  }
}

/** What CloudWatch says of the run, where there is a CloudWatch. That it cannot be read is said, and no more. */
async function figuresOf(
  { cloudwatch, names }: Account,
  window: { readonly from: number; readonly to: number },
  say: LoadRun['say'],
  stop: AbortSignal,
): Promise<CloudWatchFigure[] | undefined> {
  if (!cloudwatch) return undefined;
  say('Waiting for CloudWatch to show the last minute; Ctrl-C does not wait for it.');
  try {
    return await cloudWatchFigures(cloudwatch, names, window, stop);
  } catch (error) {
    say(`CloudWatch could not be read: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
