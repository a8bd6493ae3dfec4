import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageOf } from './per-document.ts';
import { mostSeries } from './per-month.ts';
import { dollars, PRICES, PRICES_OF } from './prices.ts';
import { perMillion } from './tables.ts';
import { type Design, NAIVE, OURS, type Usage } from './usage.ts';

const costOf = (usages: readonly Usage[], ...services: string[]) =>
  usages
    .filter(({ service }) => services.length === 0 || services.includes(service))
    .reduce((sum, { price, quantity }) => sum + dollars(price, quantity), 0);

describe('the cost model', () => {
  test('the cost model grows in proportion to the documents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (documents) => {
        expect(costOf(usageOf(OURS, documents)) / documents).toBeCloseTo(costOf(usageOf(OURS, 1)), 9);
      }),
    );
  });

  test('the cost model charges the naive design for its calls at their list prices, and for nothing else', () => {
    const added = costOf(usageOf(NAIVE, 1_000_000)) - costOf(usageOf(OURS, 1_000_000));
    const [heads, metrics, publishes, mails] = [0.8, 10, 0.5, 20];
    const audited = 2 + (2_000_000 * 1_600 * 0.5) / 1024 ** 3;
    // Waiting for four calls, 80 ms of an invocation of half a GB, for five documents at a time.
    const waiting = (1_000_000 / 5) * 0.5 * 0.08 * 0.0000133334;
    expect(added).toBeCloseTo(heads + metrics + publishes + mails + audited + waiting, 6);
    expect(perMillion(NAIVE)).toBeGreaterThan(perMillion(OURS));
  });

  test('the cost model never gets cheaper by another call', () => {
    const some = fc.integer({ min: 0, max: 5 });
    const anyDesign: fc.Arbitrary<Design> = fc.record({
      name: fc.constant('some'),
      heads: some,
      metricCalls: some,
      messages: some,
    });
    fc.assert(
      fc.property(anyDesign, fc.constantFrom('heads', 'metricCalls', 'messages'), (design, more) => {
        expect(perMillion({ ...design, [more]: design[more] + 1 })).toBeGreaterThan(perMillion(design));
      }),
    );
  });

  test('the cost model has the write units of DynamoDB for its largest part', () => {
    const usages = usageOf(OURS, 1_000_000);
    const writes = costOf(usages.filter(({ price }) => price === 'dynamodbWrite'));
    expect(Math.max(...usages.map((usage) => costOf([usage])))).toBe(writes);
  });

  test('the cost model counts the series of the catalogue, each value of a dimension once', () => {
    // The plain metrics alone are as many as there are metrics of our own: 12 of the processor, 7 of the service.
    expect(mostSeries()).toBeGreaterThan(19);
  });
});

test('every price says for how many it is, and where it stands', () => {
  expect(PRICES_OF.asOf).toMatch(/^\d{4}-\d{2}$/);
  for (const { usd, per, source } of Object.values(PRICES)) {
    expect(usd).toBeGreaterThan(0);
    expect(per).toBeGreaterThanOrEqual(1);
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/[\w/-]+\/pricing\/$/);
  }
});
