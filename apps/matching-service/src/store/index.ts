export { matchTrade } from '../match-trade.ts';
export { type MatchRecord, type TradeRecord, tradeIdentity } from './trade-record.ts';
export { TradeStore } from './trade-store.ts';
