import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const COLUMNS = [40, 150, 300, 410];

const swap = (title: string, legs: string) =>
  readPage(
    `${HEAD.replace('Aldersyde', '| Aldersyde').replace('| |', '|')}
  ${title}
  Trade Date: | 3 April 2028
  Effective Date: | 5 April 2028
  Termination Date: | 5 April 2033
  Notional Amount: | EUR 9,000,000
  ${legs}
  Legal terms
  Governing law | English law`,
    'COUNTERPARTY',
    COLUMNS,
  );

test('the way of each leg beside what it is heads a block of its labels and values', async () => {
  const { trade } = await swap(
    'Interest Rate Swap',
    `
  We pay | Floating | We receive | Fixed
  Index | EUR-EURIBOR | Rate | 2.91 %
  Tenor | 6 months | |
  Basis | Act/360 | Basis | 30/360
  Pay freq | Semi-annual | Pay freq | Annual`,
  );
  const [us, them] = [trade.floating_rate_payer, trade.fixed_rate_payer];
  expect(new Set([us, them])).toEqual(new Set(['BANK', 'COUNTERPARTY']));
  expect(trade).toMatchObject({ fixed_rate: '2.91', fixed_day_count: '30/360', fixed_payment_frequency: 'ANNUAL' });
  expect(trade).toMatchObject({ floating_day_count: 'ACT/360', floating_payment_frequency: 'SEMI_ANNUAL' });
  expect(trade.governing_law).toBe('English law');
});

test('two floating legs by number stand in blocks with the same labels', async () => {
  const { trade } = await swap(
    'Basis Swap',
    `
  Leg 1 | | Leg 2 |
  Payer | Port Lisle Bank plc | Payer | Aldersyde Credit Fund
  Index | EUR-EURIBOR | Index | EUR-EURIBOR
  Designated Maturity | 3 months | Designated Maturity | 6 months
  Spread | 4.5 bp | Spread | 0
  Payment frequency | Quarterly | Payment frequency | Semi-annual`,
  );
  const payers = [trade.floating_rate_payer, trade.second_rate_payer];
  expect(new Set(payers)).toEqual(new Set(['BANK', 'COUNTERPARTY']));
  expect(trade).toMatchObject({ designated_maturity: '3M', spread_bps: '4.5', second_designated_maturity: '6M' });
  expect(trade).toMatchObject({ floating_payment_frequency: 'QUARTERLY', second_payment_frequency: 'SEMI_ANNUAL' });
});

test('a heading that says who pays a leg makes it that leg, though its rate is a bare figure', async () => {
  const { trade } = await swap(
    'Interest Rate Swap',
    `
  FIXED SIDE - payable by Aldersyde Credit Fund
  Rate % | 2.91
  Day Count | 30/360
  Pay Freq | ANNUAL
  FLOATING SIDE - payable by Port Lisle Bank plc
  Index | EUR-EURIBOR
  Day Count | ACT/360
  Pay Freq | SEMI-ANNUAL`,
  );
  expect(trade.fixed_rate_payer).not.toBe(trade.floating_rate_payer);
  expect(trade).toMatchObject({ fixed_rate: '2.91', fixed_day_count: '30/360', floating_day_count: 'ACT/360' });
  expect(trade).toMatchObject({ fixed_payment_frequency: 'ANNUAL', floating_payment_frequency: 'SEMI_ANNUAL' });
});

test('a row of a direction and a leg that heads nothing is no heading of blocks', async () => {
  const { trade } = await swap(
    'Interest Rate Swap',
    `
  Fixed Rate Payer | Aldersyde Credit Fund | Fixed Rate | 2.91 %
  Fixed Rate Day Count | 30/360 | Floating Rate Day Count | Act/360
  Fixed Rate Payment Frequency | Annual | Floating Rate Payment Frequency | Semi-annual`,
  );
  expect(trade).toMatchObject({ fixed_rate: '2.91', fixed_day_count: '30/360', floating_day_count: 'ACT/360' });
});
