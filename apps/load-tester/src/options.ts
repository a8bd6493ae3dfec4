import { readArguments, WrongUsageError } from '@trade-matching/command-line';
import type { PrintOptions } from '@trade-matching/confirmation-samples';
import { INSPECTION_LIMITS } from '@trade-matching/confirmations';
import { ENVIRONMENTS, type EnvironmentName } from '@trade-matching/domain';
import type { Mix } from './load/mix.ts';
import { documentsWithin, type LoadModel } from './load/schedule.ts';
import { readBytes, readCount, readSeconds, readShare } from './option-values.ts';
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
  /** Seconds in which nothing happens, after which what is missing is given up. */
  readonly patienceSeconds: number;
  readonly reportFolder: string | undefined;
  readonly cleanUp: boolean;
  readonly json: boolean;
}

const OPTIONS = {
  env: { type: 'string', default: 'local' },
  'i-mean-production': { type: 'boolean', default: false },
  'confirm-account': { type: 'string' },
  documents: { type: 'string' },
  concurrency: { type: 'string' },
  rate: { type: 'string' },
  ramp: { type: 'string', default: '0' },
  duration: { type: 'string' },
  mismatch: { type: 'string', default: '0' },
  'within-tolerance': { type: 'string', default: '0' },
  duplicate: { type: 'string', default: '0' },
  bad: { type: 'string', default: '0' },
  pages: { type: 'string', default: '1' },
  size: { type: 'string', default: '0' },
  seed: { type: 'string' },
  'max-p95': { type: 'string' },
  'min-rate': { type: 'string' },
  'max-lost': { type: 'string', default: '0' },
  patience: { type: 'string', default: '7m' },
  report: { type: 'string' },
  'clean-up': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const DEFAULT_DOCUMENTS = 1000;
const DEFAULT_CONCURRENCY = 16;

/**
 * Reads the command line.
 *
 * @throws {WrongUsageError} naming the option, what it takes and what was given
 */
export function readOptions(args: readonly string[]): LoadOptions {
  const { values } = readArguments({ args: [...args], options: OPTIONS });
  const environment = ENVIRONMENTS.find((name) => name === values.env);
  if (!environment) throw new WrongUsageError(`--env is ${ENVIRONMENTS.join(', ')}, not "${values.env}".`);
  if (values.rate !== undefined && values.concurrency !== undefined) {
    throw new WrongUsageError(
      'Give --rate for a load that comes at its times, or --concurrency for so many at a time, not both.',
    );
  }
  const durationSeconds =
    values.duration === undefined ? Number.POSITIVE_INFINITY : readSeconds('duration', values.duration);
  const model = readModel(values);
  const documents = Math.min(
    readDocuments(values.documents, durationSeconds),
    model.kind === 'open' ? documentsWithin(durationSeconds, model) : Number.POSITIVE_INFINITY,
  );
  const pages = readCount('pages', values.pages, INSPECTION_LIMITS.maxPages);
  return {
    environment,
    meansProduction: values['i-mean-production'],
    confirmedAccount: values['confirm-account'],
    documents,
    model,
    durationSeconds,
    mix: readMix(values),
    print: { pages, bytes: readBytes('size', values.size, INSPECTION_LIMITS.maxFileBytes) },
    seed: values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : readCount('seed', values.seed, 1e9),
    limits: {
      maxLost: readCount('max-lost', values['max-lost'], 1e9),
      ...(values['max-p95'] === undefined ? {} : { maxP95Ms: readSeconds('max-p95', values['max-p95']) * 1000 }),
      ...(values['min-rate'] === undefined ? {} : { minRate: readRate('min-rate', values['min-rate']) }),
    },
    patienceSeconds: readSeconds('patience', values.patience),
    reportFolder: values.report,
    cleanUp: values['clean-up'],
    json: values.json,
  };
}

function readDocuments(given: string | undefined, durationSeconds: number): number {
  if (given !== undefined) return readCount('documents', given, 10_000_000);
  return Number.isFinite(durationSeconds) ? Number.POSITIVE_INFINITY : DEFAULT_DOCUMENTS;
}

interface ModelValues {
  readonly rate?: string | undefined;
  readonly concurrency?: string | undefined;
  readonly ramp: string;
}

function readModel({ rate, concurrency, ramp }: ModelValues): LoadModel {
  const rampSeconds = readSeconds('ramp', ramp);
  if (rate !== undefined) return { kind: 'open', rate: readRate('rate', rate), rampSeconds };
  const at = concurrency === undefined ? DEFAULT_CONCURRENCY : readCount('concurrency', concurrency, 1_000);
  if (at === 0) throw new WrongUsageError('--concurrency is at least 1.');
  return { kind: 'closed', concurrency: at, rampSeconds };
}

function readRate(option: string, text: string): number {
  const rate = Number(text);
  if (text === '' || !(rate > 0 && rate <= 100_000)) {
    throw new WrongUsageError(`--${option} is a number of documents a second, above 0, not "${text}".`);
  }
  return rate;
}

type MixValues = Readonly<Record<'mismatch' | 'within-tolerance' | 'duplicate' | 'bad', string>>;

function readMix(values: MixValues): Mix {
  const mix = {
    mismatch: readShare('mismatch', values.mismatch),
    withinTolerance: readShare('within-tolerance', values['within-tolerance']),
    duplicate: readShare('duplicate', values.duplicate),
    bad: readShare('bad', values.bad),
  };
  if (mix.mismatch + mix.withinTolerance > 1) {
    throw new WrongUsageError('--mismatch and --within-tolerance are shares of the pairs: together at most 1.');
  }
  if (mix.duplicate > 0.45 || mix.duplicate + mix.bad > 0.95) {
    throw new WrongUsageError(
      '--duplicate is at most 0.45, and together with --bad at most 0.95: both need confirmations beside them.',
    );
  }
  return mix;
}
