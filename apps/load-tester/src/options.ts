import { newCommand, oneOf, parse, WrongUsageError, wholeNumber } from '@trade-matching/command-line';
import type { PrintOptions } from '@trade-matching/confirmation-samples';
import { INSPECTION_LIMITS } from '@trade-matching/confirmations';
import { ENVIRONMENTS, type EnvironmentName } from '@trade-matching/domain';
import type { Mix } from './load/mix.ts';
import { documentsWithin, type LoadModel } from './load/schedule.ts';
import { bytes, rate, share, time } from './option-values.ts';
import type { Limits } from './verdict/thresholds.ts';

export interface LoadOptions {
  readonly environment: EnvironmentName;
  /** The two confirmations that production asks for. */
  readonly meansProduction: boolean;
  readonly confirmedAccount: string | undefined;
  /** `Infinity` where the duration alone ends a closed load. */
  readonly documents: number;
  readonly model: LoadModel;
  /** Seconds; `Infinity` where the documents alone end it. */
  readonly durationSeconds: number;
  readonly mix: Mix;
  readonly print: PrintOptions;
  readonly seed: number;
  readonly limits: Limits;
  /** Seconds in which nothing happens, after which the run gives up on what is missing. */
  readonly patienceSeconds: number;
  readonly reportFolder: string | undefined;
  readonly cleanUp: boolean;
  readonly json: boolean;
}

const DEFAULT_DOCUMENTS = 1000;
const DEFAULT_CONCURRENCY = 16;
const MAX_DOCUMENTS = 10_000_000;
const MAX_NUMBER = 1e9;

/** The options of the load test. */
export function declaration() {
  return withLimits(withMix(withSchedule(withEnvironment())));
}

function withEnvironment() {
  return newCommand({
    name: 'npm run -s load-test --',
    summary: 'upload confirmations and follow each to its outcome',
    description:
      'Uploads confirmations, follows each document to its outcome and each pair to its match, and reports how fast it was and whether anything was lost or processed twice. Ctrl-C stops sending and reports what was done so far.',
    examples: [
      '--documents 200',
      '--documents 5000 --concurrency 32 --mismatch 5% --duplicate 2% --bad 2% --report out/',
      '--env staging --rate 20 --ramp 1m --duration 10m --max-p95 30s --min-rate 18 --clean-up',
      '--env production --i-mean-production --confirm-account 333333333333 --documents 10',
    ],
    notes: 'Exit code: 0 when every limit was met, 1 when one was missed or the run was stopped, 2 for wrong usage.',
  })
    .optionsGroup('Environment:')
    .option(
      '--env <environment>',
      `${ENVIRONMENTS.join(', ')}: the sandbox that runs here or a new one, or an account with the credentials and region of this shell`,
      oneOf('--env', ENVIRONMENTS),
      'local' as EnvironmentName,
    )
    .option('--i-mean-production', 'production is refused unless told twice: this,', false)
    .option('--confirm-account <id>', 'and the 12 digits of its account');
}

function withSchedule(command: ReturnType<typeof withEnvironment>) {
  return command
    .optionsGroup('Load:')
    .option(
      '--documents <n>',
      `how many (default: ${DEFAULT_DOCUMENTS}, or no limit with --duration)`,
      wholeNumber('--documents', 1, MAX_DOCUMENTS),
    )
    .option('--duration <time>', 'nothing is sent after it: 90s, 10m', time('--duration'))
    .option(
      '--concurrency <n>',
      `uploads at a time, each followed by the next (default: ${DEFAULT_CONCURRENCY})`,
      wholeNumber('--concurrency', 1, 1_000),
    )
    .option('--rate <n>', 'or documents a second, on schedule however slow the system is', rate('--rate'))
    .option('--ramp <time>', 'until the full rate or concurrency', time('--ramp'), 0);
}

