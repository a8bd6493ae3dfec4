import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const swap = (title: string, ...lines: string[]) =>
  readPage(`${HEAD}
    ${title}
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Termination Date: | 6 May 2030
    Fixed Rate: | 4.01%
    ${lines.join('\n    ')}`);

const YEARLY = '2027-05-06 20000000.00; 2028-05-06 18000000.00; 2029-05-06 16000000.00';

test.each([
  ['the cell', ['Notional Amount: | USD 20,000,000, reducing by USD 2,000,000 on each 6 May, first on 6 May 2028']],
  ['a cell without a first date', ['Notional Amount: | USD 20,000,000, decreasing by USD 2,000,000 each 6 May']],
  ['a row', ['Notional Amount: | USD 20,000,000', 'Amortisation: | USD 2,000,000 annually, commencing 6 May 2028']],
  [
    'a German row',
    ['Notional Amount: | USD 20,000,000', 'Tilgung: | USD 2.000.000,00 jährlich, erstmals am 6. Mai 2028'],
  ],
  [
    'a sentence',
    [
      'Notional Amount: | USD 20,000,000',
      'The notional amount will be reduced by USD 2,000,000 annually, the first time on 6 May 2028.',
    ],
  ],
])('a notional that changes by one amount at a time, in %s', async (_where, lines) => {
  const { trade, flags } = await swap('Interest Rate Swap', ...lines);
  expect(trade).toMatchObject({ notional: '20000000.00', currency: 'USD', notional_schedule: YEARLY });
  expect(flags.filter(({ code }) => code === 'UNREAD_VALUE')).toEqual([]);
});

test.each([
  [
    'another amount follows',
    'USD 20,000,000, reducing by USD 2,000,000 annually from 6 May 2028 and USD 3,000,000 from 6 May 2029',
  ],
  ['nothing says when', 'USD 20,000,000, reducing by USD 2,000,000 on each payment date'],
  ['less than nothing is left', 'USD 20,000,000, reducing by USD 12,000,000 annually from 6 May 2028'],
  [
    'it ends before the trade',
    'USD 20,000,000, reducing by USD 2,000,000 quarterly from 6 August 2027 until 6 May 2028',
  ],
])('none where %s', async (_why, literal) => {
  const { trade, flags } = await swap('Interest Rate Swap', `Notional Amount: | ${literal}`);
  expect(trade.notional_schedule).toBeUndefined();
  expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'notional' }));
});

test.each([
  ['Amortising Interest Rate Swap', 'notional_schedule'],
  ['Interest Rate Swap (step-up coupon)', 'fixed_rate_schedule'],
  ['Floored Interest Rate Swap', 'floor_rate'],
])('what only a title says is for review: %s', async (title, field) => {
  const { flags } = await swap(title, 'Notional Amount: | USD 20,000,000');
  expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', severity: 'review', field }));
});
