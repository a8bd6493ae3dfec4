import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { ExtractedTrade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { readConfirmation } from '../read-confirmation.ts';

/** What is read of a credit default swap with these lines of credit events. */
async function readWith(events: string): Promise<ExtractedTrade> {
  const extraction = await readConfirmation(
    plainPage(`
      Harbour & Vale Bank plc
      Re: Credit Default Swap Transaction
      To: | Orion Capital Partners LLC
      Our Reference: | HV-3107
      Trade Date: | 3 April 2026
      Effective Date: | 4 April 2026
      Scheduled Termination Date: | 20 June 2031
      Floating Rate Payer: | Harbour & Vale Bank plc (the Seller)
      Fixed Rate Payer: | Orion Capital Partners LLC (the Buyer)
      Reference Entity: | Steinmark Chemie AG
      Floating Rate Payer Calculation Amount: | EUR 8,000,000.00
      Fixed Rate: | 1.00% per annum
      ${events}`),
    'BANK',
  );
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

const restructuringOf = async (events: string) => (await readWith(events)).trade.restructuring;

test.each([
  ['in a term of its own', 'Restructuring: | Modified Restructuring', 'MR'],
  [
    'in the list of events, below others',
    `Credit Events: | Bankruptcy
     | Failure to Pay
     Grace Period Extension: | Not Applicable
     Restructuring (Mod Mod R)
     Default Requirement: | USD 10,000,000`,
    'MM',
  ],
  ['by the events that leave it out', 'Credit Events: | Bankruptcy, Failure to Pay', 'XR'],
])('restructuring is read %s', async (_where, events, code) => {
  expect(await restructuringOf(events)).toBe(code);
});

test('events that name restructuring without its clause leave it unsaid, never excluded', async () => {
  expect(await restructuringOf('Credit Events: | Bankruptcy, Failure to Pay, Restructuring')).not.toBe('XR');
});

test('without credit events nothing is said of restructuring', async () => {
  expect(await restructuringOf('Governing law: | English law')).toBeUndefined();
});

test('the transaction type is kept, for it settles what is not printed', async () => {
  const { other_terms } = await readWith('Transaction Type: | Standard Asia Corporate');
  expect(other_terms).toMatchObject([{ key: 'transaction type', literal: 'Standard Asia Corporate', economic: false }]);
});

test.each([
  ['a name', 'Aldersyde Credit Fund'],
  ['its role', 'Buyer'],
])('who pays the fixed rate is read by %s, as a term of its own beside the buyer', async (_by, value) => {
  const { trade, flags } = await readPage(`${HEAD}
    Credit Default Swap Transaction
    Trade Date: | 3 April 2026
    Scheduled Termination Date: | 20 June 2031
    Buyer: | Aldersyde Credit Fund
    Seller: | Port Lisle Bank plc
    Fixed Rate Payer: | ${value}
    Reference Entity: | Steinmark Chemie AG
    Notional Amount: | EUR 8,000,000.00
    Fixed Rate: | 1.00% per annum`);
  expect(trade).toMatchObject({ buyer: 'COUNTERPARTY', seller: 'BANK', fixed_rate_payer: 'COUNTERPARTY' });
  expect(flags).toEqual([]);
});

test('a payer of the fixed rate who is not the buyer is for review', async () => {
  const { flags } = await readPage(`${HEAD}
    Credit Default Swap Transaction
    Trade Date: | 3 April 2026
    Scheduled Termination Date: | 20 June 2031
    Buyer: | Aldersyde Credit Fund
    Seller: | Port Lisle Bank plc
    Fixed Rate Payer: | Port Lisle Bank plc
    Reference Entity: | Steinmark Chemie AG
    Notional Amount: | EUR 8,000,000.00
    Fixed Rate: | 1.00% per annum`);
  expect(flags).toMatchObject([{ code: 'CONTRADICTION', severity: 'review', field: 'buyer' }]);
});
