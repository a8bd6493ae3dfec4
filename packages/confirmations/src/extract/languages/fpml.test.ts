// Prints of electronic confirmations, whose labels are FpML's element names.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';
import { fpmlLabel, fpmlProduct } from './fpml.ts';

test('a print of element names is read, its rates as decimals', async () => {
  const { trade } = await readPage(`
    Trade confirmation
    productType: | InterestRateSwap
    party (id="party1")
    partyName: | Port Lisle Bank plc
    tradeId: | PL-7701
    party (id="party2")
    partyName: | Aldersyde Credit Fund
    tradeDate: | 2027-05-04
    effectiveDate: | 2027-05-06
    terminationDate: | 2032-05-06
    swapStream[1]
    payerPartyReference: | party1
    notionalAmount: | EUR 5000000.00
    fixedRate: | 0.0265
    dayCountFraction: | 30/360
    swapStream[2]
    payerPartyReference: | party2
    floatingRateIndex: | EUR-EURIBOR
    indexTenor: | 6M
    dayCountFraction: | ACT/360`);
  expect(trade).toMatchObject({
    ...{ product: 'INTEREST_RATE_SWAP', bank_name: 'Port Lisle Bank plc', trade_date: '2027-05-04' },
    ...{ fixed_rate: '2.65', fixed_rate_payer: 'BANK', fixed_day_count: '30/360' },
    ...{ floating_rate_payer: 'COUNTERPARTY', designated_maturity: '6M', floating_day_count: 'ACT/360' },
  });
});

test.each([
  ['tradeId (party2)', 'Party B trade id'],
  ['referenceEntity / entityName', 'reference entity'],
  ['Trade Date', undefined],
  ['somethingElse', undefined],
])('%s is the label %s', (element, label) => {
  expect(fpmlLabel(element)).toBe(label);
});

test.each([
  ['InterestRate:IRSwap:Basis', 'Basis Swap'],
  ['ForeignExchange:NDF', 'Non-Deliverable Forward'],
  ['CreditDefaultSwap', 'Credit Default Swap'],
  ['Currency Option', 'Currency Option'],
])('%s is called %s', (name, product) => {
  expect(fpmlProduct(name)).toBe(product);
});