function withMix(command: ReturnType<typeof withSchedule>) {
  return command
    .optionsGroup('Documents:')
    .option('--mismatch <share>', 'of the pairs, differ in a critical term: 0.05 or 5%', share('--mismatch'), 0)
    .option('--within-tolerance <share>', 'of the pairs, differ within tolerance', share('--within-tolerance'), 0)
    .option('--duplicate <share>', 'of the documents, are the bytes of an earlier one', share('--duplicate'), 0)
    .option('--bad <share>', 'of the documents, are files that must be refused', share('--bad'), 0)
    .option('--pages <n>', 'pages of each confirmation', wholeNumber('--pages', 1, INSPECTION_LIMITS.maxPages), 1)
    .option(
      '--size <bytes>',
      'bytes of each confirmation, at least: 200KB, 2MB',
      bytes('--size', INSPECTION_LIMITS.maxFileBytes),
      0,
    )
    .option(
      '--seed <n>',
      'the same seed sends the same trades in the same order (default: random)',
      wholeNumber('--seed', 0, MAX_NUMBER),
    );
}

function withLimits(command: ReturnType<typeof withMix>) {
  return command
    .optionsGroup('Limits:')
    .option(
      '--max-lost <n>',
      'documents and pairs that are lost, processed twice, or not what the mix says',
      wholeNumber('--max-lost', 0, MAX_NUMBER),
      0,
    )
    .option('--max-p95 <time>', '95 % of the documents have their outcome within this time', time('--max-p95'))
    .option('--min-rate <n>', 'documents a second that reach their outcome', rate('--min-rate'))
    .option(
      '--patience <time>',
      'give up on what is missing when nothing has happened for this long',
      time('--patience'),
      420,
    )
    .optionsGroup('Report:')
    .option('--report <folder>', 'write report.txt, report.json and report.html there')
    .option('--json', 'print the report as JSON', false)
    .option('--clean-up', "delete the run's documents and their records afterwards", false);
}

type Given = ReturnType<ReturnType<typeof declaration>['opts']>;

/**
 * Reads the command line.
 *
 * @throws {WrongUsageError} naming the option, what it takes and what was given
 */
export function readOptions(args: readonly string[]): LoadOptions {
  return optionsOf(parse(declaration(), args).opts());
}

/**
 * Combines the options that were given.
 *
 * @throws {WrongUsageError} for options that contradict each other
 */
export function optionsOf(given: Given): LoadOptions {
  if (given.rate !== undefined && given.concurrency !== undefined) {
    throw new WrongUsageError('Give --rate for a load on schedule, or --concurrency for uploads at a time, not both.');
  }
  const durationSeconds = given.duration ?? Number.POSITIVE_INFINITY;
  const model = modelOf(given);
  const documents = Math.min(
    given.documents ?? (Number.isFinite(durationSeconds) ? Number.POSITIVE_INFINITY : DEFAULT_DOCUMENTS),
    model.kind === 'open' ? documentsWithin(durationSeconds, model) : Number.POSITIVE_INFINITY,
  );
  return {
    environment: given.env,
    meansProduction: given.iMeanProduction,
    confirmedAccount: given.confirmAccount,
    documents,
    model,
    durationSeconds,
    mix: mixOf(given),
    print: { pages: given.pages, bytes: given.size },
    seed: given.seed ?? Math.floor(Math.random() * 1_000_000),
    limits: {
      maxLost: given.maxLost,
      ...(given.maxP95 === undefined ? {} : { maxP95Ms: given.maxP95 * 1000 }),
      ...(given.minRate === undefined ? {} : { minRate: given.minRate }),
    },
    patienceSeconds: given.patience,
    reportFolder: given.report,
    cleanUp: given.cleanUp,
    json: given.json,
  };
}

function modelOf({ rate, concurrency = DEFAULT_CONCURRENCY, ramp: rampSeconds }: Given): LoadModel {
  return rate === undefined ? { kind: 'closed', concurrency, rampSeconds } : { kind: 'open', rate, rampSeconds };
}

function mixOf({ mismatch, withinTolerance, duplicate, bad }: Given): Mix {
  if (mismatch + withinTolerance > 1) {
    throw new WrongUsageError('--mismatch and --within-tolerance are shares of the pairs: together at most 1.');
  }
  if (duplicate > 0.45 || duplicate + bad > 0.95) {
    throw new WrongUsageError(
      '--duplicate is at most 0.45, and together with --bad at most 0.95: both need confirmations beside them.',
    );
  }
  return { mismatch, withinTolerance, duplicate, bad };
}
