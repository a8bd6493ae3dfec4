import {
  DAY_COUNTS,
  FIELD_KINDS,
  FREQUENCIES,
  type Product,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import fc from 'fast-check';
import type { Tolerance } from '../src/profile.ts';

/** The critical fields that each product has, for the property tests. A trade of a product states all of them. */
export const CRITICAL_FIELDS: { readonly [P in Product]: readonly TradeField[] } = {
  INTEREST_RATE_SWAP: [
    ...['trade_date', 'effective_date', 'termination_date', 'currency', 'notional'],
    ...['fixed_rate_payer', 'fixed_rate', 'fixed_day_count', 'fixed_payment_frequency', 'fixed_final_payment_date'],
    ...['floating_rate_payer', 'floating_rate_index', 'designated_maturity', 'spread_bps', 'floating_day_count'],
    ...['floating_payment_frequency', 'floating_final_payment_date'],
  ] as TradeField[],
  FX_FORWARD: [
    ...['trade_date', 'currency', 'notional', 'currency_2', 'notional_2', 'currency_buyer', 'fx_rate'],
    ...['settlement_date'],
  ] as TradeField[],
  NON_DELIVERABLE_FORWARD: [
    ...['trade_date', 'currency', 'notional', 'currency_2', 'notional_2', 'reference_currency_seller'],
    ...['reference_currency_buyer', 'fx_rate', 'settlement_date', 'fixing_date', 'settlement_rate_option'],
  ] as TradeField[],
  FX_OPTION: [
    ...['trade_date', 'seller', 'buyer', 'option_style', 'option_type', 'call_currency', 'call_amount'],
    ...['put_currency', 'put_amount', 'strike_price', 'expiry_date', 'settlement_date', 'premium_currency'],
    ...['premium_amount', 'premium_date'],
  ] as TradeField[],
  CREDIT_DEFAULT_SWAP: [
    ...['trade_date', 'effective_date', 'termination_date', 'seller', 'buyer', 'reference_entity'],
    ...['reference_obligation', 'currency', 'notional', 'fixed_rate', 'fixed_day_count', 'fixed_payment_frequency'],
  ] as TradeField[],
  EQUITY_SWAP: [
    ...['trade_date', 'effective_date', 'termination_date', 'currency', 'notional', 'underlier', 'initial_price'],
    ...['equity_amount_payer', 'return_type', 'floating_rate_payer', 'floating_rate_index', 'designated_maturity'],
    ...['spread_bps', 'floating_day_count'],
  ] as TradeField[],
  COMMODITY_SWAP: [
    ...['trade_date', 'effective_date', 'termination_date', 'currency', 'commodity', 'quantity'],
    ...['quantity_per_period', 'fixed_price_payer', 'fixed_price', 'floating_price_payer'],
    ...['commodity_reference_price'],
  ] as TradeField[],
};

const date = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const WORDS = ['Aster', 'Borealis', 'Cobalt', 'Dunmore', 'Écluse', 'Ferrum', '東京', 'Ιθάκη', '500', '7.5%', 'Nordée'];
const text = fc
  .tuple(fc.constantFrom(...WORDS), fc.constantFrom(...WORDS), fc.stringMatching(/^[A-Z]{4,8}$/))
  .map((words) => words.join(' '));

/** Decimal text of a whole number of 10^-places, as documents print it or longer. */
function decimalText(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return `${units < 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
}

/** 10^-8 of a unit: fine enough to stand just beyond any tolerance. */
const PLACES = 8;
const ONE = 10n ** BigInt(PLACES);

function unitsOf(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return decimal.startsWith('-') ? -units : units;
}

const CODES: { readonly [kind: string]: readonly string[] } = {
  currency: ['USD', 'EUR', 'JPY', 'GBP', 'INR', 'BRL', 'AED'],
  party: ['BANK', 'COUNTERPARTY'],
  frequency: FREQUENCIES,
  'day-count': DAY_COUNTS,
  tenor: ['1M', '3M', '6M', '1Y', '12M', '10Y'],
  enum: ['CALL', 'PUT', 'EUROPEAN', 'AMERICAN', 'TOTAL', 'PRICE'],
};

function anyValueOf(field: TradeField): fc.Arbitrary<string> {
  const kind = FIELD_KINDS[field];
  const codes = CODES[kind];
  if (codes) return fc.constantFrom(...codes);
  switch (kind) {
    case 'date':
      return date;
    case 'amount':
    case 'quantity':
      return fc.bigInt({ min: 1n, max: 10n ** 13n }).map((cents) => decimalText(cents, 2));
    case 'decimal':
      return fc.bigInt({ min: 1n, max: 10n ** 9n }).map((units) => decimalText(units, 5));
    case 'percent':
      return fc.bigInt({ min: -200_000n, max: 2_000_000n }).map((units) => decimalText(units, 5));
    case 'basis-points':
      return fc.bigInt({ min: -5000n, max: 5000n }).map((units) => decimalText(units, 1));
    case 'reference':
      return fc.stringMatching(/^[A-Z]{2}[A-Z0-9]{9}[0-9]$/);
    default:
      return text;
  }
}

/** A bank's trade with every critical field of its product, its parties and both references. */
export const randomTrade: fc.Arbitrary<Trade> = fc.oneof(
  ...(Object.keys(CRITICAL_FIELDS) as Product[]).map(
    (product) =>
      fc.record({
        product: fc.constant(product),
        source_type: fc.constant('BANK' as const),
        trade_id: fc.constant('OURS-1'),
        other_reference: fc.constant('THEIRS-1'),
        bank_name: fc.constant('Harbour Bank plc'),
        bank_lei: fc.constant('213800AAAAAAAAAAAA01'),
        counterparty_name: fc.constant('Northgate LLC'),
        counterparty_lei: fc.constant('549300BBBBBBBBBBBB02'),
        ...Object.fromEntries(CRITICAL_FIELDS[product].map((field) => [field, anyValueOf(field)])),
      }) as fc.Arbitrary<Trade>,
  ),
);

/** Another value of a field, further from the given one than its tolerance allows, often only just. */
export function beyondTolerance(field: TradeField, value: string, tolerance: Tolerance): fc.Arbitrary<string> {
  const codes = CODES[FIELD_KINDS[field]];
  if (codes) return fc.constantFrom(...codes.filter((code) => code !== value));
  const sign = fc.constantFrom(1n, -1n);
  switch (FIELD_KINDS[field]) {
    case 'date': {
      const least = tolerance.kind === 'days' ? tolerance.days + 1 : 1;
      const days = fc.oneof(fc.constant(least), fc.integer({ min: least, max: 4000 }));
      return fc.tuple(days, sign).map(([n, s]) => shiftDays(value, n * Number(s)));
    }
    case 'amount':
    case 'quantity':
    case 'decimal':
    case 'percent':
    case 'basis-points': {
      const units = unitsOf(value);
      const least = allowedUnits(units, tolerance) + 1n;
      const far = fc.bigInt({ min: least, max: least * 1000n + ONE });
      const shifted = fc.tuple(fc.oneof(fc.constant(least), far), sign).map(([n, s]) => units + n * s);
      const others = [-units, units * 10n, units / 10n].filter((other) => abs(other - units) >= least);
      return fc
        .oneof(shifted, ...(others.length > 0 ? [fc.constantFrom(...others)] : []))
        .map((n) => decimalText(n, 8));
    }
    case 'reference':
      return anyValueOf(field).filter((other) => other !== value);
    default:
      // Words that no spelling makes of one another.
      return fc.constantFrom(`${value} 2`, `Zx${value}`, 'Quixotic Wyvern', value.slice(1), '-').filter((v) => {
        const isLeftOut = tolerance.kind === 'name-variant' && v !== 'Quixotic Wyvern' && v !== '-';
        return v.trim() !== '' && !isLeftOut;
      });
  }
}

/** The same value as another document would print it. */
export function reprinted(field: TradeField, value: string): string {
  switch (FIELD_KINDS[field]) {
    case 'amount':
    case 'quantity':
    case 'decimal':
    case 'percent':
    case 'basis-points':
      return decimalText(unitsOf(value), PLACES);
    case 'party-name':
    case 'text':
    case 'index':
      return value.toUpperCase().replaceAll(' ', ' - ');
    default:
      return value;
  }
}

// Rounded up, so that one unit more is beyond it. The percentage is of the value given: the engine's is of the smaller.
function allowedUnits(units: bigint, tolerance: Tolerance): bigint {
  switch (tolerance.kind) {
    case 'percent':
      return (abs(units) * unitsOf(tolerance.percent) + 100n * ONE - 1n) / (100n * ONE);
    case 'basis-points':
      return unitsOf(tolerance.basisPoints) / 100n;
    case 'absolute':
      return unitsOf(tolerance.units);
    default:
      return 0n;
  }
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}

function shiftDays(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
