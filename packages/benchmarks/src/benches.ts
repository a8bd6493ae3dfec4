/** A bench, where it stands in the workspace that it measures. */
export interface BenchEntry {
  readonly name: string;
  /** From the repository's root. */
  readonly script: string;
  readonly what: string;
  /** `targets` are design's; `growth` shows how costs grow, and takes minutes. */
  readonly set: 'targets' | 'growth';
  /** Runs with `--quick`, in a check of every change. */
  readonly quick: boolean;
}

export const BENCHES: readonly BenchEntry[] = [
  targets('calls', 'apps/resilience/bench/calls.ts', 'AWS and HTTP calls for a good document, counted in the sandbox'),
  targets('import', 'apps/processor/bench/import.ts', 'size of the bundle, import of the handler'),
  targets('extraction', 'packages/confirmations/bench/extraction.ts', 'reading a confirmation against bare text'),
  targets('printing', 'packages/confirmation-samples/bench/printing.ts', 'making confirmations for the load tester'),
  targets('comparisons', 'packages/matching/bench/comparisons.ts', 'comparing two trades'),
  targets('uploads', 'apps/load-tester/bench/uploads.ts', "the load tester's uploader against the plainest loop"),
  targets('pairing', 'apps/matching-service/bench/pairing.ts', 'pairing one trade against few and many stored trades'),
  targets('start', 'apps/sandbox/bench/start.ts', 'npm start to the first matched pair'),
  targets('cases', 'apps/resilience/bench/cases.ts', '50,000 open cases: lists, the sweep, a dry run of profiles'),
  targets('desk', 'apps/resilience/bench/desk.ts', "the desk's API over 50,000 open cases, against an empty queue"),
  targets('throughput', 'apps/resilience/bench/throughput.ts', 'documents a second through the sandbox'),
  targets('processor', 'apps/resilience/bench/processor.ts', 'documents a second through the processor alone'),
  { ...targets('scans', 'apps/resilience/bench/scans.ts', 'p95 of text with ten scans a minute beside'), quick: false },
  { ...targets('verify', 'packages/confirmations/bench/verify.ts', 'reading with a look at the page'), quick: false },
  { ...targets('turbo', 'packages/benchmarks/bench/turbo.ts', 'build and test, cached'), quick: false },
  growth('concurrency', 'apps/resilience/bench/concurrency.ts', 'documents a second and p95 at 1, 4, 16, 64 at a time'),
  growth('pages', 'packages/confirmations/bench/pages.ts', 'reading a confirmation by its pages'),
  growth('stored', 'apps/matching-service/bench/stored.ts', 'pairing by stored trades'),
  growth('memory', 'apps/resilience/bench/memory.ts', 'memory of the service over 20,000 documents'),
  growth('model', 'apps/resilience/bench/capacity-model.ts', 'the capacity model against the sandbox'),
];

function targets(name: string, script: string, what: string): BenchEntry {
  return { name, script, what, set: 'targets', quick: true };
}

function growth(name: string, script: string, what: string): BenchEntry {
  return { name, script, what, set: 'growth', quick: false };
}
