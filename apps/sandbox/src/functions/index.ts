export { FunctionInitError } from './execution-environment.ts';
export { type RunningFunctions, startFunctions } from './start-functions.ts';
