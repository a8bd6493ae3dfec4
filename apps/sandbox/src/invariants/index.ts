export { checkInvariants, type Violation } from './check-invariants.ts';
export { allQueues, countMessages, type Observation, observe, scanTable } from './observe.ts';
