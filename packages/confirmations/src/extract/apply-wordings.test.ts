import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { AcceptedWording } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';
import { applyWordings, readWithWordings, unknownLabels } from './apply-wordings.ts';
import { readConfirmation } from './read-confirmation.ts';

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

test('a document that is refused as incomplete says its unread labels, and is a trade where wordings say enough of it', async () => {
  const page = plainPage(`${HEAD}
    Re: Interest Rate Swap Transaction
    Trade Date: | 3 April 2026
    Quillon Yield: | 3.25 %`);
  const extraction = await readConfirmation(page, 'BANK');
  if (extraction.outcome !== 'refused' || !extraction.partial)
    throw new Error('It was not refused with what was read.');
  expect(extraction.refusal.reason).toBe('EXTRACTION_INCOMPLETE');
  expect(unknownLabels(extraction.partial)).toMatchObject([
    { label: expect.stringContaining('Quillon Yield'), literal: '3.25 %' },
  ]);
  const [{ key, field = 'fixed_rate' } = { key: '' }] = unknownLabels(extraction.partial);

  const read = readWithWordings(extraction, [wording({ key, field, product: 'INTEREST_RATE_SWAP' })]);
  if (read.outcome !== 'extracted') throw new Error(read.refusal.message);
  expect(read.extracted.trade).toMatchObject({ trade_date: '2026-04-03', fixed_rate: '3.25' });
  // It lacks the notional and more: a person looks at it.
  expect(read.extracted.flags.find(({ code }) => code === 'INCOMPLETE')?.message).toContain('notional');
  expect(read.extracted.flags.find(({ code }) => code === 'INCOMPLETE')?.message).not.toMatch(/\bfixed_rate,/);

  const other = wording({ key, field, product: 'FX_FORWARD' });
  expect(readWithWordings(extraction, [other])).toMatchObject({ outcome: 'refused', refusal: extraction.refusal });
});
