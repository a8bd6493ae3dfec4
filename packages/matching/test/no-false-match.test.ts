import { type MatchStatus, PRODUCTS, type Product, type Trade, type TradeField } from '@trade-matching/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PROFILE } from '../src/built-in-profiles.ts';
import { compareTrades } from '../src/compare-trades.ts';
import { isImplied } from '../src/implied-values.ts';
import type { Side } from '../src/side.ts';
import {
  anyProduct,
  beyondTolerance,
  ECONOMIC_FIELDS,
  randomOtherTerms,
  randomTrade,
  reprinted,
} from './random-trades.ts';

/** Thousands of them are run apart from the other tests (.ci/checks/mutation). */
const COMPARISONS = Number(process.env.COMPARISONS ?? 400);
const MANY = { numRuns: COMPARISONS };
/** Of each field of each product. */
const SOME = { numRuns: Math.ceil(COMPARISONS / 200) };
const MINUTES = 60_000;
const GREEN: readonly MatchStatus[] = ['MATCHED', 'MATCHED_WITHIN_TOLERANCE'];

const otherSide = (trade: Trade): Trade => ({ ...trade, source_type: 'COUNTERPARTY', trade_id: 'THEIRS-1' });
const without = (trade: Trade, field: TradeField): Trade =>
  Object.fromEntries(Object.entries(trade).filter(([name]) => name !== field)) as unknown as Trade;
const anyTrade = anyProduct.chain((product) => randomTrade(product, []));

/** The same exchange with its second currency first: who buys the one sells the other. */
function printedTurned(trade: Trade): Trade {
  const { currency, currency_2, notional, notional_2, far_notional, far_notional_2, currency_buyer, ...rest } = trade;
  const swapped = {
    ...{ currency: currency_2, currency_2: currency, notional: notional_2, notional_2: notional },
    ...{ far_notional: far_notional_2, far_notional_2: far_notional },
    currency_buyer: currency_buyer && (currency_buyer === 'BANK' ? 'COUNTERPARTY' : 'BANK'),
  };
  return {
    ...rest,
    ...Object.fromEntries(Object.entries(swapped).filter(([, value]) => value !== undefined)),
  } as Trade;
}

/** The status of a pair, which must be the same whichever side is called the bank's. */
function statusOf(
  ours: Trade,
  theirs: Trade,
  terms: [Side['other_terms'], Side['other_terms']] = [[], []],
): MatchStatus {
  const a: Side = { trade: ours, flags: [], other_terms: terms[0] ?? [] };
  const b: Side = { trade: theirs, flags: [], other_terms: terms[1] ?? [] };
  const { status } = compareTrades(a, b);
  expect(compareTrades(b, a).status).toBe(status);
  return status;
}

function ofEachField(check: (product: Product, field: TradeField) => void): void {
  for (const product of PRODUCTS) for (const field of ECONOMIC_FIELDS) check(product, field);
}

test('a random trade matches the same trade, however the other side prints its terms', { timeout: 3 * MINUTES }, () => {
  fc.assert(
    fc.property(anyTrade, (trade) => {
      const fields = ECONOMIC_FIELDS.filter((field) => trade[field] !== undefined);
      const theirs = Object.fromEntries(fields.map((field) => [field, reprinted(field, trade[field] ?? '')]));
      expect(statusOf(trade, { ...otherSide(trade), ...theirs })).toBe('MATCHED');
    }),
    MANY,
  );
});

