import { type MatchStatus, PRODUCTS, TRADE_FIELDS, type Trade, type TradeField } from '@trade-matching/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_PROFILE } from '../src/built-in-profiles.ts';
import { compareTrades } from '../src/compare-trades.ts';
import { beyondTolerance, CRITICAL_FIELDS, randomTrade, reprinted } from './random-trades.ts';

const CASES = { numRuns: 10_000 };
const A_MINUTE = 60_000;

const otherSide = (trade: Trade): Trade => ({ ...trade, source_type: 'COUNTERPARTY', trade_id: 'THEIRS-1' });
const criticalOf = (trade: Trade) => fc.constantFrom(...CRITICAL_FIELDS[trade.product]);

/** The status of a pair, which must be the same whichever side is called the bank's. */
function statusOf(ours: Trade, theirs: Trade): MatchStatus {
  const [a, b] = [
    { trade: ours, flags: [] },
    { trade: theirs, flags: [] },
  ];
  const { status } = compareTrades(a, b);
  expect(compareTrades(b, a).status).toBe(status);
  return status;
}

test('every critical field is in some product, and every product knows only critical fields', () => {
  const critical = TRADE_FIELDS.filter((field) => DEFAULT_PROFILE[field].weight === 'critical');
  expect(new Set(PRODUCTS.flatMap((product) => CRITICAL_FIELDS[product]))).toEqual(new Set(critical));
});

test('a random trade matches the same trade, however the other side prints its terms', { timeout: A_MINUTE }, () => {
  fc.assert(
    fc.property(randomTrade, (trade) => {
      const fields = CRITICAL_FIELDS[trade.product].map((field) => [field, reprinted(field, trade[field] ?? '')]);
      expect(statusOf(trade, { ...otherSide(trade), ...Object.fromEntries(fields) })).toBe('MATCHED');
    }),
    CASES,
  );
});

test('any one critical field beyond its tolerance is a mismatch, of every product', { timeout: A_MINUTE }, () => {
  const change = randomTrade.chain((trade) =>
    criticalOf(trade).chain((field) =>
      beyondTolerance(field, trade[field] ?? '', DEFAULT_PROFILE[field].tolerance).map((value) => ({
        trade,
        field,
        value,
      })),
    ),
  );
  const seen = new Set<string>();
  fc.assert(
    fc.property(change, ({ trade, field, value }) => {
      seen.add(`${trade.product} ${field}`);
      expect(statusOf(trade, { ...otherSide(trade), [field]: value })).toBe('MISMATCHED');
    }),
    CASES,
  );
  expect(seen.size).toBe(PRODUCTS.flatMap((product) => CRITICAL_FIELDS[product]).length);
});

test('another product is a mismatch', { timeout: A_MINUTE }, () => {
  fc.assert(
    fc.property(randomTrade, fc.constantFrom(...PRODUCTS), (trade, product) => {
      fc.pre(product !== trade.product);
      expect(statusOf(trade, { ...otherSide(trade), product })).toBe('MISMATCHED');
    }),
  );
});

test('a critical field that one side alone states is flagged, whichever side it is', { timeout: A_MINUTE }, () => {
  const without = (trade: Trade, field: TradeField): Trade =>
    Object.fromEntries(Object.entries(trade).filter(([name]) => name !== field)) as unknown as Trade;
  fc.assert(
    fc.property(
      randomTrade.chain((trade) => criticalOf(trade).map((field) => ({ trade, field }))),
      ({ trade, field }) => {
        for (const [ours, theirs] of [
          [trade, without(otherSide(trade), field)],
          [without(trade, field), otherSide(trade)],
        ] as const) {
          const { flags } = compareTrades({ trade: ours, flags: [] }, { trade: theirs, flags: [] });
          expect(flags).toMatchObject([{ code: 'ONE_SIDED_TERM', field }]);
        }
      },
    ),
    CASES,
  );
});

test('any two trades compare the same in either order', { timeout: A_MINUTE }, () => {
  fc.assert(
    fc.property(randomTrade, randomTrade, (ours, theirs) => {
      statusOf(ours, otherSide(theirs));
      statusOf(ours, otherSide({ ...ours, ...theirs, product: ours.product }));
    }),
    CASES,
  );
});
