export type { Claim, ClaimedDocument, ClaimResult } from './claim.ts';
export { LeaseLostError, Ledger, type Settlement } from './ledger.ts';
