export * from './catalogue.ts';
export * from './metrics/index.ts';
export * from './monitored-environment.ts';
