import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const page = (label: string) =>
  readPage(
    `${HEAD}
  Foreign Exchange Forward
  Trade Date: | 15 September 2026
  ${label}: | ISDA 2002 | Dated: | 14 May 2017
  Aldersyde Credit Fund buys: | EUR 1,000,000.00
  Aldersyde Credit Fund sells: | USD 1,170,000.00
  Rate: | 1.1700
  Settlement Date: | 17 September 2026`,
    'BANK',
    [50, 170, 300, 400],
  );

test('a day right beside the agreement is the agreement’s', async () => {
  const { trade } = await page('Master Agreement');
  expect(trade.master_agreement_date).toBe('2017-05-14');
  expect(trade.confirmation_date).toBeUndefined();
});

test('a day beside something else is the paper’s', async () => {
  const { trade } = await page('Form');
  expect(trade.master_agreement_date).toBeUndefined();
  expect(trade.confirmation_date).toBe('2017-05-14');
});
