export { COUNTED, type CountedDocument, callNames, callsEach, LOG_BYTES, unitsEach } from './document-calls.ts';
export {
  CALL_MILLISECONDS,
  type DocumentTime,
  documentTime,
  invocationSeconds,
  millisecondsOf,
  READ_MILLISECONDS,
  unloadedSeconds,
  VARIATION,
} from './document-time.ts';
export { poissonArrivals } from './random.ts';
export { type Outcome, outcomeOf, predicted, type SandboxRun, sandboxRuns } from './sandbox-runs.ts';
export { type Capacity, type Simulated, simulate } from './simulate.ts';
