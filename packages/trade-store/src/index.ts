export type { PairDecision } from './pair-decisions.ts';
export {
  aloneStatus,
  documentKey,
  type IndexedTrade,
  indexedTrade,
  indexKeys,
  matchIdentity,
  similarIdentity,
  tradeIdentity,
} from './trade-identity.ts';
export { type StoredDocument, TradeStore } from './trade-store.ts';
export { documentClient, type TransactItem, type Written } from './trades-table.ts';
