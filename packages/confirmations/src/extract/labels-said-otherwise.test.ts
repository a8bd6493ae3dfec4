// Whole pages whose labels are in no list.
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

test('a credit default swap under labels of everyday words', async () => {
  const { trade } = await readPage(`${HEAD}
  Credit Default Swap Confirmation
  Agreed by telephone on: | 2 March 2027
  On risk from: | 3 March 2027
  Cover runs to: | 20 June 2032
  Port Lisle Bank: | Seller of protection
  Corporate referenced: | Aurelio Cementi S.p.A.
  Obligation ISIN: | IT0005442097
  Cover size: | EUR 10,000,000.00
  Fee (running): | 100 bp p.a.
  Fee frequency: | quarterly
  Accrued premium basis: | act/360
  First fee date: | 21 June 2027
  Upfront cash flow: | EUR 66,250.00 from Aldersyde Credit Fund to Port Lisle Bank
  Initial fee settles: | 5 March 2027
  Is Restructuring included?: | No
  Credit settlement: | Auction (cash)`);
  expect(trade).toMatchObject({
    ...{ trade_date: '2027-03-02', effective_date: '2027-03-03', termination_date: '2032-06-20' },
    ...{ seller: 'BANK', buyer: 'COUNTERPARTY', reference_entity: 'Aurelio Cementi S.p.A.' },
    ...{ reference_obligation: 'IT0005442097', currency: 'EUR', notional: '10000000.00', fixed_rate: '1' },
    ...{ fixed_payment_frequency: 'QUARTERLY', fixed_day_count: 'ACT/360', fixed_first_payment_date: '2027-06-21' },
    ...{ upfront_amount: '66250.00', upfront_payer: 'COUNTERPARTY', upfront_date: '2027-03-05' },
    ...{ restructuring: 'XR', settlement_type: 'CASH' },
  });
});

test('an option under labels of everyday words; when notice of exercise is due makes it no notice', async () => {
  const { trade } = await readPage(`${HEAD}
  Foreign Exchange Option Confirmation
  T/D: | 11/JUN/2027
  Option granted by: | Port Lisle Bank plc
  Option granted to: | Aldersyde Credit Fund
  Option class: | European
  Buyer may call: | GBP 1,800,000
  Buyer may put: | USD 2,304,000
  Strike: | 1.2800
  Expiring: | 21 October 2027
  Notice of exercise by: | 10 a.m. New York time
  Spot delivery date: | 25 October 2027
  Cost of option: | USD 27,350.00
  Prm val: | 15-JUN-2027`);
  expect(trade).toMatchObject({
    ...{ trade_date: '2027-06-11', seller: 'BANK', buyer: 'COUNTERPARTY', option_style: 'EUROPEAN' },
    ...{ call_currency: 'GBP', call_amount: '1800000.00', put_currency: 'USD', put_amount: '2304000.00' },
    ...{ expiry_date: '2027-10-21', settlement_date: '2027-10-25' },
    ...{ premium_amount: '27350.00', premium_date: '2027-06-15' },
  });
});
