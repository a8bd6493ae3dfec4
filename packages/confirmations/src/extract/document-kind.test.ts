import { LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { Extraction } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { readConfirmation } from './read-confirmation.ts';

const page = ({ above = '', status = '', below = '' }) => `
  Harbour & Vale Bank plc
  ${above}
  To: | Orion Capital Partners LLC
  Our Reference: | HVB-0000042
  ${status}
  Re: Interest Rate Swap Transaction
  Trade Date: | 3 April 2026
  Effective Date: | 7 April 2026
  Termination Date: | 7 April 2036
  Notional Amount: | USD 20,000,000
  Fixed Rate Payer: | Orion Capital Partners LLC
  Fixed Rate: | 4.01%
  Floating Rate Payer: | Harbour & Vale Bank plc
  Floating Rate Option: | USD-SOFR-OIS Compound
  ${below}`;

async function kindOf(text: Parameters<typeof page>[0]) {
  return kind(await readConfirmation(plainPage(page(text)), 'BANK'));
}
const kind = (read: Extraction) => (read.outcome === 'extracted' ? read.extracted.document_kind : read.refusal);

describe('a document calls its trade off', () => {
  test.each([
    { above: 'CANCELLATION' },
    { above: 'Notice of Cancellation' },
    { above: 'CONFIRMATION - CANCELLED' },
    { above: 'Interest Rate Swap Cancellation Notice' },
    { above: 'TERMINATION NOTICE' },
    { above: 'Storno - Bestätigung Zinsswap' },
    { above: 'Annulation de l’opération' },
    { above: 'Operación anulada' },
    { above: 'Annullamento' },
    { above: '22A TYPE OF OPERATION: CANC' },
    { above: 'Notice of Early Termination' },
    { above: 'Re: Cancellation of Interest Rate Swap Transaction HVB-0000042' },
    { above: 'This Confirmation is hereby cancelled.' },
    { status: 'Status: | CANCELLED' },
    { status: 'Message Type: | Cancellation' },
    { below: 'CANCELLED' },
    { below: 'The above Transaction has been cancelled.' },
  ])('%j', async (text) => expect(await kindOf(text)).toBe('CANCELLATION'));
});

describe('a document confirms its trade, whatever it says of cancelling', () => {
  test.each([
    {},
    { above: 'Cancellable Interest Rate Swap' },
    { above: 'Status: | Live' },
    { below: 'Cancellation: | Not applicable' },
    { below: 'Early Termination: | Applicable' },
    { below: 'Optional Cancellation' },
    { above: 'No cancellation' },
    { below: 'If this Transaction is cancelled, the parties settle its value. It may be cancelled by either party.' },
    {
      below: 'Upon notice of termination each party pays what is due under the Agreement as of that date, and no more.',
    },
    { below: 'Any earlier confirmation of this Transaction is cancelled.' },
    { below: 'Cancellation Date: | 7 April 2030' },
  ])('%j', async (text) => expect(await kindOf(text)).toBe('NEW'));
});

test.each([
  { above: 'AMENDED CONFIRMATION' },
  { above: 'Cancel and Replace' },
  { above: 'This confirmation cancels and replaces our confirmation of 3 April 2026' },
  { status: 'Status: | Amended' },
])('a document that replaces an earlier one amends: %j', async (text) => expect(await kindOf(text)).toBe('AMENDMENT'));

test('a notice need not repeat the terms, only say which trade it calls off', async () => {
  const notice = `
    Harbour & Vale Bank plc
    NOTICE OF CANCELLATION
    To: | Orion Capital Partners LLC
    Our Reference: | HVB-0000042
    Re: Interest Rate Swap Transaction
    Trade Date: | 3 April 2026`;
  const read = await readConfirmation(plainPage(notice), 'BANK');
  expect(read).toMatchObject({
    extracted: {
      document_kind: 'CANCELLATION',
      trade: {
        trade_id: 'HVB-0000042',
        bank_name: 'Harbour & Vale Bank plc',
        counterparty_name: 'Orion Capital Partners LLC',
      },
    },
  });
  const nameless = notice.replace('Our Reference: | HVB-0000042', '');
  expect(await readConfirmation(plainPage(nameless), 'BANK')).toMatchObject({ outcome: 'refused' });
});

test.each(LAYOUTS)('what is printed as a cancellation is read as one, in %s', async (layout) => {
  const trade = samplePair(2).bank;
  for (const each of ['NEW', 'AMENDMENT', 'CANCELLATION'] as const) {
    const read = await readConfirmation(renderConfirmation(trade, layout, each), 'BANK');
    expect(read).toMatchObject({ extracted: { document_kind: each, trade } });
  }
});
