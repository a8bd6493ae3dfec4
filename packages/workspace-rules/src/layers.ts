/**
 * The layout's order: a workspace may depend on those of the rows above its own, and on those beside it where a row says
 * so. Tests and benches may also use what only they need, from {@link FOR_TESTS}.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ['packages/domain', 'packages/policies', 'packages/benchmarks', 'packages/command-line', 'packages/workspace-rules'],
  [
    'packages/confirmations',
    'packages/confirmation-samples',
    'packages/matching',
    'packages/dashboards',
    'packages/aws-runtime',
    'packages/capacity-model',
    'packages/local-aws',
  ],
  ['packages/ledger', 'packages/trade-store', 'packages/cases', 'packages/account'],
  ['apps/processor', 'apps/matching-service', 'apps/desk', 'apps/cli'],
  ['infra'],
  ['apps/sandbox', 'apps/sizing', 'apps/doctor'],
  ['apps/resilience', 'apps/load-tester'],
];

/** Of a package's tests and benches: made documents, the embedded AWS, and what measures. */
export const FOR_TESTS: readonly string[] = [
  'packages/benchmarks',
  'packages/command-line',
  'packages/confirmation-samples',
  'packages/local-aws',
  'packages/policies',
];

/** The one face of an app that other apps import: it starts the whole system. */
export const SYSTEM_FACE = '@trade-matching/sandbox/system';
export const STARTS_THE_SYSTEM: readonly string[] = ['apps/resilience', 'apps/load-tester'];

/** A file that is longer than this says why in its first comment. */
export const MAX_LINES = 350;
