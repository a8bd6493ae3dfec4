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
export { documentClient, type StoredDocument, TradeStore } from './trade-store.ts';
export type { TransactItem, Written } from './trades-table.ts';
