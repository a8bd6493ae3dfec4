import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const swap = (...lines: string[]) =>
  readPage(`${HEAD}
    Cross Currency Swap Confirmation
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Termination Date: | 6 May 2032
    ${lines.join('\n    ')}`);
const START = '2027-05-06';
const END = '2032-05-06';

test.each([
  ['Principal exch start: | we pay USD, receive JPY', 'Principal exch end: | we pay JPY, receive USD'],
  ['Initial Exchange: | on the Effective Date', 'Final Exchange: | on the Termination Date'],
])('an exchange that names no other day is at the start or the end: %s', async (initial, final) => {
  const { trade, inferred } = await swap(initial, final);
  expect(trade).toMatchObject({ initial_exchange_date: START, final_exchange_date: END });
  expect(inferred.final_exchange_date).toContain('no other day than the termination date');
});

test('an exchange on the day that it names', async () => {
  const { trade } = await swap('Initial Exchange: | Port Lisle pays USD on 7 May 2027', 'Final Exchange: | none');
  expect(trade.initial_exchange_date).toBe('2027-05-07');
  expect(trade.final_exchange_date).toBeUndefined();
});

test('an exchange that nothing speaks of, and amounts that are exchanged, which stay other terms', async () => {
  const { trade } = await swap('Initial Exchange Rate: | 1.2500');
  expect(trade.initial_exchange_date).toBeUndefined();
  const { other_terms } = await swap('Final Exchange: | Port Lisle pays USD 7,000,000.00');
  expect(other_terms.map(({ literal }) => literal)).toContain('Port Lisle pays USD 7,000,000.00');
});
