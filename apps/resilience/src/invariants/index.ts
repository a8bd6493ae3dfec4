export { checkCases } from './case-invariants.ts';
export { checkInvariants, type Violation } from './check-invariants.ts';
export { checkHistories } from './history-invariants.ts';
export { listedLate } from './listed-late.ts';
export { type Observation, observe } from './observe.ts';
export { checkPairDecisions, partedTrades } from './pair-decisions.ts';
