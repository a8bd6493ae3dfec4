import type { OtherTerm } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { isSameBreak } from './break-terms.ts';
import type { Speaker } from './spoken-value.ts';

const bank: Speaker = { source: 'BANK', trade: { product: 'INTEREST_RATE_SWAP', source_type: 'BANK' } };
const client: Speaker = {
  source: 'COUNTERPARTY',
  trade: { product: 'INTEREST_RATE_SWAP', source_type: 'COUNTERPARTY' },
};
const term = (label: string, literal: string): OtherTerm => ({
  ...{ label, key: label.toLowerCase(), literal, page: 1, line: 1, economic: true },
});
const isSame = (ours: readonly [string, string], theirs: readonly [string, string]) =>
  isSameBreak(term(...ours), bank, term(...theirs), client);

const LABELLED = [
  'Break Date',
  "14 May 2031; either party may terminate at mid-market value on three Business Days' notice",
] as const;
const said = (sentence: string) => ['text', sentence] as const;

test.each<[readonly [string, string], readonly [string, string]]>([
  [LABELLED, said("Either side may break the swap at mid-market on 14 May 2031, giving three business days' notice.")],
  [
    ['Faculté de résiliation', 'chaque partie peut résilier l’opération à sa valeur de marché le 14 mai 2031'],
    ['Break clause', 'either party may terminate the swap at its market value on 14th May 2031.'],
  ],
])('one right of either party to end the trade: %j, %j', (ours, theirs) => {
  expect(isSame(ours, theirs)).toBe(true);
});

test.each<[string, string]>([
  ['another date', "Either side may break the swap at mid-market on 15 May 2031, giving three business days' notice."],
  ['another notice', "Either side may break the swap at mid-market on 14 May 2031, giving five business days' notice."],
  [
    'another value',
    "Either side may break the swap at market value on 14 May 2031, giving three business days' notice.",
  ],
  ['no notice', 'Either side may break the swap at mid-market on 14 May 2031.'],
  ['one party', "The Bank may break the swap at mid-market on 14 May 2031, giving three business days' notice."],
  ['we', "We may break the swap at mid-market on 14 May 2031, giving three business days' notice."],
  ['not', "Either side may not break the swap at mid-market on 14 May 2031, giving three business days' notice."],
  [
    'a fee',
    "Either side may break the swap at mid-market on 14 May 2031, for a fee, giving three business days' notice.",
  ],
  [
    'an obligation',
    "Either side shall break the swap at mid-market on 14 May 2031, giving three business days' notice.",
  ],
  ['of itself', "Each party will terminate the swap at mid-market on 14 May 2031 with three business days' notice."],
])('not one right to end the trade: %s', (_name, sentence) => {
  expect(isSame(LABELLED, said(sentence))).toBe(false);
});

test('a mandatory end under two labels is one, and none of the rights', () => {
  const bound = ['Échéance', 'chaque partie doit résilier l’opération à sa valeur de marché le 14 mai 2031'] as const;
  const must = ['Mandatory termination', 'either party must terminate at market value on 14 May 2031'] as const;
  const right = ['Break option', 'either party may terminate at market value on 14 May 2031'] as const;
  expect([isSame(bound, must), isSame(bound, right), isSame(must, right)]).toEqual([true, false, false]);
});

test('who may end the trade is not told from words out of order', () => {
  const ours = said('The Bank may terminate on 14 May 2031 by notice to the Client.');
  expect(isSame(ours, said('The Client may terminate on 14 May 2031 by notice to the Bank.'))).toBe(false);
});

test('a right at any time, by how long before notice is given', () => {
  const optional = ['Optional Early Termination', "Either party, on 5 Exchange Business Days' notice"] as const;
  expect(isSame(optional, ['Early unwind', "either party on five exchange business days' notice"])).toBe(true);
  expect(isSame(optional, ['Early unwind', "either party on three exchange business days' notice"])).toBe(false);
  expect(isSame(optional, ['Early unwind', "the Bank on five exchange business days' notice"])).toBe(false);
  expect(isSame(optional, ['Early unwind', 'either party'])).toBe(false);
});
