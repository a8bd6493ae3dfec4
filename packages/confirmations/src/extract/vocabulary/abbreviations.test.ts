import { FIELD_KINDS, PRODUCTS, type TradeField } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { isForeignTo } from '../belonging.ts';
import { canonicalLabel } from '../labels.ts';
import { DEFINITIONS } from '../products/index.ts';
import { abbreviates, wordsMeant } from './abbreviations.ts';
import { COMMON_TERMS } from './common.ts';
import { termsFor } from './index.ts';

test.each([
  ['ntl', 'notional'],
  ['sprd', 'spread'],
  ['rtn', 'return'],
  ['frq', 'frequency'],
  ['strk', 'strike'],
  ['ctr', 'center'],
  ['mrgn', 'margin'],
])('%s abbreviates %s', (short, word) => expect(abbreviates(short, word)).toBe(true));

test.each([
  ['rate', 'return'],
  ['pct', 'payment'],
  ['avg', 'averaging'],
  ['tnr', 'trade number'],
  ['sd', 'settlement'],
  ['prce', 'price'],
])('%s does not abbreviate %s', (short, word) => expect(abbreviates(short, word)).toBe(false));

test('of several words the shortest is meant', () => {
  expect(wordsMeant('prc', ['purchaser', 'price', 'premium'])).toEqual(['price']);
  expect(wordsMeant('trm', ['termination', 'term'])).toEqual(['term']);
});

/** How a system shortens a word: its first letter and its consonants, at most four. */
const shortOf = (word: string): string => {
  const consonants = `${word[0]}${word.slice(1).replace(/[aeiouy]/g, '')}`.replace(/(.)\1/g, '$1');
  return consonants.slice(0, 4);
};
/** `Stl` is settlement in every system, and of no style. */
const AGREED = /\bstl$/;
const MOST_WORDS = 2;

test.each(PRODUCTS)('no abbreviation of a label of a %s stands for two fields of one kind', (product) => {
  const clashes = [...DEFINITIONS[product].terms, ...COMMON_TERMS].flatMap(({ labels, leg }) =>
    [...new Set(labels.map(canonicalLabel))].flatMap((label) => {
      if (label.split(' ').length > MOST_WORDS) return [];
      const short = label.split(' ').map(shortOf).join(' ');
      if (AGREED.test(short)) return [];
      const listed = termsFor(product, label, [leg && `${leg} leg`]);
      const meant = termsFor(product, short, [leg && `${leg} leg`]);
      const kinds = new Set(listed.map(({ read }) => FIELD_KINDS[read.gives[0] as TradeField]));
      const own = new Set(listed.map(({ read }) => read.gives[0]));
      const others = meant.filter(({ read: { gives } }) => {
        const [field] = gives;
        return field !== undefined && !isForeignTo(product, field) && !own.has(field) && kinds.has(FIELD_KINDS[field]);
      });
      return others.length > 0 ? [`${short} of ${label}: ${others.map(({ read }) => read.gives[0]).join()}`] : [];
    }),
  );
  expect(clashes).toEqual([]);
});

test('a ticket of a swap in shortened words', async () => {
  const { trade } = await readPage(
    `${HEAD}
  INTEREST RATE SWAP - TICKET
  Trd Dt | 18-Aug-27
  Eff Dt | 20-Aug-27
  Mat Dt | 20-Aug-32
  Ntnl | EUR 25,000,000.00
  Bus Ctrs | London, TARGET
  Floating Leg
  Flt Idx | EUR-EURIBOR
  Tnr | 3M
  Mrgn | 18 bp
  Pmt Frq | Quarterly
  Lck Ntl | EUR 1,000,000.00`,
    'BANK',
  );
  expect(trade).toMatchObject({
    notional: '25000000.00',
    business_centers: 'London, TARGET',
    designated_maturity: '3M',
    spread_bps: '18',
  });
});
