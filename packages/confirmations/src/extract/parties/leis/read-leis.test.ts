import { expect, test } from 'vitest';
import { partiesOfForward } from '../../../../test/forward-page.ts';

const leisOf = async (head: string, foot?: string) => {
  const { bank_lei, counterparty_lei } = await partiesOfForward(head, 'BANK', foot);
  return { bank_lei, counterparty_lei };
};

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

test.each([
  ['Please return a copy to the counterparty desk, tel. +44 20 7000. LEI 213800R4UVS2D2JAW589'],
  [
    'Questions of the Client are answered by our back office at any time of a working day, tel. 0551\n  LEI 213800R4UVS2D2JAW589',
  ],
  ['We send this paper to Orion Metals GmbH without a signature. LEI 213800R4UVS2D2JAW589'],
])('an LEI alone behind a sentence or below it is not of whom the sentence speaks: %s', async (foot) => {
  const head = `
  Harbour & Vale Bank plc
  To: | Orion Metals GmbH
  FX Forward Confirmation`;
  expect((await leisOf(head, foot)).counterparty_lei).toBeUndefined();
});

test('an LEI behind a name that ends a sentence is that name’s', async () => {
  const head = `
  Harbour & Vale Bank plc
  To: | Orion Metals GmbH
  FX Forward Confirmation`;
  expect(await leisOf(head, 'Sent by Harbour & Vale Bank plc. LEI 213800R4UVS2D2JAW589')).toMatchObject({
    bank_lei: '213800R4UVS2D2JAW589',
  });
});
