export { matchTrade } from '../matching/match-trade.ts';
export { tradeIdentity } from './trade-identity.ts';
export { TradeStore } from './trade-store.ts';
