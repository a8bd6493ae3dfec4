import path from 'node:path';

/** The built service: `node SERVICE_BUNDLE` runs it. Beside it lies the process that opens documents. */
export const SERVICE_BUNDLE = path.resolve(import.meta.dirname, '../dist/main.mjs');
