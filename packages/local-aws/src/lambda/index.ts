export { FunctionInitError } from './execution-environment.ts';
export type { Invocation } from './function-runner.ts';
export { type RunningFunctions, startFunctions } from './start-functions.ts';
