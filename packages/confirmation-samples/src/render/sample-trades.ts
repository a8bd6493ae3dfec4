import type { Trade } from '@trade-matching/domain';

/** Both sides of one trade. */
export interface TradePair {
  readonly bank: Trade;
  readonly counterparty: Trade;
}

const BANK_NAME = 'Harbour & Vale Bank plc';
const COUNTERPARTIES = [
  'Northgate Securities International',
  'Alder Ridge Trust Company, N.A.',
  'Banque Marchande du Rhône S.A.',
  'Brightwater Capital LLC',
];
const SWAPS = [
  {
    currency: 'USD',
    floating_rate_index: 'USD-SOFR-OIS Compound',
    floating_day_count: 'ACT/360',
    fixed_day_count: '30/360',
  },
  {
    currency: 'GBP',
    floating_rate_index: 'GBP-SONIA-OIS Compound',
    floating_day_count: 'ACT/365F',
    fixed_day_count: 'ACT/365F',
  },
  {
    currency: 'EUR',
    floating_rate_index: 'EUR-EuroSTR-OIS Compound',
    floating_day_count: 'ACT/360',
    fixed_day_count: '30E/360',
  },
] as const;
const FORWARDS = [
  { currency: 'USD', currency_2: 'JPY', rate: 14975 },
  { currency: 'EUR', currency_2: 'USD', rate: 109 },
  { currency: 'GBP', currency_2: 'USD', rate: 127 },
] as const;

/** The pair with this number: the same number always gives the same pair, different numbers different references. */
export function samplePair(number: number): TradePair {
  const bank = number % 2 === 0 ? swap(number) : forward(number);
  const { trade_id = '', other_reference = '' } = bank;
  const counterparty: Trade = {
    ...bank,
    source_type: 'COUNTERPARTY',
    trade_id: other_reference,
    other_reference: trade_id,
  };
  return { bank, counterparty };
}

/** The same pair under other references: what is printed of it never pairs with another print of the same number. */
export function withReferences({ bank, counterparty }: TradePair, ours: string, theirs: string): TradePair {
  return {
    bank: { ...bank, trade_id: ours, other_reference: theirs },
    counterparty: { ...counterparty, trade_id: theirs, other_reference: ours },
  };
}

/** The terms of a summary confirmation. */
const IN_A_SUMMARY: readonly (keyof Trade)[] = [
  ...(['product', 'source_type', 'trade_id', 'other_reference', 'bank_name', 'counterparty_name'] as const),
  ...(['trade_date', 'effective_date', 'termination_date', 'currency', 'notional'] as const),
];

/** The same pair as desks confirm it that send summaries: what the product needs besides is not stated. */
export function summarised({ bank, counterparty }: TradePair): TradePair {
  const summary = (trade: Trade) =>
    Object.fromEntries(IN_A_SUMMARY.map((field) => [field, trade[field]])) as unknown as Trade;
  return { bank: summary(bank), counterparty: summary(counterparty) };
}

/** The same pair with the counterparty's trade date one day later: within tolerance. */
export function withinTolerance({ bank, counterparty }: TradePair): TradePair {
  return { bank, counterparty: { ...counterparty, trade_date: addDays(bank.trade_date ?? '', 1) } };
}

/** The same pair with the counterparty's rate changed: a mismatch on a critical term. */
export function mismatched({ bank, counterparty }: TradePair): TradePair {
  if (counterparty.product === 'INTEREST_RATE_SWAP') {
    return {
      bank,
      counterparty: { ...counterparty, fixed_rate: percent(Math.round(Number(counterparty.fixed_rate) * 100) + 27) },
    };
  }
  return { bank, counterparty: { ...counterparty, settlement_date: addDays(counterparty.settlement_date ?? '', 3) } };
}

function common(number: number) {
  const counterpartyIndex = mix(number, 1) % COUNTERPARTIES.length;
  return {
    source_type: 'BANK',
    trade_id: `HVB-${String(number).padStart(7, '0')}`,
    other_reference: `CP${counterpartyIndex}-${String(number * 7 + 13).padStart(8, '0')}`,
    bank_name: BANK_NAME,
    counterparty_name: COUNTERPARTIES[counterpartyIndex] ?? '',
    bank_lei: lei('2138HVBK'),
    counterparty_lei: lei(`5299CPTY${counterpartyIndex}`),
  } as const;
}

function swap(number: number): Trade {
  const terms = SWAPS[mix(number, 2) % SWAPS.length] ?? SWAPS[0];
  const tradeDate = addDays('2026-01-05', mix(number, 3) % 300);
  const effective = addDays(tradeDate, 2);
  return {
    product: 'INTEREST_RATE_SWAP',
    ...common(number),
    ...terms,
    notional: `${((mix(number, 4) % 200) + 1) * 500_000}.00`,
    trade_date: tradeDate,
    effective_date: effective,
    termination_date: `${Number(effective.slice(0, 4)) + (mix(number, 5) % 29) + 1}${effective.slice(4).replace('-02-29', '-02-28')}`,
    fixed_rate_payer: mix(number, 6) % 2 === 0 ? 'BANK' : 'COUNTERPARTY',
    floating_rate_payer: mix(number, 6) % 2 === 0 ? 'COUNTERPARTY' : 'BANK',
    fixed_payment_frequency: 'SEMI_ANNUAL',
    fixed_rate: percent((mix(number, 7) % 500) + 50),
    floating_payment_frequency: 'QUARTERLY',
    spread_bps: String((mix(number, 8) % 9) * 5),
    business_day_convention: 'MODIFIED_FOLLOWING',
  };
}

function forward(number: number): Trade {
  const { currency, currency_2, rate } = FORWARDS[mix(number, 2) % FORWARDS.length] ?? FORWARDS[0];
  const tradeDate = addDays('2026-01-05', mix(number, 3) % 300);
  const notional = ((mix(number, 4) % 300) + 1) * 100_000;
  return {
    product: 'FX_FORWARD',
    ...common(number),
    trade_date: tradeDate,
    currency,
    notional: `${notional}.00`,
    currency_2,
    notional_2: `${(notional / 100) * rate}.00`,
    currency_buyer: mix(number, 6) % 2 === 0 ? 'BANK' : 'COUNTERPARTY',
    fx_rate: (rate / 100).toFixed(4),
    settlement_date: addDays(tradeDate, 30 + (mix(number, 5) % 300)),
  };
}

function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function percent(basisPoints: number): string {
  return String(basisPoints / 100);
}

/** A number that looks random and is always the same: xorshift of the pair's number and the field's. */
function mix(number: number, salt: number): number {
  let x = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x ^= x >>> 15;
  x = Math.imul(x, 0x2c1b3c6d);
  x ^= x >>> 12;
  return x >>> 0;
}

/** A legal entity identifier with valid check digits (ISO 17442, mod 97). */
function lei(prefix: string): string {
  const body = prefix.padEnd(18, '0');
  const digits = [...`${body}00`].map((c) => Number.parseInt(c, 36)).join('');
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return body + String(98 - remainder).padStart(2, '0');
}
