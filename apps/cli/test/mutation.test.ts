import { CORPUS_TRADES, type CorpusProduct } from '@trade-matching/confirmation-samples/corpus';
import { expect, test } from 'vitest';
import { mutate } from './mutation.ts';

const GREEN = ['MATCHED', 'MATCHED_WITHIN_TOLERANCE'];

// One pair a product; `.ci/checks/mutation` has twenty.
test.each(Object.keys(CORPUS_TRADES) as CorpusProduct[])(
  '%s: a changed or missing term is never a match',
  async (product) => {
    const { name, status, mutants } = await mutate(product, 0);
    expect({ name, status }).toEqual({ name, status: 'MATCHED' });
    expect(mutants.length).toBeGreaterThan(20);
    expect(mutants.filter((mutant) => GREEN.includes(mutant.status))).toEqual([]);
  },
);
