// A message's subject is where dealers put both references.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const referencesOf = async (subject: string) => {
  const { trade } = await readPage(`
    From: | Port Lisle Bank plc
    To: | Aldersyde Credit Fund
    Subject: | ${subject}
    Trade Date: | 4 May 2027
    Reference Entity: | Harrowdale Chemicals Corp.
    Notional: | USD 4,000,000
    Fixed Rate: | 1.00%
    Termination Date: | 20 June 2032
    Seller: | Port Lisle Bank plc
    Buyer: | Aldersyde Credit Fund`);
  return [trade.trade_id, trade.other_reference];
};

test.each([
  ['Credit default swap PLB-7741 / ACF-30988', ['PLB-7741', 'ACF-30988']],
  ['Credit default swap PLB-7741 (your ref ACF-30988)', ['PLB-7741', 'ACF-30988']],
  ['Credit default swap PLB-7741', ['PLB-7741', undefined]],
])('%s', async (subject, references) => {
  expect(await referencesOf(subject)).toEqual(references);
});
