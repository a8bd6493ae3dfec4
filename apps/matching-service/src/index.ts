import path from 'node:path';

/** The built service: `node SERVICE_BUNDLE` runs it. Beside it lies the process that opens documents. */
export const SERVICE_BUNDLE = path.resolve(import.meta.dirname, '../dist/main.mjs');
/** Under which keys the trades table points to a trade: for whoever takes trades out of it again. */
export { documentKey, indexedTrade, indexKeys } from './store/trade-identity.ts';
