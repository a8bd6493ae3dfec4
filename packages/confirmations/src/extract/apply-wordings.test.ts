import type { AcceptedWording } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';
import { applyWordings } from './apply-wordings.ts';

const forward = (terms: string) =>
  readPage(`${HEAD}
    FX Forward
    Trade Date: | 4 May 2027
    Bought Currency and Amount: | EUR 5,000,000.00
    Sold Currency and Amount: | USD 5,850,000.00
    Rate: | 1.1700
    Value Date: | 6 August 2027
    ${terms}`);

const wording = (given: Partial<AcceptedWording> = {}): AcceptedWording =>
  ({
    key: 'quillon day',
    field: 'confirmation_date',
    product: 'FX_FORWARD',
    ...given,
  }) as AcceptedWording;

test('a term under an accepted label is the field, with its place, and no other term', async () => {
  const read = await forward('Quillon Day: | 5 May 2027');
  expect(read.trade.confirmation_date).toBeUndefined();
  const { trade, evidence, other_terms } = applyWordings(read, [wording()]);
  expect(trade.confirmation_date).toBe('2027-05-05');
  expect(evidence.confirmation_date).toMatchObject({
    label: expect.stringContaining('Quillon'),
    literal: '5 May 2027',
  });
  expect(other_terms.map(({ key }) => key)).not.toContain('quillon day');
});

test.each([
  ['another product', 'Quillon Day: | 5 May 2027', { product: 'FX_OPTION' }],
  ['another label', 'Quillon Day: | 5 May 2027', { key: 'quintain day' }],
  ['a value that the field cannot be', 'Quillon Day: | upon request', {}],
  ['a field that the vocabulary read', 'Quillon Day: | 5 May 2027', { field: 'trade_date' }],
] as const)('%s changes nothing', async (_why, terms, given) => {
  const read = await forward(terms);
  expect(applyWordings(read, [wording(given)])).toEqual(read);
});