describe('every economic field of every product', () => {
  test('beyond its tolerance is a mismatch', { timeout: 3 * MINUTES }, () => {
    ofEachField((product, field) => {
      const change = randomTrade(product, [field]).chain((trade) =>
        beyondTolerance(field, trade[field] ?? '', DEFAULT_PROFILE.fields[field].tolerance).map((value) => ({
          trade,
          value,
        })),
      );
      fc.assert(
        fc.property(change, ({ trade, value }) => {
          expect(statusOf(trade, { ...otherSide(trade), [field]: value })).toBe('MISMATCHED');
        }),
        SOME,
      );
    });
  });

  test('that one side alone states is for review, and named', { timeout: 3 * MINUTES }, () => {
    ofEachField((product, field) => {
      fc.assert(
        fc.property(randomTrade(product, [field]), (trade) => {
          const theirs = without(otherSide(trade), field);
          // What the other fields say of it is as good as printed.
          fc.pre(!isImplied(field, { trade: theirs, flags: [] }, trade));
          expect(statusOf(trade, theirs)).toBe('REVIEW');
          const { flags } = compareTrades({ trade, flags: [] }, { trade: theirs, flags: [] });
          expect(flags).toMatchObject([{ code: 'ONE_SIDED_TERM', severity: 'review', field }]);
        }),
        SOME,
      );
    });
  });
});

test('another product is a mismatch', { timeout: 3 * MINUTES }, () => {
  fc.assert(
    fc.property(anyTrade, anyProduct, (trade, product) => {
      fc.pre(product !== trade.product);
      expect(statusOf(trade, { ...otherSide(trade), product })).toBe('MISMATCHED');
    }),
  );
});

test('any two trades compare the same in either order', { timeout: 3 * MINUTES }, () => {
  fc.assert(
    fc.property(anyTrade, anyTrade, (ours, theirs) => {
      statusOf(ours, otherSide(theirs));
      statusOf(ours, otherSide({ ...ours, ...theirs, product: ours.product }));
    }),
    MANY,
  );
});

test('an exchange printed in the other order matches, and with any one term changed never does', {
  timeout: 3 * MINUTES,
}, () => {
  const exchanges = fc.constantFrom<Product>('FX_FORWARD', 'FX_SWAP', 'NON_DELIVERABLE_FORWARD');
  const trades = exchanges
    .chain((product) => randomTrade(product, ['notional', 'notional_2', 'currency_buyer']))
    .map((trade): Trade => ({ ...trade, currency: 'USD', currency_2: 'INR' }));
  fc.assert(
    fc.property(
      trades.chain((trade) => {
        const field = fc.constantFrom(...ECONOMIC_FIELDS.filter((name) => trade[name] !== undefined));
        return field.chain((changed) =>
          beyondTolerance(changed, trade[changed] ?? '', DEFAULT_PROFILE.fields[changed].tolerance).map((value) => ({
            ...{ trade, changed, value },
          })),
        );
      }),
      ({ trade, changed, value }) => {
        expect(statusOf(trade, otherSide(printedTurned(trade)))).toBe('MATCHED');
        expect(GREEN).not.toContain(statusOf(trade, otherSide(printedTurned({ ...trade, [changed]: value }))));
      },
    ),
    MANY,
  );
});

describe('terms without a field', () => {
  const pair = fc.tuple(anyTrade, randomOtherTerms);

  test('that agree leave a match green, however each side prints them', { timeout: 3 * MINUTES }, () => {
    fc.assert(
      fc.property(pair, fc.boolean(), ([trade, cases], isReversed) => {
        const theirs = cases.map(({ same }) => same);
        const printed = cases.map((one) => one.printed);
        expect(statusOf(trade, otherSide(trade), [printed, isReversed ? theirs.toReversed() : theirs])).toBe('MATCHED');
      }),
      MANY,
    );
  });

  test('that differ, or that one side alone prints, are never green', { timeout: 3 * MINUTES }, () => {
    fc.assert(
      fc.property(pair, fc.nat(), ([trade, cases], n) => {
        const at = n % cases.length;
        const printed = cases.map((one) => one.printed);
        const changed = cases.map(({ same, other }, i) => (i === at ? other : same));
        const removed = cases.filter((_, i) => i !== at).map(({ same }) => same);
        for (const theirs of [changed, removed]) {
          expect(GREEN).not.toContain(statusOf(trade, otherSide(trade), [printed, theirs]));
        }
      }),
      MANY,
    );
  });
});
