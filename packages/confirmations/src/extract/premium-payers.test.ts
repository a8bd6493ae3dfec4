import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const page = (rest: string) => `Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Currency Option Confirmation
  Our Reference: | PL-7701
  Trade Date: | 2 March 2027
  Buyer: | Aldersyde Credit Fund
  Seller: | Port Lisle Bank plc
  Option Style: | European
  Option Type: | EUR Put / CHF Call
  Call Currency and Amount: | CHF 9,300,000.00
  Put Currency and Amount: | EUR 10,000,000.00
  Strike Price: | 0.9300
  Expiration Date: | 14 September 2027
  Settlement: | Deliverable
  ${rest}`;
const PREMIUM = 'Premium Amount: | EUR 62,500.00\n  Premium Payment Date: | 4 March 2027\n  ';
const of = async (rest: string) => {
  const { flags, other_terms } = await readPage(page(rest));
  return {
    contradicts: flags.some(({ code, field }) => code === 'CONTRADICTION' && field === 'premium_amount'),
    besides: other_terms.filter(({ economic }) => economic).length,
  };
};

test.each([
  'Premium: | EUR 62,500.00, payable by the Buyer on 4 March 2027',
  'Premium: | EUR 62,500.00, payable by Aldersyde Credit Fund on 4 March 2027',
  `${PREMIUM}Premium payer: | Aldersyde Credit Fund`,
  `${PREMIUM}Premium receiver: | Port Lisle Bank plc`,
  `${PREMIUM}Premium direction: | You pay`,
])('that the buyer pays the premium is no term besides: %s', async (rest) => {
  expect(await of(rest)).toEqual({ contradicts: false, besides: 0 });
});

test.each([
  'Premium: | EUR 62,500.00, payable by the Seller on 4 March 2027',
  `${PREMIUM}Premium payer: | Port Lisle Bank plc`,
  `${PREMIUM}Premium receiver: | Aldersyde Credit Fund`,
  `${PREMIUM}Premium direction: | We pay`,
])('that the seller pays it is for a person to look at: %s', async (rest) => {
  expect((await of(rest)).contradicts).toBe(true);
});

test('whom it is paid to is more than that, unless it is the other party', async () => {
  const premium = (whom: string) => `Premium: | EUR 62,500.00, payable by the Buyer to ${whom} on 4 March 2027`;
  expect((await of(premium('the Seller'))).besides).toBe(0);
  expect((await of(premium('Cotter Prime Ltd'))).besides).toBeGreaterThan(0);
});

test('what is paid besides stays a term', async () => {
  const { besides } = await of('Premium: | EUR 62,500.00, payable by the Buyer on 4 March 2027, half of it refundable');
  expect(besides).toBeGreaterThan(0);
});
