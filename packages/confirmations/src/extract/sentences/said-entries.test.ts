import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';
import { saidEntries } from './said-entries.ts';

test('a statement is a label with its value', () => {
  expect(saidEntries('Dear Sirs. 1. The counter value is CHF 1,204,000.50. 2. We will buy the EUR.')).toMatchObject([
    { label: 'counter value', value: 'CHF 1,204,000.50' },
    { label: 'Buyer of EUR', value: 'We' },
  ]);
});

test('a forward is read from numbered statements', async () => {
  const extraction = await readConfirmation(
    plainPage(`
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC
  Our reference: | HV-5521
  Foreign Exchange Forward Confirmation
  We (Harbour & Vale Bank plc) write to confirm the forward which we entered into with you (Orion Capital Partners LLC).
  1. We agreed the transaction by telephone on April 8, 2026.
  2. We will sell the GBP.
  3. The notional amount is GBP 2,000,000.00.
  4. The equivalent amount is USD 2,640,000.00.
  5. The forward rate is GBP/USD 1.3200.
  6. Settlement will take place on July 10, 2026.`),
    'BANK',
  );
  expect(extraction).toMatchObject({
    outcome: 'extracted',
    extracted: {
      trade: {
        currency: 'GBP',
        notional: '2000000.00',
        currency_2: 'USD',
        notional_2: '2640000.00',
        currency_buyer: 'COUNTERPARTY',
        fx_rate: '1.3200',
        settlement_date: '2026-07-10',
      },
    },
  });
});
