export { checkInvariants, type Violation } from './check-invariants.ts';
export { type Observation, observe } from './observe.ts';
