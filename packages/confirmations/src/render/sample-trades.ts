import { otherSide, type Source, type Trade } from '@trade-matching/domain';
import { Big } from 'big.js';
import { SAMPLE_BANK, SAMPLE_COUNTERPARTIES, type SampleParty } from './sample-parties.ts';
import { plusDays, plusMonths, toWorkingDay } from './schedule.ts';

/** One trade as each side confirms it. */
export interface TradePair {
  readonly bank: Trade;
  readonly counterparty: Trade;
}

/**
 * Makes pairs without end, an interest rate swap and an FX forward in turn. The same seed gives the same pairs; the
 * references of one run are all different, and the seed is in them, so that two runs do not meet.
 */
export function* sampleTrades(seed: number): Generator<TradePair, never> {
  const random = randomFrom(seed);
  for (let number = 1; ; number++) {
    const other = pick(random, SAMPLE_COUNTERPARTIES);
    const common = { seed: Math.abs(Math.trunc(seed)), number, other, random };
    yield number % 2 === 1 ? swapPair(common) : forwardPair(common);
  }
}

/** The same pair, whose counterparty says that it was traded a day later: a difference within tolerance. */
export function withTradeDateADayApart({ bank, counterparty }: TradePair): TradePair {
  const { trade_date } = counterparty;
  if (trade_date === undefined) throw new RangeError('A pair without a trade date cannot have it a day apart.');
  return { bank, counterparty: { ...counterparty, trade_date: plusDays(trade_date, 1) } };
}

/** The same pair, whose counterparty confirms another price: the fixed rate by 25 basis points, the FX rate by 2 %. */
export function withAnotherPrice({ bank, counterparty }: TradePair): TradePair {
  const { fixed_rate, fx_rate, notional } = counterparty;
  if (fixed_rate !== undefined) {
    return { bank, counterparty: { ...counterparty, fixed_rate: new Big(fixed_rate).plus('0.25').toFixed() } };
  }
  if (fx_rate === undefined || notional === undefined) {
    throw new RangeError('A pair without a fixed rate or an FX rate cannot have another price.');
  }
  const rate = new Big(fx_rate).times('1.02').round(decimalsOf(fx_rate)).toFixed(decimalsOf(fx_rate));
  return {
    bank,
    counterparty: { ...counterparty, fx_rate: rate, notional_2: new Big(notional).times(rate).toFixed(2) },
  };
}

interface Deal {
  readonly seed: number;
  readonly number: number;
  readonly other: SampleParty;
  readonly random: () => number;
}

const RATES_MARKETS = [
  {
    currency: 'USD',
    index: 'USD-SOFR-OIS Compound',
    fixed: '30/360',
    floating: 'ACT/360',
    centres: 'New York, London',
  },
  { currency: 'GBP', index: 'GBP-SONIA-OIS Compound', fixed: 'ACT/365F', floating: 'ACT/365F', centres: 'London' },
  { currency: 'EUR', index: 'EUR-ESTR-OIS Compound', fixed: '30E/360', floating: 'ACT/360', centres: 'TARGET' },
] as const;

function swapPair(deal: Deal): TradePair {
  const { random } = deal;
  const market = pick(random, RATES_MARKETS);
  const payer: Source = random() < 0.5 ? 'BANK' : 'COUNTERPARTY';
  const trade_date = tradeDate(random);
  const effective_date = toWorkingDay(plusDays(trade_date, 2));
  return pairOf(deal, 'IRS', {
    product: 'INTEREST_RATE_SWAP',
    confirmation_date: trade_date,
    trade_date,
    effective_date,
    termination_date: toWorkingDay(plusMonths(effective_date, 12 * pick(random, [2, 3, 5, 7, 10]))),
    currency: market.currency,
    notional: `${pick(random, [5, 10, 12.5, 25, 40, 50, 75, 100]) * 1_000_000}.00`,
    fixed_rate_payer: payer,
    fixed_rate: new Big(2 + Math.floor(random() * 240) / 80).toFixed(),
    fixed_day_count: market.fixed,
    fixed_payment_frequency: 'SEMI_ANNUAL',
    floating_rate_payer: otherSide(payer),
    floating_rate_index: market.index,
    spread_bps: String(pick(random, [-12.5, 5, 10, 25, 37.5])),
    floating_day_count: market.floating,
    floating_payment_frequency: 'QUARTERLY',
    business_day_convention: 'MODIFIED_FOLLOWING',
    business_centers: market.centres,
    calculation_agent: 'BANK',
  });
}

const FX_MARKETS = [
  { currency: 'EUR', currency_2: 'USD', low: 1.05, high: 1.2, decimals: 4 },
  { currency: 'GBP', currency_2: 'USD', low: 1.22, high: 1.36, decimals: 4 },
  { currency: 'USD', currency_2: 'JPY', low: 140, high: 158, decimals: 2 },
  { currency: 'USD', currency_2: 'CHF', low: 0.82, high: 0.93, decimals: 4 },
] as const;

function forwardPair(deal: Deal): TradePair {
  const { random } = deal;
  const { currency, currency_2, low, high, decimals } = pick(random, FX_MARKETS);
  const fx_rate = (low + random() * (high - low)).toFixed(decimals);
  const notional = `${(1 + Math.floor(random() * 50)) * 500_000}.00`;
  const trade_date = tradeDate(random);
  return pairOf(deal, 'FXF', {
    product: 'FX_FORWARD',
    confirmation_date: trade_date,
    trade_date,
    currency,
    notional,
    currency_2,
    notional_2: new Big(notional).times(fx_rate).toFixed(2),
    currency_buyer: random() < 0.5 ? 'BANK' : 'COUNTERPARTY',
    fx_rate,
    settlement_date: toWorkingDay(plusMonths(trade_date, pick(random, [1, 2, 3, 6, 9, 12]))),
  });
}

function pairOf(deal: Deal, kind: string, terms: Omit<Trade, 'source_type'>): TradePair {
  const { other, number, seed } = deal;
  const serial = `${seed}-${String(number).padStart(6, '0')}`;
  const [bankReference, otherReference] = [`${SAMPLE_BANK.prefix}-${kind}-${serial}`, `${other.prefix}${serial}X`];
  const parties = {
    bank_name: SAMPLE_BANK.name,
    bank_lei: SAMPLE_BANK.lei,
    bank_bic: SAMPLE_BANK.bic,
    counterparty_name: other.name,
    counterparty_lei: other.lei,
    counterparty_bic: other.bic,
  };
  return {
    bank: {
      ...terms,
      ...parties,
      source_type: 'BANK',
      trade_id: bankReference,
      other_reference: otherReference,
    },
    counterparty: {
      ...terms,
      ...parties,
      source_type: 'COUNTERPARTY',
      trade_id: otherReference,
      other_reference: bankReference,
    },
  };
}

const tradeDate = (random: () => number) => toWorkingDay(plusDays('2024-01-02', Math.floor(random() * 700)));

const decimalsOf = (value: string) => value.split('.')[1]?.length ?? 0;

function pick<T>(random: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new RangeError('There is nothing to pick from.');
  return chosen;
}

/** Mulberry32: small, fast and the same on every machine; nothing here needs a better one. */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
