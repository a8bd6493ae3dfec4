export { type Clock, type ClockAnchor, realClock, type SimulatedClock, simulatedClock } from './clock.ts';
export { goBySimulatedClock } from './process-time.ts';
