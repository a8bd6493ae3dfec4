export {
  documentKey,
  type IndexedTrade,
  indexedTrade,
  indexKeys,
  matchIdentity,
  tradeIdentity,
} from './trade-identity.ts';
export { documentClient, type StoredDocument, TradeStore } from './trade-store.ts';
export type { Written } from './trades-table.ts';
