export * from './dimensions.ts';
export * from './emit.ts';
export * from './metric.ts';
export * from './processor-metrics.ts';
export * from './service-metrics.ts';
