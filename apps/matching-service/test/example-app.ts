import { type AppOptions, createApp } from '../src/app.ts';
import { aRequest, paired, processed, readAgain, someWords } from './example-request.ts';

/** The one that {@link exampleApp} accepts. */
export const token = 'a token of enough length';

/** The service's routes over work that always ends well, but for what a test gives it. */
export const exampleApp = (options: Partial<AppOptions> = {}) =>
  createApp({
    accept: async (authorization) => authorization === `Bearer ${token}`,
    documentsBucket: aRequest.s3_bucket,
    process: async () => processed,
    pairAnew: async () => paired,
    readAnew: async () => readAgain,
    pageWords: async () => someWords,
    ready: async () => undefined,
    log: () => {},
    emit: () => {},
    ...options,
  });
