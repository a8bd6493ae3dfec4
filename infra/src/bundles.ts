import { createRequire } from 'node:module';
import path from 'node:path';

const { resolve } = createRequire(import.meta.url);

/** The folder of a built function, zipped as it is. */
export const documentsBundle = () => path.dirname(resolve('@trade-matching/processor/documents'));
export const sweepBundle = () => path.dirname(resolve('@trade-matching/processor/sweep'));
export const failuresBundle = () => path.dirname(resolve('@trade-matching/processor/failures'));

/** What AWS calls in each bundle: the file's name and its export. */
export const HANDLER = 'index.handler';
