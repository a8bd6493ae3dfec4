import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const terms = async (product: string) => {
  const { other_terms } = await readPage(`${HEAD}
    Product: | ${product}
    Trade Date: | 4 May 2027
    Buyer: | Aldersyde Credit Fund
    Seller: | Port Lisle Bank plc
    Option Style: | European
    Barrier: | Up and out, 1.2450`);
  return other_terms.filter(({ economic }) => economic).map(({ literal }) => literal);
};

test.each(['FX option, single barrier', 'FX option with barrier (knock-out)', 'FX option, barrier, European exercise'])(
  'a product’s cell that says what fields hold: %s',
  async (product) => {
    expect(await terms(product)).toEqual([]);
  },
);

test.each(['FX option, double barrier', 'FX option with barrier (knock-in)', 'FX option, single barrier, rebate'])(
  'a product’s cell that says more is a term: %s',
  async (product) => {
    expect(await terms(product)).toEqual([product]);
  },
);
