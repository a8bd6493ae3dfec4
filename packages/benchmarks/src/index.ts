export { type Bench, type BenchOptions, bench } from './bench.ts';
export { isMet, type Measurement, type Quantity, ratioOf, type Target } from './measurement.ts';
export { processorMilliseconds } from './processor-time.ts';
export { inTurns, median, percentile, slope } from './statistics.ts';
