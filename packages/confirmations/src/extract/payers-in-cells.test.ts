import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';
import { paymentInCell } from './payers-in-cells.ts';

const resolve = (text: string) =>
  /^(?:Lisle|PLB|Bank|we)$/i.test(text) ? 'BANK' : /^(?:Alder|Fund|you)$/i.test(text) ? 'COUNTERPARTY' : undefined;

test.each([
  ['EUR 41,200.00, Fund pays Lisle', 'COUNTERPARTY'],
  ['EUR 41,200.00, Lisle pays the Fund, value 4 May 2027', 'BANK'],
  ['2.5 % per annum (paid by the Bank)', 'BANK'],
  ['0.75 PCT PA, PAYER FUND', 'COUNTERPARTY'],
  ['41.200,00 EUR; Fund zahlt an Lisle', 'COUNTERPARTY'],
  ['EUR 41,200.00, payable by Alder to PLB', 'COUNTERPARTY'],
])('%s is paid by the %s', (value, payer) => {
  expect(paymentInCell(value, resolve)?.payer).toBe(payer);
});

test.each([
  'EUR 41,200.00, Fund pays Northwick',
  'EUR 41,200.00, Northwick pays Lisle',
  'EUR 41,200.00, Fund pays Lisle half',
  'EUR 41,200.00, Fund pays if Lisle elects',
  'EUR 41,200.00, Fund pays Lisle; Lisle pays Fund',
])('nobody is said to pay by “%s”', (value) => {
  expect(paymentInCell(value, resolve)).toBeUndefined();
});

const page = (rate: string, more = '') => `${HEAD}
    Credit Default Swap
    Trade Date: | 4 May 2027
    ${more}
    Fixed Rate: | ${rate}`;

test('the payer of the rate of a credit default swap buys its protection', async () => {
  const { trade, other_terms } = await readPage(page('100 bp per annum, paid by Aldersyde Credit Fund'));
  expect(trade).toMatchObject({ fixed_rate: '1', buyer: 'COUNTERPARTY' });
  expect(other_terms).toEqual([]);
});

test('a cell that lets the seller pay contradicts', async () => {
  const buyer = 'Buyer: | Port Lisle Bank plc';
  const { flags } = await readPage(page('100 bp per annum, paid by Aldersyde Credit Fund', buyer));
  expect(flags).toContainEqual(expect.objectContaining({ code: 'CONTRADICTION', field: 'buyer' }));
});
