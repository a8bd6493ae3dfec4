import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

const TERMS = `
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`;

async function leisOf(head: string, foot = '') {
  const extraction = await readConfirmation(plainPage(`${head}\n${TERMS}\n${foot}`), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  const { bank_lei, counterparty_lei } = extraction.extracted.trade;
  return { bank_lei, counterparty_lei };
}

test('an LEI below the name of a letterhead is that name’s, whatever a foot says', async () => {
  const head = `
  HARBOUR & VALE BANK PLC
  LEI 2138HVBK000000000026
  To: | Orion Capital Partners LLC
  Our Reference: | HV-2201
  FX FORWARD CONFIRMATION`;
  const foot = 'SYSTEM GENERATED - REPORT DISCREPANCIES TO ORION DESK';
  expect(await leisOf(head, foot)).toEqual({ bank_lei: '2138HVBK000000000026', counterparty_lei: undefined });
});

test('an LEI behind a name in one line is that name’s, not of the one above', async () => {
  const head = `
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC (LEI 5299CPTY100000000067)
  Our Reference: | HV-2201
  FX Forward Confirmation`;
  expect(await leisOf(head)).toEqual({ bank_lei: undefined, counterparty_lei: '5299CPTY100000000067' });
});

test('each LEI of a sentence is of the name right before it, though it begins a line', async () => {
  const head = `
  HARBOUR & VALE BANK PLC
  Contract no. HV-2201 (your deal OC-1)
  We confirm the contract concluded between Harbour & Vale Bank plc, LEI 2138HVBK000000000026, and Orion Capital Partners LLC,
  LEI 5299CPTY100000000067 (hereafter Orion).
  FX Forward Confirmation`;
  expect(await leisOf(head)).toEqual({ bank_lei: '2138HVBK000000000026', counterparty_lei: '5299CPTY100000000067' });
});

test('a label of an LEI in two languages names one party', async () => {
  const head = `
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC
  LEI Banque / LEI Bank | 2138HVBK000000000026
  LEI Fonds / LEI Fund | 5299CPTY100000000067
  FX Forward Confirmation`;
  expect(await leisOf(head)).toEqual({ bank_lei: '2138HVBK000000000026', counterparty_lei: '5299CPTY100000000067' });
});
