import path from 'node:path';

/** The built failures function. */
export const FAILURES_BUNDLE = path.resolve(import.meta.dirname, '../dist/failures');

/** The built documents function, a folder that is zipped as it is. */
export const DOCUMENTS_BUNDLE = path.resolve(import.meta.dirname, '../dist/documents');

/** What AWS calls in each: the file's name and its export. */
export const HANDLER = 'index.handler';
