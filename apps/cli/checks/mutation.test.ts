import { CORPUS_TRADES, type CorpusProduct } from '@trade-matching/confirmation-samples/corpus';
import { expect, test } from 'vitest';
import { type MutatedPair, mutate } from '../test/mutation.ts';

const PAIRS_OF_A_PRODUCT = 20;
const GREEN = ['MATCHED', 'MATCHED_WITHIN_TOLERANCE'];

test.each(Object.keys(CORPUS_TRADES) as CorpusProduct[])(
  '%s: of twenty pairs, no changed or missing term is a match, and what agrees is',
  { timeout: 600_000 },
  async (product) => {
    const pairs: MutatedPair[] = [];
    for (let number = 0; number < PAIRS_OF_A_PRODUCT; number++) pairs.push(await mutate(product, number));
    const falseGreen = pairs.flatMap(({ name, mutants }) =>
      mutants.filter(({ status }) => GREEN.includes(status)).map(({ change }) => `${name}: ${change}`),
    );
    expect(falseGreen).toEqual([]);
    expect(pairs.filter(({ status }) => !GREEN.includes(status))).toEqual([]);
  },
);
