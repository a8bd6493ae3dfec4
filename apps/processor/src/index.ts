import path from 'node:path';

/** The built documents function, a folder that is zipped as it is. */
export const DOCUMENTS_BUNDLE = path.resolve(import.meta.dirname, '../dist/documents');

/** What AWS calls in it: the file's name and its export. */
export const DOCUMENTS_HANDLER = 'index.handler';
