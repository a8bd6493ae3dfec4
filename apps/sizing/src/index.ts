export { COUNTED, type CountedDocument, LOG_BYTES } from './document-calls.ts';
export type { DocumentTime } from './document-time.ts';
export { poissonArrivals } from './scale/random.ts';
export { type Outcome, outcomeOf, predicted, type SandboxRun } from './scale/sandbox-check.ts';
export { type Capacity, type Simulated, simulate } from './scale/simulate.ts';
