import {
  DAY_COUNTS,
  FIELD_KINDS,
  FREQUENCIES,
  type OtherTerm,
  PRODUCTS,
  type Product,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import fc from 'fast-check';
import { DEFAULT_PROFILE } from '../src/built-in-profiles.ts';
import type { Tolerance } from '../src/profile.ts';

/** Fields whose difference is a mismatch, and which are for review where one side alone states them. */
export const ECONOMIC_FIELDS: readonly TradeField[] = TRADE_FIELDS.filter((field) => {
  const { weight, one_sided } = DEFAULT_PROFILE.fields[field];
  return (weight === 'critical' || weight === 'economic') && one_sided === 'review';
});

const date = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const WORDS = ['Aster', 'Borealis', 'Cobalt', 'Dunmore', 'Écluse', 'Ferrum', '東京', 'Ιθάκη', '500', '7.5%', 'Nordée'];
const text = fc
  .tuple(fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 2 }), fc.stringMatching(/^[A-Z]{4,8}$/))
  .map(([words, last]) => [...words, last].join(' '));

/** Each step another figure than the one before. */
const schedule = fc
  .tuple(fc.uniqueArray(date, { minLength: 1, maxLength: 6 }), fc.bigInt({ min: 10n, max: 10n ** 11n }))
  .map(([dates, first]) => dates.sort().map((from, at) => [from, decimalText(first + BigInt(at) * 100n, 2)] as const));

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
  tenor: ['1M', '3M', '6M', '1Y', '2W', '10Y'],
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
    case 'schedule':
      return schedule.map((steps) => steps.map((step) => step.join(' ')).join('; '));
    default:
      return text;
  }
}

/** A bank's trade of this product with these fields and some others, its parties and both references. */
export function randomTrade(product: Product, fields: readonly TradeField[]): fc.Arbitrary<Trade> {
  const others = ECONOMIC_FIELDS.filter((field) => !fields.includes(field));
  const trades = fc.subarray([...others], { minLength: 5, maxLength: 15 }).chain(
    (more) =>
      fc.record({
        product: fc.constant(product),
        source_type: fc.constant('BANK' as const),
        trade_id: fc.constant('OURS-1'),
        other_reference: fc.constant('THEIRS-1'),
        bank_name: fc.constant('Harbour Bank plc'),
        bank_lei: fc.constant('213800AAAAAAAAAAAA01'),
        counterparty_name: fc.constant('Northgate LLC'),
        counterparty_lei: fc.constant('549300BBBBBBBBBBBB02'),
        ...Object.fromEntries([...fields, ...more].map((field) => [field, anyValueOf(field)])),
      }) as fc.Arbitrary<Trade>,
  );
  return trades.filter(
    ({ notional, notional_schedule, fixed_rate, fixed_rate_schedule }) =>
      !repeats(notional_schedule, notional) && !repeats(fixed_rate_schedule, fixed_rate),
  );
}

/** Whether the first step is the level that the schedule starts from: it says nothing then, wherever it stands. */
function repeats(steps: string | undefined, start: string | undefined): boolean {
  const first = steps?.split('; ')[0]?.split(' ')[1];
  return first !== undefined && start !== undefined && Number(first) === Number(start);
}

export const anyProduct: fc.Arbitrary<Product> = fc.constantFrom(...PRODUCTS);

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
    case 'schedule': {
      const steps = value.split('; ');
      const [from = '', figure = ''] = steps.at(-1)?.split(' ') ?? [];
      const other = fc.constantFrom(
        [...steps.slice(0, -1), `${from} ${decimalText(unitsOf(figure) + 1n, 8)}`],
        [...steps.slice(0, -1), `${shiftDays(from, 1)} ${figure}`],
        [...steps, `${shiftDays(from, 90)} 1.00`],
        ...(steps.length > 1 ? [steps.slice(0, -1)] : []),
      );
      return other.map((changed) => changed.join('; '));
    }
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
      return value.toUpperCase().replaceAll(' ', ' / ');
    case 'tenor':
      return value === '1Y' ? '12M' : value;
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

/** Labels of other terms, with two ways to print one value and another value of the same shape. */
const OTHER_TERMS: readonly (readonly [label: string, one: string, same: string, other: string])[] = [
  ['Early Termination', '17 September 2028', 'September 17th, 2028', '17 September 2029'],
  ['Break Clause', 'Mandatory, on 2028-09-17', 'mandatory: on 17-Sep-2028', 'Optional, on 2028-09-17'],
  ['Break Costs', 'USD 128,350.00', '128.350,00 USD', 'USD 182,350.00'],
  ['Trigger Level', '1.0150', '1.015', '1.0250'],
  ['Floor on the index', '1.50 per cent.', '1.5%', '1.05%'],
  ['Margin step', '50 basis points', '0.50 %', '5 basis points'],
  ['Cut-off', '10:00 a.m. New York time', '10:00 (New York time)', '3:00 p.m. New York time'],
  ['Averaging', 'five (5) Business Days', '5 business days', 'ten (10) Business Days'],
  ['Settlement lag', '2 New York Business Days', 'two New York Business Days', '2 London Business Days'],
  ['Rounding adjustment', '-0.25', '(0.25)', '0.25'],
];

export interface OtherTermCase {
  readonly printed: OtherTerm;
  /** The same term as the other side prints it. */
  readonly same: OtherTerm;
  readonly other: OtherTerm;
}

export const randomOtherTerms: fc.Arbitrary<readonly OtherTermCase[]> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...OTHER_TERMS), fc.boolean()), {
    minLength: 1,
    selector: ([[label]]) => label,
  })
  .map((cases) =>
    cases.map(([[label, one, same, other], isSwapped]) => {
      const term = (literal: string): OtherTerm => ({
        ...{ label, key: label.toLowerCase().replaceAll('-', ' '), literal, page: 1, line: 1, economic: true },
      });
      const [printed, reprint] = isSwapped ? [same, one] : [one, same];
      return { printed: term(printed), same: term(reprint), other: term(other) };
    }),
  );
