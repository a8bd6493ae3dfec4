/** An environment found by its names, as every program of operators finds it. */
export { type Account, type ClientConfiguration, connect } from './connect.ts';
export { recordsOfDay } from './ledger-records.ts';
export { queryTable } from './query-table.ts';
export { queueDepth } from './queue-depth.ts';
export { type RunningSandbox, runningSandbox } from './sandbox-file.ts';
