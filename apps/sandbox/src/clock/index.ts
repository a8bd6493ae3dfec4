export * from './clock.ts';
export { goBySimulatedClock } from './process-time.ts';
