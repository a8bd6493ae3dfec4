import { createHash } from 'node:crypto';
import { samplePair } from '@trade-matching/confirmation-samples';
import type { Source, Trade, TradeRecord } from '@trade-matching/domain';
import { tradeIdentity } from '@trade-matching/trade-store';

const COUNTERPARTIES = 1_000;
/** Thousandths by which forwards of one currency pair differ, as rates do from hour to hour. */
const RATES = 997;
const AT = '2026-11-23T10:00:00.000Z';

/** Both sides of a trade of a dealer's book: a thousand counterparties, economics that hardly ever repeat. */
export function bookRecords(number: number): Readonly<Record<Source, TradeRecord>> {
  const { bank, counterparty } = samplePair(number);
  const own = {
    counterparty_lei: `5299CPTY${String(number % COUNTERPARTIES).padStart(12, '0')}`,
    ...(bank.fx_rate === undefined ? {} : { fx_rate: (Number(bank.fx_rate) + (number % RATES) / 1000).toFixed(4) }),
  };
  return { BANK: recordOf({ ...bank, ...own }, number), COUNTERPARTY: recordOf({ ...counterparty, ...own }, number) };
}

/** Both sides of a trade whose economics are those of every other of these: only its references tell it apart. */
export function crowdedRecords(number: number, crowd: number): Readonly<Record<Source, TradeRecord>> {
  const { BANK, COUNTERPARTY } = bookRecords(crowd);
  const references = { bank: `BANK-${crowd}-${number}`, counterparty: `CPTY-${crowd}-${number}` };
  return {
    BANK: recordOf({ ...BANK.trade, trade_id: references.bank, other_reference: references.counterparty }, number),
    COUNTERPARTY: recordOf(
      { ...COUNTERPARTY.trade, trade_id: references.counterparty, other_reference: references.bank },
      number,
    ),
  };
}

/** As the service stores it, without the places in the document where each value stands. */
function recordOf(trade: Trade, number: number): TradeRecord {
  const document_hash = createHash('sha256').update(`${trade.source_type} ${trade.trade_id} ${number}`).digest('hex');
  return {
    trade_key: tradeIdentity(trade, document_hash),
    version: 1,
    revision: 1,
    document_kind: 'NEW',
    source: trade.source_type,
    trade,
    flags: [],
    inferred: {},
    evidence: {},
    other_terms: [],
    accounting: { lines: 0, accounted: 0 },
    document_hash,
    s3_key: `${trade.source_type}/2026/11/23/${number}.pdf`,
    event_time: AT,
    updated_at: AT,
    match_status: 'UNMATCHED',
  };
}
